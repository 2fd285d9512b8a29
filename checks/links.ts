import type { Exchange } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { isDate, isDateTime } from '../schemas/formats.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { bodyOf, type LinkName, linkOn, type PageShape, placeOn } from './pages.ts'
import { resourceOf } from './target.ts'

type Links = Pick<PageShape, 'links'>

const names: readonly LinkName[] = ['self', 'first', 'prev', 'next', 'last']

const linksOn = (exchange: Exchange, shape: Links) =>
  names.flatMap((name) => {
    const link = linkOn(exchange, shape, name)
    return link === undefined ? [] : [{ link, at: placeOn(exchange, shape.links[name] ?? '') }]
  })

/** Every link of an answer is an absolute URI with the scheme http or https, in any letter case (RFC 3986 §4.3). */
export const linksAreAbsolute =
  (shape: Links): Check =>
  (exchange) => {
    const links = linksOn(exchange, shape)
    if (links.length === 0) return silent('the answer has no links')
    return links.flatMap(({ link, at }) =>
      /^https?:\/\/[^/?#]/i.test(link) && URL.canParse(link) ? [] : [finding(at, 'an absolute URI', link)],
    )
  }

/**
 * An answer links to itself: the path of that link ends as the path of the operation does. Host, base path and query are
 * not compared. Only a GET is judged, and no operation of `except`.
 */
export const selfNamesTheResource =
  (shape: Links, options: Scope & { readonly except?: readonly string[] }): Check =>
  (exchange, given) => {
    const { request, operation = '' } = exchange
    const own = resourceOf(request.url, exchange)
    const judged = declaredIn(options, exchange, given) !== undefined && !options.except?.includes(operation)
    if (own === undefined || !judged || request.method !== 'GET')
      return silent('no GET of an operation that links to itself')
    if (bodyOf(exchange) === undefined || shape.links.self === undefined) return silent('no JSON of a success')
    const self = linkOn(exchange, shape, 'self')
    if (self === undefined) return [finding(placeOn(exchange, shape.links.self), `a link to /${own.join('/')}`, self)]
    return resourceOf(self, exchange)?.join('/') === own.join('/')
      ? []
      : [finding(placeOn(exchange, shape.links.self), `a link to /${own.join('/')}`, self)]
  }

const moment = (text: string): { readonly ms: number; readonly kind: 'day' | 'local' | 'zoned' } | undefined => {
  const value = text.replace(' ', '+')
  if (isDate(value)) return { ms: Date.parse(value), kind: 'day' }
  if (isDateTime(value)) return { ms: Date.parse(value), kind: 'zoned' }
  return isDateTime(`${value}Z`) ? { ms: Date.parse(`${value}Z`), kind: 'local' } : undefined
}

const dayAndAHalf = 36 * 3_600_000

/** One moment, written in two ways. A day that became a moment of some zone may have moved by as much as a day and a half. */
const sameMoment = (one: string, other: string): boolean => {
  const [a, b] = [moment(one), moment(other)]
  if (a === undefined || b === undefined) return false
  return a.kind === b.kind ? a.ms === b.ms : Math.abs(a.ms - b.ms) <= dayAndAHalf
}

/** Filters may come back in another letter case, with a plus that became a blank, or as the same moment elsewhere. */
const sameValue = (one: string, other: string): boolean =>
  one.replaceAll('+', ' ').toLowerCase() === other.replaceAll('+', ' ').toLowerCase() || sameMoment(one, other)

const kept = (exchange: Exchange, shape: Links, filters: readonly string[]) => {
  const asked = new URL(exchange.request.url).searchParams
  return linksOn(exchange, shape).flatMap(({ link, at }) => {
    if (!URL.canParse(link, exchange.request.url)) return []
    const linked = new URL(link, exchange.request.url).searchParams
    return filters.flatMap((name) => {
      const [want, got] = [asked.getAll(name), linked.getAll(name)]
      if (want.length === 0) return []
      const same = want.length === got.length && want.every((value, index) => sameValue(value, got[index] ?? ''))
      return [{ at: `${at} ${name}`, want: want.join(', '), got: got.length === 0 ? undefined : got.join(', '), same }]
    })
  })
}

/**
 * A link that repeats a filter of its request repeats its value. One that leaves the filter out says nothing, for a cursor
 * may stand for it, unless `missing` says that the standard has links name their filters.
 */
export const linksKeepFilters =
  (shape: Links, options: { readonly filters: readonly string[]; readonly missing?: 'counts' }): Check =>
  (exchange) => {
    const found = kept(exchange, shape, options.filters).filter(
      ({ got }) => got !== undefined || options.missing === 'counts',
    )
    if (found.length === 0) return silent('no link repeats a filter')
    return found.flatMap(({ at, want, got, same }) => (same ? [] : [finding(at, want, got)]))
  }

/** Filters that links left out. */
export const filtersLeftOut =
  (shape: Links, options: { readonly filters: readonly string[] }) =>
  (exchange: Exchange): Observed => {
    const left = kept(exchange, shape, options.filters).filter(({ got }) => got === undefined)
    return left.length === 0 ? {} : { 'links without the filter': left.map(({ at }) => at).join(', ') }
  }
