import { isDeepStrictEqual } from 'node:util'
import { isObject, type Json } from '../openapi.ts'
import { at, steps } from '../pointer.ts'

/** One change at a JSON Pointer. `was` is what the published document has there; nothing when it is left out. */
export type Edit =
  | { readonly remove: string; readonly was: Json }
  | { readonly set: string; readonly was?: Json; readonly to: Json }
  | { readonly rename: string; readonly to: string }
  | { readonly copy: string; readonly to: string }

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
export const placeOf = (edit: Edit): string =>
  'remove' in edit ? edit.remove : 'set' in edit ? edit.set : 'rename' in edit ? edit.rename : edit.to

/** The whole with one edit made. Throws when the place does not hold what the edit was written for. */
export const applyEdit = (whole: Json, edit: Edit): Json => {
  if ('remove' in edit) {
    demand(edit.remove, at(whole, edit.remove), edit.was)
    return put(whole, steps(edit.remove), undefined)
  }
  if ('set' in edit) {
    demand(edit.set, at(whole, edit.set), edit.was)
    return put(whole, steps(edit.set), edit.to)
  }
  const from = 'rename' in edit ? edit.rename : edit.copy
  const value = at(whole, from) as Json | undefined
  if (value === undefined) throw new Error(`${from}: expected a value, got nothing`)
  if ('rename' in edit) {
    const path = steps(from)
    return put(put(whole, path, undefined), [...path.slice(0, -1), edit.to], value)
  }
  demand(edit.to, at(whole, edit.to), undefined)
  return put(whole, steps(edit.to), value)
}
