import { below } from '../engine/pointer.ts'
import { isObject, type JsonObject } from './openapi.ts'

const single = ['then', 'else', 'additionalProperties', 'items'] as const
const listed = ['allOf', 'oneOf', 'anyOf', 'prefixItems'] as const
const named = ['properties', 'patternProperties', 'dependentSchemas'] as const

/** Pointers of the schemas that a schema leads to, for the same value or for parts of it. */
const leadsTo = (schema: JsonObject, pointer: string): readonly string[] => [
  ...(typeof schema.$ref === 'string' && schema.$ref.startsWith('#') ? [decodeURIComponent(schema.$ref.slice(1))] : []),
  ...single.filter((keyword) => isObject(schema[keyword])).map((keyword) => `${pointer}/${keyword}`),
  ...listed.flatMap((keyword) => {
    const list = schema[keyword]
    return Array.isArray(list) ? list.map((_, index) => below(`${pointer}/${keyword}`, index)) : []
  }),
  ...named.flatMap((keyword) => {
    const group = schema[keyword]
    return isObject(group) ? Object.keys(group).map((name) => below(`${pointer}/${keyword}`, name)) : []
  }),
]

/**
 * Says whether a schema is wanted, or leads to one that is: what is below the others need not be walked. Each answer is
 * worked out once.
 */
export const reaches = (
  schemaAt: (pointer: string) => unknown,
  wanted: (schema: JsonObject, pointer: string) => boolean,
): ((pointer: string) => boolean) => {
  const known = new Map<string, boolean>()
  const find = (start: string): boolean => {
    const seen = new Set([start])
    for (const pointer of seen) {
      const schema = schemaAt(pointer)
      if (!isObject(schema)) continue
      if (known.get(pointer) === true || wanted(schema, pointer)) return true
      for (const next of leadsTo(schema, pointer)) seen.add(next)
    }
    return false
  }
  return (pointer) => {
    const before = known.get(pointer)
    if (before !== undefined) return before
    const found = find(pointer)
    known.set(pointer, found)
    return found
  }
}
