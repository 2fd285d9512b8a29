import { isObject, type JsonObject } from './openapi.ts'

type Resolve = (schema: JsonObject) => JsonObject | undefined

/** Levels of composition that are followed: beyond them references lead in a circle. */
const deepest = 20

const parts = (schema: JsonObject): readonly JsonObject[] =>
  Array.isArray(schema.allOf) ? schema.allOf.filter(isObject) : []

/** Names of the members of one object that only requests have, from all schemas that apply to it together. */
const namesIn = (schema: JsonObject, resolve: Resolve, depth = 0): readonly string[] => {
  const whole = resolve(schema)
  if (whole === undefined || depth > deepest) return []
  const own = Object.entries(isObject(whole.properties) ? whole.properties : {}).flatMap(([name, property]) =>
    isObject(property) && resolve(property)?.writeOnly === true ? [name] : [],
  )
  return [...own, ...parts(whole).flatMap((part) => namesIn(part, resolve, depth + 1))]
}

const without = (schema: JsonObject, names: readonly string[]): JsonObject => {
  const { required } = schema
  const lacks = Array.isArray(required) && required.some((name) => names.includes(String(name)))
  const kept: JsonObject = lacks
    ? { ...schema, required: required.filter((name) => !names.includes(String(name))) }
    : schema
  const { allOf } = kept
  if (!Array.isArray(allOf)) return kept
  const inside = allOf.map((part) => (isObject(part) ? without(part, names) : part))
  return inside.every((part, index) => part === allOf[index]) ? kept : { ...kept, allOf: inside }
}

/**
 * A schema object that no longer requires members that only requests have: an answer goes without them, although they are
 * listed as required (OpenAPI 3.0.3 §4.7.24.2). `resolve` follows references and answers undefined for one that leads nowhere.
 */
export const withoutWriteOnly = (schema: JsonObject, resolve: Resolve): JsonObject => {
  if (schema.required === undefined && schema.allOf === undefined) return schema
  const names = namesIn(schema, resolve)
  return names.length === 0 ? schema : without(schema, names)
}
