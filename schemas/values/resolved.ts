import { at } from '../../engine/pointer.ts'
import { isObject, isReference, type Json, type JsonObject } from '../openapi.ts'

/** Longest chain of references that is followed: beyond it they lead in a circle. */
const longest = 50

/** An object of a document, with what it refers to in its place; undefined for no object and for a reference that leads nowhere. */
export const resolved = (document: JsonObject, value: unknown): JsonObject | undefined => {
  let here = value
  for (let step = 0; step < longest && isObject(here) && isReference(here); step += 1) {
    here = here.$ref.startsWith('#') ? at(document, here.$ref) : undefined
  }
  return isObject(here) && !isReference(here) ? here : undefined
}

/** A member of an object of a document, resolved. */
export const member = (document: JsonObject, holder: JsonObject | undefined, name: string): JsonObject | undefined =>
  holder === undefined || !Object.hasOwn(holder, name) ? undefined : resolved(document, holder[name])

/** The items of a list that are objects, resolved. */
export const itemsOf = (document: JsonObject, list: Json | undefined): readonly JsonObject[] =>
  (Array.isArray(list) ? list : []).flatMap((each): readonly JsonObject[] => {
    const found = resolved(document, each)
    return found === undefined ? [] : [found]
  })
