import { eachAccepted } from '../../../../checks/acceptance.ts'
import { together } from '../../../../checks/answers.ts'
import { type Filtered, nothingIsFound, recordsKeepFilter } from '../../../../checks/kept-filter.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import type { Answer, Finding, Level, Probe, ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { transactions } from '../../operations.ts'
import { onScenarios } from '../../row.ts'
import { dayAfter } from '../filtered.ts'
import { asked, type FilteredByDays, filterByDays, filterStatementsByDays } from '../scenarios/filter-by-days.ts'

interface Row extends Pick<ScenarioRule<FilteredByDays>, 'id' | 'title' | 'cites'> {
  readonly level: Level
  readonly defect: string
  readonly of: readonly (keyof typeof asked)[]
  readonly check: (probes: readonly Probe[], filtered: Filtered) => Answer
  /** Only transactions are filtered so. */
  readonly only?: 'transactions'
  /** Probes whose other statuses are observed, and never judged. */
  readonly beside?: readonly (keyof typeof asked)[]
  readonly shows: string
  readonly finding: Finding
}

const named = ({ probes }: FilteredByDays, keys: readonly (keyof typeof asked)[]): readonly Probe[] =>
  keys.flatMap((key) => probes.filter(({ name }) => name === asked[key]))

const asRule = ({ id, level, title, cites, defect, of, check, only, beside = [], shows, finding }: Row) =>
  onScenarios<FilteredByDays>({
    id,
    level,
    about: 'bank',
    title,
    cites,
    defect,
    on: only === undefined ? [filterByDays, filterStatementsByDays] : [filterByDays],
    ...(only === undefined ? {} : { operation: transactions }),
    check: (probed) => check(named(probed, of), probed.filtered),
    observe: (probed) => otherStatuses(200)(named(probed, beside)),
    example: { breaks: `GET /accounts/{AccountId}/transactions?${shows}`, findings: [finding] },
  })

const refusedWith400 = eachRefused({ statuses: [400], demand: 'exactly', aside: [401] })

/** No record, or only such as lie from that day on: they decide nothing. */
const emptyAhead = ([probe]: readonly Probe[], filtered: Filtered): Answer => {
  if (probe === undefined || 'inconclusive' in probe) return nothingIsFound(filtered)(probe ?? none)
  const from = dayAfter(new Date(probe.exchange.startedAt), 29)
  return together(recordsKeepFilter(filtered, { from })(probe.exchange, probe.name), nothingIsFound(filtered)(probe))
}

const none: Probe = { name: asked.fromAhead, inconclusive: 'it was not asked' }
const webFilters = cite.web('date filters')
const ninthStep = cite.bankDataGuide('step 9')

/** What a filter of transactions or statements may say, and what it may not. */
export const filtersAreRead: readonly ScenarioRule<FilteredByDays>[] = [
  // Without an offset, or as a date alone, the contract and its text differ on whether they may come: observed.
  asRule({
    id: 'UAE-DAT-008',
    level: 'MUST',
    title: 'A filter of transactions takes date-times with any offset',
    cites: [cite.accountInformation('FromBookingDateTimeParam'), cite.guide('data-sharing requirements, rows 4 and 5')],
    defect: 'filter-with-offset-refused',
    of: ['zulu', 'gulf'],
    only: 'transactions',
    check: eachAccepted(),
    beside: ['local', 'date'],
    shows: 'fromBookingDateTime=2026-05-02T00:00:00%2B04:00\n\n400',
    finding: { at: 'from with +04:00: status', expected: 'a success', got: '400' },
  }),
  asRule({
    id: 'UAE-PAG-012',
    level: 'MUST',
    title: 'A filter that ends before it begins is answered with 400',
    cites: [ninthStep, webFilters],
    defect: 'swapped-filter-taken',
    of: ['swapped'],
    check: refusedWith400,
    shows: 'fromBookingDateTime=2026-05-22T00:00:00Z&toBookingDateTime=2026-05-18T23:59:59Z\n\n200',
    finding: { at: 'from after to: status', expected: '400', got: '200' },
  }),
  asRule({
    id: 'UAE-PAG-013',
    level: 'MUST',
    title: 'A filter that ends in the future is answered with 400',
    cites: [ninthStep, webFilters],
    defect: 'filter-into-the-future-taken',
    of: ['toAhead'],
    check: refusedWith400,
    shows: 'toBookingDateTime=2026-06-04T00:00:00Z   three days ahead\n\n200',
    finding: { at: 'to in the future: status', expected: '400', got: '200' },
  }),
  asRule({
    id: 'UAE-PAG-015',
    level: 'MUST',
    title: 'A filter that begins in the future is answered with an empty list',
    cites: [ninthStep],
    defect: 'filter-from-the-future-refused',
    of: ['fromAhead'],
    check: emptyAhead,
    shows: 'fromBookingDateTime=2026-07-01T00:00:00Z   a month ahead\n\n400',
    finding: { at: 'from in the future: status', expected: '200', got: '400' },
  }),
  // Whether a bank has records that old, nobody can tell from outside; that it looks for them, anybody can.
  asRule({
    id: 'UAE-PAG-017',
    level: 'MUST',
    title: 'A filter that begins two years ago is answered',
    cites: [cite.bankDataGuide('history of two years')],
    defect: 'history-of-a-year',
    of: ['longAgo'],
    check: eachAccepted(),
    shows: 'fromBookingDateTime=2024-06-03T00:00:00Z   728 days ago\n\n400',
    finding: { at: 'from nearly two years ago: status', expected: 'a success', got: '400' },
  }),
]
