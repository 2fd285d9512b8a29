import { formats } from './formats.ts'
import { isObject, type Json, type JsonObject } from './openapi.ts'
import { patternOf } from './patterns.ts'

type Shape = (value: Json) => boolean

const any: Shape = () => true
const text: Shape = (value) => typeof value === 'string'
const yes: Shape = (value) => typeof value === 'boolean'
const number: Shape = (value) => typeof value === 'number'
const count: Shape = (value) => Number.isInteger(value) && (value as number) >= 0
const schema: Shape = (value) => isObject(value) || typeof value === 'boolean'
const list =
  (each: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(each)
const schemas: Shape = (value) => Array.isArray(value) && value.length > 0 && value.every(schema)
const named =
  (each: Shape): Shape =>
  (value) =>
    isObject(value) && Object.values(value).every(each)
const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']
const type: Shape = (value) => [value].flat().length > 0 && [value].flat().every((one) => types.includes(String(one)))

const table: readonly (readonly [Shape, readonly string[]])[] = [
  [any, ['const', 'default', 'deprecated', 'readOnly', 'writeOnly', 'discriminator']],
  // Annotations, which constrain nothing.
  [any, ['$comment', 'description', 'example', 'examples', 'externalDocs', 'title', 'xml', 'contentSchema']],
  [text, ['$ref', '$anchor', '$dynamicAnchor', '$dynamicRef', '$id', '$schema', 'contentEncoding', 'contentMediaType']],
  [text, ['format', 'pattern']],
  [type, ['type']],
  [list(any), ['enum']],
  [schemas, ['allOf', 'anyOf', 'oneOf', 'prefixItems']],
  [schema, ['additionalProperties', 'contains', 'else', 'if', 'items', 'not', 'propertyNames', 'then']],
  [schema, ['unevaluatedItems', 'unevaluatedProperties']],
  [named(schema), ['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties']],
  [count, ['minLength', 'maxLength', 'minItems', 'maxItems', 'minContains', 'maxContains']],
  [count, ['minProperties', 'maxProperties']],
  [number, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']],
  [(value) => number(value) && (value as number) > 0, ['multipleOf']],
  [yes, ['uniqueItems']],
  [list(text), ['required']],
  [named(list(text)), ['dependentRequired']],
]

const shapes: ReadonlyMap<string, Shape> = new Map(
  table.flatMap(([shape, names]) => names.map((name): [string, Shape] => [name, shape])),
)

const problem = (name: string, value: Json): string | undefined => {
  const shape = shapes.get(name)
  if (shape === undefined) return name.startsWith('x-') ? undefined : `unknown keyword ${name}`
  if (!shape(value)) return `${name} has a value that it cannot have: ${JSON.stringify(value).slice(0, 80)}`
  if (name === 'format' && !Object.hasOwn(formats, String(value))) return `unknown format ${value}`
  const sources =
    name === 'pattern' ? [String(value)] : name === 'patternProperties' ? Object.keys(value as object) : []
  const bad = sources.find((source) => patternOf(source) === undefined)
  return bad === undefined ? undefined : `the pattern ${bad} is no regular expression`
}

/** Keywords that are about all that another one does not name: without it they would refuse what it allows. */
const whatIsLeft: Readonly<Record<string, readonly string[]>> = {
  properties: ['additionalProperties'],
  patternProperties: ['additionalProperties'],
  prefixItems: ['items'],
  contains: ['maxContains'],
}

/** A schema object (JSON Schema 2020-12) without what cannot be judged, and what that is. */
export const judgeable = (
  published: JsonObject,
): { readonly schema: JsonObject; readonly unjudged: readonly string[] } => {
  const problems = Object.entries(published).flatMap(([name, value]) => {
    const what = problem(name, value)
    return what === undefined ? [] : [[name, what] as const]
  })
  if (problems.length === 0) return { schema: published, unjudged: [] }
  const left = new Set(problems.flatMap(([name]) => [name, ...(whatIsLeft[name] ?? [])]))
  return {
    schema: Object.fromEntries(Object.entries(published).filter(([name]) => !left.has(name))),
    unjudged: problems.map(([, what]) => what),
  }
}
