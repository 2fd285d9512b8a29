import type { CallOptions } from '../../../engine/session.ts'
import type { LoadedContract } from '../../../schemas/make-contract.ts'
import { isObject, type Json, type JsonObject } from '../../../schemas/openapi.ts'
import { namedBy } from '../../../schemas/values/examples.ts'
import { makeValue } from '../../../schemas/values/make-value.ts'
import { readOnlyNames } from '../../../schemas/values/read-only.ts'
import { member } from '../../../schemas/values/resolved.ts'
import type { Described } from './described.ts'

/** Whether a media type is one of JSON. */
export const isJsonType = (type: string): boolean => /^application\/(.+\+)?json$/i.test(type)

const form = 'application/x-www-form-urlencoded'

/** A body that keeps the contract; undefined where none is declared, else why none could be made. */
export type MadeBody = NonNullable<CallOptions['body']> | { readonly lacking: string } | undefined

const written = (type: string, value: Json): string | undefined => {
  if (isJsonType(type)) return JSON.stringify(value)
  if (type === form && isObject(value) && Object.values(value).every((one) => typeof one !== 'object'))
    return new URLSearchParams(
      Object.entries(value).map(([name, one]): [string, string] => [name, String(one)]),
    ).toString()
  return typeof value === 'string' && /^text\//.test(type) ? value : undefined
}

const values = (document: JsonObject, media: JsonObject): readonly (Json | undefined)[] => [
  namedBy(document, media)?.value,
  makeValue(document, media.schema),
  makeValue(document, media.schema, { readOnly: true }),
]

/** The body of a good call: an example of the document, else one made of its schema; only one that the contract finds no fault with. */
export const bodyOf = (
  contract: LoadedContract,
  document: JsonObject,
  { facts, operation, parameters }: Described,
): MadeBody => {
  if (facts.request === undefined) return undefined
  const content = member(document, member(document, operation, 'requestBody'), 'content') ?? {}
  const types = Object.keys(content).toSorted((a, b) => Number(isJsonType(b)) - Number(isJsonType(a)))
  for (const mediaType of types) {
    const media = member(document, content, mediaType)
    for (const value of media === undefined ? [] : values(document, media)) {
      const text = value === undefined ? undefined : written(mediaType.split(';')[0]?.trim().toLowerCase() ?? '', value)
      if (text !== undefined && requestKeeps(contract, document, { facts, operation, parameters }, mediaType, value))
        return { text, mediaType }
    }
  }
  return facts.request.required
    ? { lacking: 'no body that keeps the contract could be made; give the document an example' }
    : undefined
}

/** Whether the contract finds no fault with a body that goes without the members that only answers have. */
export const requestKeeps = (
  contract: LoadedContract,
  document: JsonObject,
  { facts, operation }: Described,
  mediaType: string,
  value: unknown,
): boolean => {
  const faults = contract.requestFaults(facts.id, mediaType, value) ?? []
  if (faults.length === 0) return true
  const content = member(document, member(document, operation, 'requestBody'), 'content')
  const absent = readOnlyNames(document, member(document, content, mediaType)?.schema)
  return faults.every(({ keyword, expected }) => keyword === 'required' && absent.has(expected.replace(/^member /, '')))
}
