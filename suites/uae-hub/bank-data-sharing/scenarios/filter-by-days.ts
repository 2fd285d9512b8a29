import type { Filtered } from '../../../../checks/kept-filter.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { type ConsentNeed, Inconclusive, type Session } from '../../../../engine/session.ts'
import { activeAccounts, type Probed, probe } from '../../ask.ts'
import { everything, wholeData } from '../../needs.ts'
import { accounts, statements, transactions } from '../../operations.ts'
import { bounds, byBooking, byOpening, dayAfter, endOf, openings, startOf } from '../filtered.ts'
import { insist } from '../insist.ts'

/** Names of the questions, each about one thing that a filter may say. */
export const asked = {
  swapped: 'from after to',
  toAhead: 'to in the future',
  fromAhead: 'from in the future',
  longAgo: 'from nearly two years ago',
  zulu: 'from with Z',
  gulf: 'from with +04:00',
  local: 'from without an offset',
  date: 'from as a date alone',
  days: 'from and to as dates',
} as const

type Key = keyof typeof asked
type Query = Readonly<Record<string, string>>

/** A good read of a list, and what came of its filters. */
export interface FilteredByDays extends Probed {
  readonly filtered: Filtered
}

interface List extends Pick<Scenario<unknown>, 'id' | 'title' | 'needs'> {
  readonly operation: string
  readonly uses: ConsentNeed
  readonly filtered: Filtered
  readonly names: { readonly from: string; readonly to: string }
  /** A day as the beginning and as the end of a filter. */
  readonly first: (date: string) => string
  readonly last: (date: string) => string
  /** What is asked of this list alone. */
  readonly forms: (from: string, now: Date, to: string) => Readonly<Partial<Record<Key, Query>>>
}

const queries = ({ names, first, last, forms }: List, now: Date): Readonly<Partial<Record<Key, Query>>> => {
  const { from, to } = names
  const at = (days: number): string => first(dayAfter(now, days))
  return {
    swapped: { [from]: at(-10), [to]: last(dayAfter(now, -14)) },
    toAhead: { [to]: at(3) },
    fromAhead: { [from]: at(30) },
    longAgo: { [from]: at(-728) },
    ...forms(from, now, to),
  }
}

/** The first active account of which the list is given. */
const firstGood = async (session: Session, { operation }: List) => {
  const refusals: number[] = []
  for (const AccountId of (await activeAccounts(session)).ids) {
    const good = await session.call(operation, { path: { AccountId } })
    if (succeeded(good)) return { good, path: { AccountId } }
    refusals.push(good.response.status)
  }
  throw new Inconclusive(`${operation} was answered with ${refusals.join(', ')} for every active account`)
}

const filterList = (list: List): Scenario<FilteredByDays> =>
  scenario({
    id: list.id,
    title: list.title,
    needs: list.needs,
    uses: list.uses,
    operations: [accounts, list.operation],
    effect: 'reads',
    async run(session): Promise<FilteredByDays> {
      const { good, path } = await firstGood(session, list)
      const probes: Probe[] = []
      for (const [key, query] of Object.entries(queries(list, session.now()))) {
        const name = asked[key as Key]
        probes.push(await probe(name, () => insist(session, list.operation, { purpose: name, path, query })))
      }
      return { baseline: good, probes, filtered: list.filtered }
    },
  })

/** Transactions filtered by dates that are no problem, and by some that are. */
export const filterByDays = filterList({
  id: 'bank-data-sharing/filter-by-days',
  title: 'filter transactions by days of all kinds',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operation: transactions,
  filtered: byBooking,
  names: bounds,
  first: startOf,
  last: endOf,
  forms(from, now) {
    const local = startOf(dayAfter(now, -30)).slice(0, -1)
    return {
      zulu: { [from]: `${local}Z` },
      gulf: { [from]: `${local}+04:00` },
      local: { [from]: local },
      date: { [from]: local.slice(0, 10) },
    }
  },
})

/** The same of statements, whose filter takes days. */
export const filterStatementsByDays = filterList({
  id: 'bank-data-sharing/filter-statements-by-days',
  title: 'filter statements by days of all kinds',
  needs: ['accounts', 'statements'],
  uses: wholeData,
  operation: statements,
  filtered: byOpening,
  names: openings,
  first: (date) => date,
  last: (date) => date,
  forms: (from, now, to) => ({ days: { [from]: dayAfter(now, -400), [to]: dayAfter(now, -30) } }),
})
