import type { PageShape } from '../../../checks/pages.ts'
import { below } from '../../../engine/pointer.ts'
import { isObject, type JsonObject } from '../../../schemas/openapi.ts'
import { itemsOf, member, resolved } from '../../../schemas/values/resolved.ts'
import { isJsonType } from './body.ts'
import type { Described } from './described.ts'
import { candidates, plainName } from './names.ts'

/** Members around links to other pages, in their plain form. */
const holders = ['links', 'paging', 'pagination', 'meta', 'page']

const names = ['self', 'first', 'prev', 'next', 'last'] as const

const propertiesOf = (
  document: JsonObject,
  schema: JsonObject | undefined,
): readonly (readonly [string, JsonObject])[] => {
  if (schema === undefined) return []
  const parts = [schema, ...itemsOf(document, schema.allOf)]
  return parts.flatMap((one) =>
    Object.entries(isObject(one.properties) ? one.properties : {}).flatMap(([name, value]) => {
      const property = resolved(document, value)
      return property === undefined ? [] : [[name, property] as const]
    }),
  )
}

const linksIn = (document: JsonObject, schema: JsonObject, under: string): PageShape['links'] =>
  Object.fromEntries(
    propertiesOf(document, schema).flatMap(([name, property]) => {
      const link = names.find((one) => one === plainName(name) || (one === 'prev' && plainName(name) === 'previous'))
      return link === undefined || property.type !== 'string' ? [] : [[link, below(under, name)]]
    }),
  )

const listIn = (
  document: JsonObject,
  schema: JsonObject,
  under: string,
  depth = 2,
): { at: string; items: JsonObject | undefined } | undefined => {
  const properties = propertiesOf(document, schema)
  const list = properties.find(([, { type }]) => type === 'array')
  if (list !== undefined) return { at: below(under, list[0]), items: member(document, list[1], 'items') }
  for (const [name, property] of depth === 0 ? [] : properties) {
    const found = listIn(document, property, below(under, name), depth - 1)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Where the pages of a list stand, when its schema declares a link to the next one by a usual name: `next` beside the
 * list, or in a member such as `Links`. Undefined for what is no such list.
 */
export const pageShapeOf = (document: JsonObject, { facts, operation }: Described): PageShape | undefined => {
  if (facts.method !== 'GET') return undefined
  const content = member(document, member(document, member(document, operation, 'responses'), '200'), 'content') ?? {}
  const type = Object.keys(content).find((one) => isJsonType(one.split(';')[0] ?? ''))
  const schema = type === undefined ? undefined : member(document, member(document, content, type), 'schema')
  if (schema === undefined) return undefined
  const inside = propertiesOf(document, schema).flatMap(([name, property]) =>
    holders.includes(plainName(name)) ? [linksIn(document, property, below('', name))] : [],
  )
  const links = [...inside, linksIn(document, schema, '')].find(({ next }) => next !== undefined)
  const list = listIn(document, schema, '')
  if (links === undefined || list === undefined) return undefined
  const wanted = candidates('id', facts.path.split('/').at(-1) ?? '')
  const members = propertiesOf(document, list.items)
  const id = wanted.flatMap((name) => members.find(([one]) => plainName(one) === name)?.[0] ?? [])[0]
  return { links, list: list.at, ...(id === undefined ? {} : { id: below('', id) }) }
}
