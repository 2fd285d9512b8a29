import { below } from '../engine/pointer.ts'
import { eachSchema, mapSchemas } from './grammar.ts'
import type { Facts, JsonObject } from './openapi.ts'

const parent = (pointer: string): string => pointer.slice(0, Math.max(pointer.lastIndexOf('/'), 0))

/** The pointers of all schemas that hold one of these or refer to one, and of what lies between. */
const touching = (facts: Facts, doubtful: Iterable<string>): ReadonlySet<string> => {
  const referring = new Map<string, string[]>()
  eachSchema(facts, ({ $ref }, pointer) => {
    if (typeof $ref !== 'string' || !$ref.startsWith('#')) return
    const target = decodeURIComponent($ref.slice(1))
    referring.set(target, [...(referring.get(target) ?? []), pointer])
  })
  const all = new Set<string>()
  const waiting = [...doubtful]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (let pointer = next; pointer !== '' && !all.has(pointer); pointer = parent(pointer)) {
      all.add(pointer)
      waiting.push(...(referring.get(pointer) ?? []))
    }
  return all
}

const without = (schema: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)))

const looser = (schema: JsonObject, touched: (name: string) => boolean): JsonObject => {
  const left = [
    ...(touched('not') ? ['not'] : []),
    ...(touched('if') ? ['if', 'then', 'else'] : []),
    ...(touched('contains') ? ['maxContains'] : []),
    'unevaluatedProperties',
    'unevaluatedItems',
  ]
  const { oneOf, ...rest } = without(schema, left)
  if (oneOf === undefined) return rest
  if (!touched('oneOf')) return { ...rest, oneOf }
  if (rest.anyOf === undefined) return { ...rest, anyOf: oneOf }
  return { ...rest, allOf: [...(Array.isArray(rest.allOf) ? rest.allOf : []), { anyOf: oneOf }] }
}

/**
 * A document of which something could not be judged, so that it refuses nothing for that: what stands in a negation, a
 * condition or an exclusive choice would refuse more once it says less.
 */
export const loosen = (facts: Facts, doubtful: ReadonlySet<string>): Facts => {
  const all = touching(facts, doubtful)
  return mapSchemas(facts, (schema, pointer) =>
    all.has(pointer) ? looser(schema, (name) => all.has(below(pointer, name))) : schema,
  )
}
