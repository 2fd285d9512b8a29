import { carried } from '../../../checks/body.ts'
import { header } from '../../../engine/exchange.ts'
import { at } from '../../../engine/pointer.ts'
import { isObject, type JsonObject } from '../../../schemas/openapi.ts'
import { member, resolved } from '../../../schemas/values/resolved.ts'
import type { Taken } from '../../baseline/row.ts'
import type { Described } from './described.ts'
import { plainName, singular } from './names.ts'
import { takeName } from './take.ts'

const segmentsOf = (path: string): readonly string[] => path.split('/').filter((one) => one !== '')
const isParameter = (segment: string): boolean => segment.startsWith('{')

/** Finds the operations whose answers give a value. Each candidate is yet to be reached itself. */
export interface Sources {
  /** For a parameter of a path: links of the document, the collection below which it stands, a collection of its name. */
  readonly ofPath: (operation: Described, parameter: string) => readonly Taken[]
  /** For any other parameter: a collection of its name. */
  readonly ofName: (parameter: string) => readonly Taken[]
  /** What makes one: POST to the collection below which a parameter stands. */
  readonly making: (operation: Described, parameter: string) => Taken | undefined
}

const target = (link: JsonObject, byId: ReadonlyMap<unknown, string>): string | undefined => {
  const [, path, method] = /^#\/paths\/([^/]+)\/(\w+)$/.exec(String(link.operationRef)) ?? []
  if (path === undefined || method === undefined) return byId.get(link.operationId)
  return `${method.toUpperCase()} ${decodeURIComponent(path).replaceAll('~1', '/').replaceAll('~0', '~')}`
}

/** Reads a runtime expression of OpenAPI about an answer: of its body or a header; undefined for any other. */
const reading = (expression: unknown): Taken['take'] | undefined => {
  const [, pointer] = /^\$response\.body#(\/.*)$/.exec(String(expression)) ?? []
  const [, field] = /^\$response\.header\.(.+)$/.exec(String(expression)) ?? []
  if (pointer === undefined && field === undefined) return undefined
  return (exchange) => {
    if (field !== undefined) return header(exchange.response, field)
    const value = at(carried(exchange)?.value, pointer ?? '')
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  }
}

/** Links of all answers, by the operation and parameter that they lead to. */
const linksOf = (document: JsonObject, all: ReadonlyMap<string, Described>): ReadonlyMap<string, Taken> => {
  const found = new Map<string, Taken>()
  const byId = new Map([...all].map(([id, { operation }]) => [operation.operationId, id]))
  for (const [id, { facts, operation }] of all) {
    const responses = facts.method === 'GET' ? member(document, operation, 'responses') : undefined
    for (const [status, each] of Object.entries(responses ?? {})) {
      const links = /^2/.test(status) ? member(document, resolved(document, each), 'links') : undefined
      for (const value of Object.values(links ?? {})) {
        const link = resolved(document, value)
        const to = link && target(link, byId)
        for (const [name, expression] of Object.entries(isObject(link?.parameters) ? link.parameters : {})) {
          const take = reading(expression)
          const plain = name.replace(/^path\./, '')
          if (to !== undefined && take !== undefined)
            found.set(`${to} ${plain}`, { operation: id, name: `${to} ${plain}`, take })
        }
      }
    }
  }
  return found
}

/** The sources of a document's operations, found in one pass. */
export const sourcesOf = (document: JsonObject, all: ReadonlyMap<string, Described>): Sources => {
  const links = linksOf(document, all)
  /** Collections by the name of one of their things: the shortest path first. */
  const collections = new Map<string, readonly string[]>()
  for (const { facts } of [...all.values()].toSorted((a, b) => a.facts.path.length - b.facts.path.length)) {
    const last = segmentsOf(facts.path).at(-1)
    if (facts.method !== 'GET' || last === undefined || isParameter(last)) continue
    collections.set(singular(last), [...(collections.get(singular(last)) ?? []), facts.path])
  }
  const taken = (operation: string, parameter: string, collection: string): Taken => ({
    operation,
    name: parameter,
    take: takeName(parameter, collection),
  })
  const named = (parameter: string): readonly Taken[] => {
    const plain = plainName(parameter)
    const thing = /^(.+?)(id|uuid|guid|key|code|number|name|ref|reference)$/.exec(plain)?.[1] ?? plain
    return (collections.get(thing) ?? []).map((path) => taken(`GET ${path}`, parameter, path.split('/').at(-1) ?? ''))
  }
  const above = (
    path: string,
    parameter: string,
  ): { readonly path: string; readonly collection: string } | undefined => {
    const cut = path.indexOf(`/{${parameter}}`)
    const prefix = cut < 0 ? '' : path.slice(0, cut)
    const collection = segmentsOf(prefix).at(-1)
    return collection === undefined || isParameter(collection) ? undefined : { path: prefix, collection }
  }
  return {
    ofPath({ facts }, parameter) {
      const link = links.get(`${facts.id} ${parameter}`)
      const around = above(facts.path, parameter)
      const list =
        around && all.has(`GET ${around.path}`) ? [taken(`GET ${around.path}`, parameter, around.collection)] : []
      return [...(link === undefined ? [] : [link]), ...list, ...named(parameter)]
    },
    ofName: named,
    making({ facts }, parameter) {
      const around = above(facts.path, parameter)
      return around && all.has(`POST ${around.path}`)
        ? { ...taken(`POST ${around.path}`, parameter, around.collection), fresh: true }
        : undefined
    },
  }
}
