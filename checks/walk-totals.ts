import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Check, type Finding, silent, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { bodyOf, linkOn, movedMeanwhile, type PageShape, placeOn, recordsOn, type Walked } from './pages.ts'
import { valueAt } from './places.ts'

const integer = (page: Exchange, pointer: string | undefined): number | undefined => {
  const value = pointer === undefined ? undefined : valueAt(bodyOf(page), pointer)
  return Number.isInteger(value) ? Number(value) : undefined
}

/**
 * The totals that pages name are those of the walk: as many pages, as many records. Only a walk that came to its end is
 * judged; of no record, 0 and 1 pages both fit. Undecided when they do not fit and the data moved.
 */
export const totalsFit =
  (shape: PageShape) =>
  (walk: Walked): Answer => {
    const { pages } = walk
    const last = pages.at(-1)
    const lists = pages.map((page) => recordsOn(page, shape))
    if (last === undefined || pages.some((page) => bodyOf(page) === undefined))
      return undecided('a page of the walk was not answered')
    if (linkOn(last, shape, 'next') !== undefined) return undecided('the walk did not come to its last page')
    const records = lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)
    const named = pages.map((page) => ({
      ofPages: integer(page, shape.totalPages),
      ofRecords: lists.includes(undefined) ? undefined : integer(page, shape.totalRecords),
    }))
    if (named.every(({ ofPages, ofRecords }) => ofPages === undefined && ofRecords === undefined))
      return silent('no page names a total')
    const fits = (total: number): boolean =>
      total === pages.length || (total === 0 && records === 0 && pages.length === 1)
    const findings = pages.flatMap((page, index): readonly Finding[] => {
      const { ofPages, ofRecords } = named[index] ?? {}
      const at = (pointer = ''): string => `page ${index + 1} ${placeOn(page, pointer)}`
      return [
        ...(ofPages === undefined || fits(ofPages)
          ? []
          : [finding(at(shape.totalPages), String(pages.length), ofPages, page)]),
        ...(ofRecords === undefined || ofRecords === records
          ? []
          : [finding(at(shape.totalRecords), String(records), ofRecords, page)]),
      ]
    })
    const moved = findings.length > 0 ? movedMeanwhile(walk, shape) : undefined
    return moved === undefined ? findings : undecided(moved)
  }

/** How many records a page may hold. */
export interface PageSize {
  /** At most, whatever was asked for. */
  readonly most?: number
  /** The query parameter by which a request asks for fewer. */
  readonly parameter?: string
  /** What a smaller wish may be raised to. */
  readonly least?: number
}

/** A page holds no more records than the standard allows and the request asked for. Fewer are no finding. */
export const pagesKeepTheirSize =
  (shape: Pick<PageShape, 'list'>, size: PageSize): Check =>
  (page) => {
    const records = recordsOn(page, shape)
    if (records === undefined) return silent('the answer holds no list')
    const wish = size.parameter === undefined ? null : new URL(page.request.url).searchParams.get(size.parameter)
    const asked = wish !== null && /^[1-9]\d{0,8}$/.test(wish) ? Math.max(Number(wish), size.least ?? 0) : undefined
    const most = Math.min(asked ?? Number.POSITIVE_INFINITY, size.most ?? Number.POSITIVE_INFINITY)
    if (most === Number.POSITIVE_INFINITY) return silent('nobody said how many records a page may hold')
    return records.length <= most
      ? []
      : [finding(placeOn(page, shape.list), `at most ${most} records`, `${records.length} records`)]
  }
