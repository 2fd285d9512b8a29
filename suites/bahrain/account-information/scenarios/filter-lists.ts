import type { Days, Filtered } from '../../../../checks/kept-filter.ts'
import { recordsOn } from '../../../../checks/pages.ts'
import { valueAt } from '../../../../checks/places.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, statements, transactions } from '../../operations.ts'
import { type Attempt, type Tried, tryEach } from '../../tried.ts'
import { byBooking, byStart } from '../lists.ts'

/** A list without a filter, and with filters of all kinds; `days` are those of the attempts for BH-FLT-001. */
export interface FilteredList extends Tried {
  readonly filtered: Filtered
  readonly days: Days
}

interface List {
  readonly name: string
  readonly operation: string
  readonly filtered: Filtered
  /** Names of the query parameters. */
  readonly from: string
  readonly to: string
}

const daysOn = (page: Exchange, { filtered }: List): readonly string[] => {
  const days = (recordsOn(page, filtered) ?? []).flatMap((one) => {
    const date = valueAt(one, filtered.date)
    return typeof date === 'string' && filtered.judged?.(one) !== false ? [date.slice(0, 10)] : []
  })
  return [...new Set(days)].sort()
}

/** The first account whose list has records on at least two days. */
const choose = async (session: Session, list: List) => {
  const refusals: number[] = []
  for (const AccountId of (await usableAccounts(session)).ids) {
    const unfiltered = await session.call(list.operation, { purpose: 'unfiltered', path: { AccountId } })
    if (!succeeded(unfiltered)) refusals.push(unfiltered.response.status)
    const days = daysOn(unfiltered, list)
    const day = days[days.length >> 1]
    if (succeeded(unfiltered) && days.length > 1 && day !== undefined) return { unfiltered, day, path: { AccountId } }
  }
  throw new Inconclusive(
    refusals.length > 0
      ? `${list.operation} was answered with ${[...new Set(refusals)].join(', ')}`
      : `no account has ${list.name} on two days`,
  )
}

const long = { from: '1990-01-01', to: '1990-01-02' } as const

const attemptsAt = ({ from, to }: List, day: string): readonly Attempt[] => [
  { of: 'BH-FLT-001', name: 'one day', query: { [from]: `${day}T00:00:00`, [to]: `${day}T23:59:59` } },
  { of: 'BH-FLT-003', name: 'from 1990-01-01', query: { [from]: `${long.from}T00:00:00` } },
  { of: 'BH-DAT-005', name: 'with an offset', query: { [from]: `${day}T00:00:00+03:00` } },
  { of: 'BH-FLT-005', name: `${from}=notadate`, query: { [from]: 'notadate' } },
  {
    of: 'BH-ERR-009',
    name: 'two days of 1990',
    query: { [from]: `${long.from}T00:00:00`, [to]: `${long.to}T23:59:59` },
  },
]

const filterList = (list: List): Scenario<FilteredList> =>
  scenario({
    id: `account-information/filter-${list.name}`,
    title: `filter ${list.name} by days`,
    needs: ['accounts', list.name],
    uses: everything,
    operations: [accounts, list.operation],
    effect: 'reads',
    async run(session) {
      const { unfiltered, day, path } = await choose(session, list)
      const probes = await tryEach(session, list.operation, { path }, attemptsAt(list, day))
      return { baseline: unfiltered, probes, filtered: list.filtered, days: { from: day, to: day } }
    },
  })

/** Transactions by the day of their booking. */
export const filterTransactions = filterList({
  name: 'transactions',
  operation: transactions,
  filtered: byBooking,
  from: 'fromBookingDateTime',
  to: 'toBookingDateTime',
})

/** Statements by the first day of their period. */
export const filterStatements = filterList({
  name: 'statements',
  operation: statements,
  filtered: byStart,
  from: 'fromStatementDateTime',
  to: 'toStatementDateTime',
})
