import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, silent, undecided } from '../engine/rule.ts'
import { finding, nothing } from './findings.ts'
import {
  addressOf,
  bodyOf,
  type LinkName,
  linkOn,
  movedMeanwhile,
  type PageShape,
  placeOn,
  type Walked,
} from './pages.ts'

type Links = Pick<PageShape, 'links'>

const at = (page: Exchange, index: number, shape: Links, name: LinkName): string =>
  `page ${index + 1} ${placeOn(page, shape.links[name] ?? '')}`

/** Whether the link by which a page was reached, or its own address, is this one. Hosts are not compared: a hub may pass on those of a bank. */
const isAt = (walk: Walked, index: number, address: string | undefined): boolean => {
  const page = walk.pages[index]
  return page !== undefined && address !== undefined && addressOf(page.request.url, page) === address
}

/** The link to the next page is that of no page before: no walk goes round in a circle. */
export const nextLeadsOn =
  (shape: Links) =>
  (walk: Walked): Answer => {
    const { pages } = walk
    const met = new Set<string>()
    const findings: Finding[] = []
    for (const [index, page] of pages.entries()) {
      const next = linkOn(page, shape, 'next')
      if (next === undefined) continue
      const address = addressOf(next, page)
      const back = pages.slice(0, index + 1).some((_, earlier) => isAt(walk, earlier, address))
      if (back || met.has(next))
        findings.push(finding(at(page, index, shape, 'next'), 'a link not met before', next, page))
      met.add(next)
    }
    if (findings.length > 0) return findings
    return met.size === 0 ? silent('no page leads to another') : []
  }

/** Which parts of an address a link to the next page has in common with the page on which it stands. */
export interface Home {
  readonly origin: boolean
  readonly path: boolean
}

/** The link to the next page leads to the origin, and the path, of the page on which it stands. */
export const nextStaysAtHome =
  (shape: Links, home: Home) =>
  ({ pages }: Walked): Answer => {
    const linked = pages.flatMap((page, index) => {
      const next = linkOn(page, shape, 'next')
      return next === undefined || !URL.canParse(next, page.request.url)
        ? []
        : [{ page, index, next, there: new URL(next, page.request.url), here: new URL(page.request.url) }]
    })
    if (linked.length === 0) return silent('no page leads to another')
    return linked.flatMap(({ page, index, next, there, here }) => {
      if (home.origin && there.origin !== here.origin)
        return [finding(at(page, index, shape, 'next'), `a link to ${here.origin}`, next, page)]
      return home.path && there.pathname !== here.pathname
        ? [finding(at(page, index, shape, 'next'), `a link to ${here.pathname}`, next, page)]
        : []
    })
  }

/** Every page after the first has a link to the one before it. */
export const laterPagesHavePrev =
  (shape: Links) =>
  ({ pages }: Walked): Answer => {
    const later = [...pages.entries()].slice(1).filter(([, page]) => bodyOf(page) !== undefined)
    if (later.length === 0) return silent('the walk has one page')
    return later.flatMap(([index, page]) => {
      const prev = linkOn(page, shape, 'prev')
      return prev === undefined ? [finding(at(page, index, shape, 'prev'), 'a link', prev, page)] : []
    })
  }

/**
 * A link to the first or last page, where it is the address of a page that was walked, is that of the first or the last.
 * An address of no page of the walk says nothing: links may hold cursors.
 */
export const firstAndLastFit =
  (shape: PageShape) =>
  (walk: Walked): Answer => {
    const { pages } = walk
    const final = pages.at(-1)
    const ended = final !== undefined && bodyOf(final) !== undefined && linkOn(final, shape, 'next') === undefined
    let judged = 0
    const findings: Finding[] = []
    let ofLast = false
    for (const [index, page] of pages.entries()) {
      for (const [name, end] of [['first', 0] as const, ['last', pages.length - 1] as const]) {
        const link = linkOn(page, shape, name)
        if (link === undefined || (name === 'last' && !ended)) continue
        judged += 1
        const address = addressOf(link, page)
        const walked = pages.findIndex((_, one) => isAt(walk, one, address))
        if (walked < 0 || isAt(walk, end, address)) continue
        ofLast ||= name === 'last'
        findings.push(
          finding(at(page, index, shape, name), `the address of page ${end + 1}`, `that of page ${walked + 1}`, page),
        )
      }
    }
    const moved = ofLast ? movedMeanwhile(walk, shape) : undefined
    if (moved !== undefined) return undecided(moved)
    return judged === 0 ? silent('no page names the first or the last one') : findings
  }

/** An answer that is all on one page has no link but that to itself. */
export const onePageHasOnlySelf =
  (shape: Links) =>
  ({ pages }: Walked): Answer => {
    const [page] = pages
    if (page === undefined || pages.length > 1 || bodyOf(page) === undefined) return silent('not an answer of one page')
    if (linkOn(page, shape, 'next') !== undefined) return silent('more pages follow')
    return (['first', 'prev', 'last'] as const).flatMap((name) => {
      const link = linkOn(page, shape, name)
      return link === undefined ? [] : [finding(placeOn(page, shape.links[name] ?? ''), nothing, link, page)]
    })
  }
