import type { Json, JsonObject } from '../openapi.ts'
import { namedBySchema } from './examples.ts'
import { makeNumber, makeText } from './make-plain.ts'
import { itemsOf, resolved } from './resolved.ts'

/** Levels of nesting beyond which a schema that contains itself is given up. */
const deepest = 12

/** How a value is made. */
export interface Making {
  /** Also members that only answers have (`readOnly`), where the schema requires them. */
  readonly readOnly?: true
}

const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** A schema with those of its `allOf` put into it; what both say of a keyword other than members is the outer's. */
const merged = (document: JsonObject, schema: JsonObject, depth: number): JsonObject => {
  const parts = itemsOf(document, schema.allOf).map((each) =>
    depth > deepest ? each : merged(document, each, depth + 1),
  )
  if (parts.length === 0) return schema
  const all = [...parts, schema]
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties ?? {})),
    required: [...new Set(all.flatMap(({ required }) => list(required)))],
  }
}

const typeOf = ({ type, properties, required, items }: JsonObject): string | undefined => {
  const named = Array.isArray(type) ? type.find((each) => each !== 'null') : type
  if (typeof named === 'string') return named
  if (properties !== undefined || required !== undefined) return 'object'
  return items === undefined ? undefined : 'array'
}

/**
 * A small value of a schema: what the schema names, else one made of its type, format and limits, with the members that
 * it requires. Undefined where none is known to fit: a pattern without an example, a circle without an end. What comes
 * may still break keywords that nobody looked at: it is to be validated.
 */
export const makeValue = (document: JsonObject, schema: unknown, making: Making = {}, depth = 0): Json | undefined => {
  if (schema === true) return {}
  const found = resolved(document, schema)
  if (found === undefined || depth > deepest) return undefined
  const own = merged(document, found, depth)
  const named = namedBySchema(own)
  if (named !== undefined) return named.value
  const branches = list(own.oneOf ?? own.anyOf)
  if (branches.length > 0) {
    const { oneOf: _, anyOf: __, ...rest } = own
    for (const branch of branches) {
      const made = makeValue(document, { ...rest, allOf: [branch] }, making, depth + 1)
      if (made !== undefined) return made
    }
    return undefined
  }
  switch (typeOf(own)) {
    case 'object':
      return makeObject(document, own, making, depth)
    case 'array':
      return makeList(document, own, making, depth)
    case 'integer':
    case 'number':
      return makeNumber(own)
    case 'boolean':
      return false
    case 'null':
      return null
    case 'string':
      return makeText(own)
    default:
      return typeof own.pattern === 'string' ? undefined : {}
  }
}

const makeObject = (document: JsonObject, schema: JsonObject, making: Making, depth: number): Json | undefined => {
  const properties = (schema.properties ?? {}) as JsonObject
  const made: Record<string, Json> = {}
  for (const name of list(schema.required)) {
    if (typeof name !== 'string') continue
    const property = properties[name] ?? schema.additionalProperties ?? true
    if (resolved(document, property)?.readOnly === true && !making.readOnly) continue
    const value = makeValue(document, property, making, depth + 1)
    if (value === undefined) return undefined
    made[name] = value
  }
  return made
}

const makeList = (document: JsonObject, schema: JsonObject, making: Making, depth: number): Json | undefined => {
  const least = typeof schema.minItems === 'number' ? schema.minItems : 0
  if (least === 0) return []
  if (least > 1 && schema.uniqueItems === true) return undefined
  const item = makeValue(document, schema.items ?? true, making, depth + 1)
  return item === undefined ? undefined : Array.from({ length: least }, () => item)
}
