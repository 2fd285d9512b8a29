import { isDeepStrictEqual } from 'node:util'
import type { Exchange } from '../engine/exchange.ts'
import { carried } from './body.ts'
import { type Place, placesAt, valueAt } from './places.ts'
import { succeeded } from './status.ts'

/** The links of a page. */
export type LinkName = 'self' | 'first' | 'prev' | 'next' | 'last'

/** Where a standard keeps what tells one page from another: JSON Pointers into the body, or into `message` of a JWS. */
export interface PageShape {
  readonly links: Readonly<Partial<Record<LinkName, string>>>
  /** The list of records. */
  readonly list: string
  /** What tells two records apart: a pointer into a record. */
  readonly id?: string
  readonly totalPages?: string
  readonly totalRecords?: string
}

/** Pages in the order in which the link to the next one led to them, and the first of them read once more at the end. */
export interface Walked {
  readonly pages: readonly Exchange[]
  readonly again?: Exchange
  /** Why a link to the next page was not followed, such as that it leads to another host. */
  readonly stopped?: string
}

/** The body of a page, or `message` of its JWS; undefined for an error and for what is no JSON. */
export const bodyOf = (page: Exchange): unknown => (succeeded(page) ? carried(page)?.value : undefined)

/** A place of a page as a finding names it: `/Links/Next`, and `/message/Links/Next` in a JWS. */
export const placeOn = (page: Exchange, pointer: string): string => `${carried(page)?.at ?? ''}${pointer}`

/** A link of a page; undefined when it is missing or no text. */
export const linkOn = (page: Exchange, shape: Pick<PageShape, 'links'>, name: LinkName): string | undefined => {
  const pointer = shape.links[name]
  const value = pointer === undefined ? undefined : valueAt(bodyOf(page), pointer)
  return typeof value === 'string' ? value : undefined
}

/** The records of a page; undefined when it holds no list. */
export const recordsOn = (page: Exchange, { list }: Pick<PageShape, 'list'>): readonly unknown[] | undefined => {
  const records = valueAt(bodyOf(page), list)
  return Array.isArray(records) ? records : undefined
}

/** The ids of the records of a page with their places; records without one are left out. */
export const idsOn = (page: Exchange, { list, id }: Pick<PageShape, 'list' | 'id'>): readonly Place[] =>
  id === undefined
    ? []
    : placesAt(bodyOf(page), `${list}/*${id}`).filter(
        ({ value }) => typeof value === 'string' || typeof value === 'number',
      )

/**
 * Why what differs between the pages of a walk may be the work of time; undefined when the first page, read again at the
 * end, still had the same records and totals.
 */
export const movedMeanwhile = ({ pages, again }: Walked, shape: PageShape): string | undefined => {
  const [first] = pages
  if (first === undefined || again === undefined) return 'the first page was not read again'
  if (!succeeded(again)) return `the first page, read again, was answered with ${again.response.status}`
  const pointers = [shape.list, shape.totalPages, shape.totalRecords].filter((one) => one !== undefined)
  return pointers.every((one) => isDeepStrictEqual(valueAt(bodyOf(first), one), valueAt(bodyOf(again), one)))
    ? undefined
    : 'the first page had changed when it was read again'
}

/** The path and query of an address, the order of the parameters apart; undefined when it is no address at all. */
export const addressOf = (link: string, page: Exchange): string | undefined => {
  if (!URL.canParse(link, page.request.url)) return undefined
  const url = new URL(link, page.request.url)
  url.searchParams.sort()
  return `${url.pathname}?${url.searchParams.toString()}`
}
