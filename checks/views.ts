import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, silent, undecided } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding, nothing } from './findings.ts'
import { bodyOf, placeOn } from './pages.ts'
import { type Place, placesAt, valueAt } from './places.ts'
import { succeeded } from './status.ts'

/** One resource under a consent that shows much of it and one that shows little; the wide one once more where they differ. */
export interface View {
  readonly wide: Exchange
  readonly narrow: Exchange
  readonly again?: Exchange
}

/** The records of both, and what tells them apart; without an id they are not compared one by one. */
export interface Viewed {
  readonly list: string
  readonly id?: string
}

const recordsOf = (exchange: Exchange, list: string): readonly Place[] => placesAt(bodyOf(exchange), `${list}/*`)

const twinOf = ({ list, id }: Viewed, record: Place, exchange: Exchange): Place | undefined =>
  id === undefined
    ? undefined
    : recordsOf(exchange, list).find(({ value }) => valueAt(value, id) === valueAt(record.value, id))

interface Loss {
  readonly record: Place
  readonly name: string
  readonly finding: Finding
}

/** Members of records of the narrow view that the same record of the wide one has not. */
export const losses =
  (viewed: Viewed) =>
  ({ wide, narrow }: Pick<View, 'wide' | 'narrow'>): readonly Loss[] =>
    recordsOf(narrow, viewed.list).flatMap((record) => {
      const twin = twinOf(viewed, record, wide)
      const [little, much] = [object(record.value), object(twin?.value)]
      if (little === undefined || much === undefined || twin === undefined) return []
      return Object.keys(little)
        .filter((name) => !Object.hasOwn(much, name))
        .map((name) => {
          const expected = `the member, as at ${placeOn(narrow, `${record.at}/${name}`)} of ${narrow.id}`
          return { record, name, finding: finding(placeOn(wide, `${twin.at}/${name}`), expected, undefined, wide) }
        })
    })

/** Records of both views. */
const compared = (viewed: Viewed, { wide, narrow }: View): boolean =>
  recordsOf(narrow, viewed.list).some((record) => twinOf(viewed, record, wide) !== undefined)

/**
 * A record of the wide view has every member that the narrow view of it has; what they hold may differ, for the narrow one
 * may shorten it. Records of only one of them decide nothing, nor does a member that the wide view, read again, has.
 */
export const wideHoldsNarrow =
  (viewed: Viewed) =>
  (view: View): Answer => {
    const { again } = view
    if (!compared(viewed, view)) return silent('no record stands in both views')
    const lost = losses(viewed)(view)
    if (lost.length === 0) return []
    if (again === undefined || !succeeded(again)) return undecided('the wide view was not read again')
    const lasting = lost.filter(({ record, name }) => {
      const after = object(twinOf(viewed, record, again)?.value)
      return after !== undefined && !Object.hasOwn(after, name)
    })
    return lasting.length > 0
      ? lasting.map(({ finding: one }) => one)
      : undecided('the record changed between two reads')
  }

/**
 * Members of records that the narrow view withholds are not there. Silent where the wide view shows none of them either,
 * for then there was nothing to withhold. What they hold is not repeated: it is personal.
 */
export const narrowWithholds =
  ({ list, members }: { readonly list: string; readonly members: readonly [string, ...string[]] }) =>
  ({ wide, narrow }: View): Answer => {
    const shown = (exchange: Exchange): readonly string[] =>
      recordsOf(exchange, list).flatMap(({ at, value }) =>
        members.flatMap((name) => (Object.hasOwn(object(value) ?? {}, name) ? [`${at}/${name}`] : [])),
      )
    const found = shown(narrow)
    if (found.length > 0) return found.map((at) => finding(placeOn(narrow, at), nothing, 'the member', narrow))
    if (shown(wide).length === 0) return silent('the wide view shows none of them either')
    return recordsOf(narrow, list).length > 0 ? [] : undecided('the narrow view holds no record')
  }
