import { isDeepStrictEqual } from 'node:util'
import type { Json, JsonObject } from '../../../schemas/openapi.ts'
import { member } from '../../../schemas/values/resolved.ts'
import type { Described } from './described.ts'

const some = (servers: Json | undefined): Json | undefined =>
  Array.isArray(servers) && servers.length > 0 ? servers : undefined

/**
 * Operations whose document names servers of their own, beside others that it serves at the base URL. Where all operations
 * name the same servers, those are the base URL's.
 */
export const servedElsewhere = (document: JsonObject, all: ReadonlyMap<string, Described>): ReadonlySet<string> => {
  const root = some(document.servers)
  const own = [...all].map(([id, { facts, operation }]) => {
    const item = member(document, member(document, document, 'paths'), facts.path)
    return { id, servers: some(operation.servers) ?? some(item?.servers) ?? root }
  })
  const home = own.some(({ servers }) => isDeepStrictEqual(servers, root)) ? root : own[0]?.servers
  return new Set(own.flatMap(({ id, servers }) => (isDeepStrictEqual(servers, home) ? [] : [id])))
}
