import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, type Observed, undecided } from '../engine/rule.ts'
import { at, carried } from './body.ts'
import { finding, nothing } from './findings.ts'
import { failed, succeeded, unauthorised, unavailable } from './status.ts'

/**
 * Pages in the order in which `Links.Next` led to them. `limit`: the run's own limit of pages ended the walk; `too long`:
 * it went on five pages beyond `Meta.TotalPages`.
 */
export interface Walk {
  readonly pages: readonly Exchange[]
  readonly end: 'no next' | 'seen before' | 'too long' | 'limit' | 'not a page'
}

/** A walk, and a second one where something did not fit the first time. */
export interface Walks {
  readonly first: Walk
  readonly second?: Walk
}

/** Pages beyond `Meta.TotalPages` after which a walk has no end. */
export const patience = 5

/** A link of a page; undefined when it is not a text. */
export const link = (page: Exchange, name: 'Self' | 'First' | 'Prev' | 'Next' | 'Last'): string | undefined => {
  const value = at(carried(page)?.value, 'Links', name)
  return typeof value === 'string' ? value : undefined
}

/** `Meta.TotalPages` of a page, when it is a number. */
export const totalPages = (page: Exchange): number | undefined => {
  const value = at(carried(page)?.value, 'Meta', 'TotalPages')
  return typeof value === 'number' ? value : undefined
}

/** Whether the link of the page at the end of a walk was met before in it. */
export const leadsBack = (pages: readonly Exchange[]): boolean => {
  const next = pages.map((page) => link(page, 'Next'))
  const last = next.at(-1)
  if (last === undefined) return false
  return next.slice(0, -1).includes(last) || pages.some(({ request }) => request.url === last)
}

/**
 * Every page of a walk succeeds and the walk ends: no link is met twice, and it stops near `Meta.TotalPages`. A 5xx counts
 * only when a second walk meets one, too.
 */
export const walkEnds = ({ first, second }: Walks): Answer => {
  const broken = brokenPages(first)
  const lasting = !first.pages.some(failed) || (second?.pages.some((page) => failed(page) && !passing(page)) ?? false)
  if (broken.length > 0) return lasting ? broken : undecided('a page failed in one walk of two')
  if (first.pages.some(passing)) return undecided('a page was not available')
  if (first.end === 'seen before') return [loop(first)]
  if (first.end === 'limit') return undecided(`the walk was given up after ${first.pages.length} pages (limits.pages)`)
  if (first.end !== 'too long') return []
  if (second === undefined) return undecided('the second walk is missing')
  if (second.end === 'seen before') return [loop(second)]
  if (second.end !== 'too long') return undecided('the first walk found no end, the second one did')
  const last = second.pages.at(-1)
  return last === undefined
    ? []
    : [finding(`page ${second.pages.length} /Links/Next`, nothing, link(last, 'Next'), last)]
}

/** Says something about the moment or the token, and nothing about the page. */
const passing = (page: Exchange): boolean => unavailable(page) || unauthorised(page)

const brokenPages = ({ pages }: Walk): readonly Finding[] =>
  pages.flatMap((page, index) =>
    succeeded(page) || passing(page) ? [] : [finding(`page ${index + 1} status`, '200', page.response.status, page)],
  )

const loop = ({ pages }: Walk): Finding => {
  const last = pages.at(-1)
  return finding(`page ${pages.length} /Links/Next`, 'a link not met before', last && link(last, 'Next'), last)
}

/** The first page has no `Prev`, and the pages are as many as the last one says; of no record, 0 and 1 both fit. */
const faultsOfEnds = ({ pages, end }: Walk): readonly Finding[] => {
  const [first] = pages
  const last = pages.at(-1)
  if (first === undefined || last === undefined) return []
  const prev = link(first, 'Prev')
  const total = totalPages(last)
  const fits = total === undefined || total === pages.length || (total === 0 && pages.length === 1)
  return [
    ...(prev === undefined ? [] : [finding('page 1 /Links/Prev', nothing, prev, first)]),
    ...(end !== 'no next' || fits
      ? []
      : [finding(`page ${pages.length} /Meta/TotalPages`, String(pages.length), total, last)]),
  ]
}

/** Whether a walk leaves nothing to ask again. */
export const fitsAtOnce = (walk: Walk): boolean => walk.end === 'no next' && faultsOfEnds(walk).length === 0

/** The ends of a walk are marked as such. Data may move: only what a second walk repeats is a finding. */
export const endsAreMarked = ({ first, second }: Walks): Answer => {
  const once = faultsOfEnds(first)
  if (once.length === 0) return first.end === 'no next' ? [] : undecided('the walk did not come to its last page')
  if (second === undefined) return undecided('the second walk is missing')
  const twice = faultsOfEnds(second).filter((fault) => once.some(({ at }) => at === fault.at))
  return twice.length > 0 ? twice : undecided('two walks in a row differ; the data may have moved')
}

/** How many pages there were, and whether a link led to another host than the page came from. */
export const shapeOfWalk = ({ first }: Walks): Observed => {
  const strangers = first.pages.flatMap((page) => {
    const next = link(page, 'Next')
    const host = next !== undefined && URL.canParse(next) ? new URL(next).host : undefined
    return host !== undefined && host !== new URL(page.request.url).host ? [host] : []
  })
  return {
    pages: String(first.pages.length),
    ...(strangers.length === 0 ? {} : { 'Links.Next names another host': [...new Set(strangers)].join(', ') }),
  }
}
