import { isDeepStrictEqual } from 'node:util'
import { at, steps } from '../../engine/pointer.ts'
import { isObject, type Json, type JsonObject } from '../openapi.ts'

/**
 * One change at a JSON Pointer. `was` is what the published document has there; nothing when it is left out. `together`:
 * the closed schema there and the closed branches of its allOf are closed as one. `either`: the schema `or` will do too.
 */
export type Edit =
  | { readonly remove: string; readonly was: Json }
  | { readonly set: string; readonly was?: Json; readonly to: Json }
  | { readonly rename: string; readonly to: string }
  | { readonly copy: string; readonly to: string }
  | { readonly together: string }
  | { readonly either: string; readonly or: Json }

const put = (whole: Json, path: readonly string[], value: Json | undefined): Json => {
  const [step, ...rest] = path
  if (step === undefined) return value ?? null
  if (Array.isArray(whole))
    return whole.map((each: Json, index) => (String(index) === step ? put(each, rest, value) : each))
  if (!isObject(whole)) throw new Error(`/${path.join('/')}: expected an object, got ${JSON.stringify(whole)}`)
  if (rest.length > 0) return { ...whole, [step]: put(whole[step] ?? {}, rest, value) }
  const { [step]: _, ...others } = whole
  return value === undefined ? others : { ...others, [step]: value }
}

const demand = (pointer: string, got: unknown, expected: Json | undefined): void => {
  if (isDeepStrictEqual(got, expected)) return
  const shown = [expected, got].map((value) => (value === undefined ? 'nothing' : JSON.stringify(value)))
  throw new Error(`${pointer}: expected ${shown[0]}, got ${shown[1]}`)
}

/** Where an edit changes the document. */
export const placeOf = (edit: Edit): string => {
  if ('together' in edit) return edit.together
  if ('either' in edit) return edit.either
  return 'remove' in edit ? edit.remove : 'set' in edit ? edit.set : 'rename' in edit ? edit.rename : edit.to
}

const open = (schema: Json | undefined, whole: Json): Json => {
  const target = isObject(schema) && typeof schema.$ref === 'string' ? at(whole, schema.$ref) : schema
  if (!isObject(target)) throw new Error(`expected a schema object in allOf, got ${JSON.stringify(target)}`)
  const { additionalProperties: _, ...rest } = target
  return rest
}

const closedTogether = (whole: Json, pointer: string): Json => {
  const schema = at(whole, pointer)
  if (!isObject(schema) || !Array.isArray(schema.allOf)) throw new Error(`${pointer}: expected an allOf, got none`)
  const allOf: readonly Json[] = schema.allOf
  const own = open(schema as Json, whole) as JsonObject
  return { ...own, allOf: allOf.map((each) => open(each, whole)), unevaluatedProperties: false }
}

const existing = (whole: Json, pointer: string): Json => {
  const value = at(whole, pointer) as Json | undefined
  if (value === undefined) throw new Error(`${pointer}: expected a value, got nothing`)
  return value
}

/** Makes one change. Throws when the document does not have what the edit expects there. */
export const applyEdit = (whole: Json, edit: Edit): Json => {
  if ('remove' in edit) {
    demand(edit.remove, at(whole, edit.remove), edit.was)
    return put(whole, steps(edit.remove), undefined)
  }
  if ('set' in edit) {
    demand(edit.set, at(whole, edit.set), edit.was)
    return put(whole, steps(edit.set), edit.to)
  }
  if ('together' in edit) return put(whole, steps(edit.together), closedTogether(whole, edit.together))
  if ('either' in edit) return put(whole, steps(edit.either), { anyOf: [existing(whole, edit.either), edit.or] })
  if ('rename' in edit) {
    const path = steps(edit.rename)
    const value = existing(whole, edit.rename)
    return put(put(whole, path, undefined), [...path.slice(0, -1), edit.to], value)
  }
  const value = existing(whole, edit.copy)
  demand(edit.to, at(whole, edit.to), undefined)
  return put(whole, steps(edit.to), value)
}
