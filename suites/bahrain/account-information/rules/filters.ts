import { eachAccepted } from '../../../../checks/acceptance.ts'
import { together } from '../../../../checks/answers.ts'
import { nothingIsFound, recordsKeepFilter } from '../../../../checks/kept-filter.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { refused, succeeded } from '../../../../checks/status.ts'
import { type Answer, type Probe, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { attemptsFor, onAttempts } from '../../tried.ts'
import { type FilteredList, filterStatements, filterTransactions } from '../scenarios/filter-lists.ts'

const both = [filterTransactions, filterStatements] as const

const plain = (list: FilteredList) => attemptsFor(list, 'BH-FLT-001')[0]

/** A bank that refuses the plain filter has broken BH-FLT-001 alone. */
const whereFiltersWork =
  (check: (probes: readonly Probe[], list: FilteredList) => Answer) =>
  (probes: readonly Probe[], _: unknown, list: FilteredList): Answer => {
    const asked = plain(list)
    return asked !== undefined && 'exchange' in asked && refused(asked.exchange)
      ? undecided('the plain filter was refused')
      : check(probes, list)
  }

/** BH-FLT-001: what the records are is another matter. */
export const filtersAreTaken = onAttempts({
  id: 'BH-FLT-001',
  title: 'Lists of transactions and of statements are filtered by days',
  cites: [cite.questions('filtering'), cite.filters('transactions')],
  defect: 'bh-filter-of-statements-refused',
  on: both,
  check: eachAccepted(),
  breaks: `GET /accounts/{AccountId}/statements?fromStatementDateTime=2026-05-01T00:00:00

400`,
  finding: { at: 'one day: status', expected: 'a success', got: '400' },
})

/** BH-FLT-002: a day more on either side is let pass, for nobody says in which zone a filter is read. */
export const recordsLieInTheFilter = rule<FilteredList>({
  id: 'BH-FLT-002',
  requirements: ['BH-FLT-002'],
  level: levels('BH-FLT-002'),
  about: 'bank',
  title: 'Filtered transactions were booked, and filtered statements begin, within the days of the filter',
  cites: [cite.pages('Statements'), cite.british('account-and-transaction-api-profile, filters')],
  defects: ['bh-booking-filter-ignored'],
  on: both,
  check(list) {
    const asked = plain(list)
    if (asked === undefined || !('exchange' in asked) || !succeeded(asked.exchange))
      return undecided('the filtered list was not given')
    return recordsKeepFilter(list.filtered, list.days)(asked.exchange, asked.name)
  },
  example: {
    breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=2026-05-03T00:00:00&toBookingDateTime=2026-05-03T23:59:59
200
{"Data":{"Transaction":[{"BookingDateTime":"2026-04-01T09:00:00Z","Status":"Booked", …}]}, …}`,
    findings: [
      {
        at: 'one day /Data/Transaction/0/BookingDateTime',
        expected: 'from 2026-05-03',
        got: '2026-04-01T09:00:00Z',
      },
    ],
  },
})

/** BH-FLT-003 */
export const oldDaysAreValid = onAttempts<FilteredList>({
  id: 'BH-FLT-003',
  title: 'A filter that begins before there is data gives the data that there is',
  cites: [cite.filters('dates outside of what is available')],
  defect: 'bh-old-days-refused',
  on: both,
  check: whereFiltersWork(eachAccepted()),
  breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=1990-01-01T00:00:00

400`,
  finding: { at: 'from 1990-01-01: status', expected: 'a success', got: '400' },
})

/** BH-FLT-005 */
export const garbledDaysAreRefused = onAttempts({
  id: 'BH-FLT-005',
  title: 'A filter that is no date is refused with 400',
  cites: [cite.british('read-write-data-api-profile, status codes')],
  defect: 'bh-garbage-filter-taken',
  on: both,
  check: eachRefused({ statuses: [400], demand: 'refused', aside: [401] }),
  usual: [400],
  breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=notadate

200`,
  finding: { at: 'fromBookingDateTime=notadate: status', expected: '400, and no data', got: '200' },
})

/** BH-DAT-005: whether the offset was used is not looked at. */
export const zonesAreValid = onAttempts<FilteredList>({
  id: 'BH-DAT-005',
  title: 'A filter with an offset is valid',
  cites: [cite.questions('filtering'), cite.filters('time zones')],
  defect: 'bh-zone-in-filter-refused',
  on: both,
  check: whereFiltersWork(eachAccepted()),
  breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=2026-05-03T00:00:00%2B03:00

400`,
  finding: { at: 'with an offset: status', expected: 'a success', got: '400' },
})

/** BH-ERR-009: a list that is left out is no fault. */
export const nothingIsAnEmptyList = onAttempts<FilteredList>({
  id: 'BH-ERR-009',
  title: 'A valid request that finds nothing is answered with 200',
  cites: [cite.british('read-write-data-api-profile, 404')],
  defect: 'bh-nothing-found-is-404',
  on: both,
  check: whereFiltersWork((probes, list) => together(...probes.map(nothingIsFound(list.filtered)))),
  breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=1990-01-01T00:00:00&toBookingDateTime=1990-01-02T23:59:59

404`,
  finding: { at: 'two days of 1990: status', expected: '200', got: '404' },
})
