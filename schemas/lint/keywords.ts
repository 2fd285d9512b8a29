import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { formats } from '../formats.ts'
import { isObject, type Json, type JsonObject } from '../openapi.ts'
import { patternOf } from '../patterns.ts'
import { allows, refuses, type Told } from './suspicion.ts'

const keywordsOf: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties'],
}

const typesOf = ({ type }: JsonObject): readonly string[] =>
  [type ?? []].flat().map((one) => (one === 'integer' ? 'number' : String(one)))

/** Keywords that do not apply to any type that the schema allows, and keywords of a schema that allows every type. */
const outOfPlace = (schema: JsonObject): readonly Told[] => {
  const types = typesOf(schema)
  const inherits = ['allOf', 'anyOf', 'oneOf', '$ref'].some((name) => name in schema)
  return Object.entries(keywordsOf).flatMap(([type, names]) => {
    const found = names.filter((name) => name in schema && !types.includes(type))
    if (found.length === 0 || (types.length === 0 && inherits)) return []
    const of = types.length === 0 ? 'no type' : `the type ${types.join(' or ')}`
    return [allows(`${found.join(', ')} with ${of}`)]
  })
}

const pairs = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
  ['minimum', 'maximum'],
] as const

const crossed = (schema: JsonObject): readonly Told[] =>
  pairs
    .filter(([least, most]) => Number(schema[least]) > Number(schema[most]))
    .map(([least, most]) => refuses(`${least} ${schema[least]} is more than ${most} ${schema[most]}`))

const patterns = ({ pattern }: JsonObject): readonly Told[] => {
  if (typeof pattern !== 'string') return []
  if (patternOf(pattern) === undefined) return [refuses(`the pattern ${pattern} is no regular expression`)]
  return /\\\\/.test(pattern) ? [refuses(`the pattern ${pattern} has doubled backslashes`)] : []
}

const unknownFormats = ({ format }: JsonObject): readonly Told[] =>
  typeof format === 'string' && !Object.hasOwn(formats, format) ? [allows(`the format ${format} is unknown`)] : []

const own = [...Object.values(keywordsOf).flat(), 'type', 'format'].filter(
  (name) =>
    !['items', 'prefixItems', 'properties', 'additionalProperties', 'patternProperties', 'contains'].includes(name),
)

const values = (schema: JsonObject): readonly Told[] => {
  const listed = Array.isArray(schema.enum) ? schema.enum : []
  const given: readonly (readonly [string, Json])[] = [
    ...listed.map((value: Json) => ['enum', value] as const),
    ...('default' in schema ? [['default', schema.default as Json] as const] : []),
  ]
  if (given.length === 0) return []
  const limits = Object.fromEntries(Object.entries(schema).filter(([name]) => own.includes(name)))
  let validate: ValidateFunction
  try {
    validate = new Ajv2020({ strict: false, logger: false, validateSchema: false, formats }).compile(limits)
  } catch {
    return []
  }
  const wrong = given.filter(([, value]) => !(value === null && schema.nullable === true) && !validate(value))
  const foreign = 'default' in schema && listed.length > 0 && !listed.includes(schema.default as Json)
  const encoded = listed.filter((value: Json) => /%[0-9A-F]{2}/i.test(String(value)))
  return [
    ...wrong.map(([name, value]) =>
      (name === 'enum' ? refuses : allows)(`${name} ${JSON.stringify(value)} breaks its own schema`),
    ),
    ...(foreign ? [allows(`default ${JSON.stringify(schema.default)} is not in the enum`)] : []),
    ...encoded.map((value: Json) => refuses(`enum ${JSON.stringify(value)} is percent-encoded`)),
  ]
}

const lostMembers = ({
  required,
  properties,
  patternProperties,
  additionalProperties,
}: JsonObject): readonly Told[] => {
  if (additionalProperties !== false || !Array.isArray(required)) return []
  const names = Object.keys(isObject(properties) ? properties : {})
  const matching = Object.keys(isObject(patternProperties) ? patternProperties : {})
  return required
    .map(String)
    .filter((name) => !names.includes(name) && !matching.some((source) => patternOf(source)?.test(name)))
    .map((name) => refuses(`the closed schema requires ${name}, which it does not have`))
}

/** What is suspicious in one schema object by itself. */
export const inOneSchema = (schema: JsonObject): readonly Told[] => [
  ...outOfPlace(schema),
  ...crossed(schema),
  ...patterns(schema),
  ...unknownFormats(schema),
  ...values(schema),
  ...lostMembers(schema),
]
