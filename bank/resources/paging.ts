import type { Paging } from '../options.ts'
import { badRequest, type Outcome } from './call.ts'
import { cursorOf, placeOf } from './cursor.ts'

/** A list that is answered page by page. */
interface List<One> {
  /** Records of a page. */
  readonly size: number
  /** Names of the query parameters that narrow it. */
  readonly filters: readonly string[]
  /** How many records it was made of at this moment, before anything was taken away; it only ever grows. */
  readonly length: number
  /** The records that answer, in their order, when only the oldest `upTo` are looked at. */
  readonly take: (upTo: number) => readonly One[]
}

/** One page: its records, its links, and how many pages there are. */
interface Page<One> {
  readonly records: readonly One[]
  readonly links: Readonly<Record<string, string>>
  readonly pages: number
}

/** What of a call decides the page. */
interface Paged {
  readonly url: URL
  readonly setting: { readonly paging: Paging }
}

const parameter = 'page'

/**
 * The page that a call asks for. Links of a page lead to the list as it was when its first page was read: what came since
 * moves nothing, and is seen by who begins anew. Where the bank pages by offset, they lead to the list as it has become.
 */
export const paged = <One>({ url, setting }: Paged, list: List<One>): Page<One> | Outcome => {
  const snapshot = setting.paging === 'snapshot'
  const of = JSON.stringify([url.pathname, ...list.filters.map((name) => url.searchParams.get(name))])
  const cursor = url.searchParams.get(parameter)
  const place = cursor === null ? { page: 1, upTo: snapshot ? list.length : 0 } : placeOf(cursor, of)
  const found = list.take(snapshot ? (place?.upTo ?? 0) : list.length)
  const pages = Math.ceil(found.length / list.size)
  if (place === undefined || (cursor !== null && place.page > Math.max(pages, 1))) {
    return badRequest('Resource.InvalidFormat', 'There is no such page; follow the links of the first one.', parameter)
  }
  const { page, upTo } = place
  const link = (number: number): string => {
    const address = new URL(url)
    address.searchParams.delete(parameter)
    // The first page of a list that nothing was added to needs no cursor.
    if (number > 1 || (snapshot && upTo < list.length)) {
      address.searchParams.set(parameter, cursorOf({ page: number, upTo }, of))
    }
    return address.href
  }
  const links = {
    Self: url.href,
    ...(pages > 1 && {
      First: link(1),
      ...(page > 1 && { Prev: link(page - 1) }),
      ...(page < pages && { Next: link(page + 1) }),
      Last: link(pages),
    }),
  }
  return { records: found.slice((page - 1) * list.size, page * list.size), links, pages }
}
