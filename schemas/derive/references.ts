import { at, below } from '../../engine/pointer.ts'
import type { Json } from '../openapi.ts'

/** A `$ref` of a document, and where it stands. */
export interface Found {
  readonly $ref: string
  readonly pointer: string
}

/** Values there are data: an object with a `$ref` inside refers to nothing. */
const data = ['example', 'examples', 'default', 'enum', 'const']

/** Keys in there are names and not keywords, `default` among them. */
const maps = [
  ...['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas', 'schemas'],
  ...['paths', 'webhooks', 'pathItems', 'callbacks', 'responses', 'headers', 'content', 'requestBodies'],
]

/** Every `$ref` of a document. A member of `properties` that is called `$ref` is none. */
export const referencesIn = (document: Json): readonly Found[] => {
  const found: Found[] = []
  const visit = (value: Json, pointer: string, names: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) visit(each, below(pointer, index), false)
      return
    }
    for (const [key, each] of Object.entries(value)) {
      if (!names && key === '$ref' && typeof each === 'string') found.push({ $ref: each, pointer: below(pointer, key) })
      else if (names || (!data.includes(key) && !key.startsWith('x-')))
        visit(each, below(pointer, key), !names && maps.includes(key))
    }
  }
  visit(document, '', false)
  return found
}

/** True of a reference into the same document. */
export const isLocal = ($ref: string): boolean => $ref.startsWith('#')

/** True of a JSON Pointer as a reference that leads nowhere. Anchors are not looked at. */
export const isLost = (document: Json, $ref: string): boolean => {
  if (!/^#(\/|$)/.test($ref)) return false
  try {
    return at(document, $ref) === undefined
  } catch {
    return true
  }
}
