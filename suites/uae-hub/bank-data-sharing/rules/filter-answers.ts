import { bothWaysFindTheSame, nothingIsFound } from '../../../../checks/kept-filter.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { transactions } from '../../operations.ts'
import { byBooking } from '../filtered.ts'
import { filterQuietly } from '../scenarios/filter-quietly.ts'
import { filterWithOffsets } from '../scenarios/filter-with-offsets.ts'

/** UAE-PAG-016: how a list without records is written is UAE-ERR-019's matter. */
export const quietDaysAreEmpty = rule({
  id: 'UAE-PAG-016',
  requirements: ['UAE-PAG-016'],
  level: 'MUST',
  about: 'bank',
  title: 'A filter in which nothing lies is answered with 200',
  cites: [cite.bankDataGuide('step 9'), cite.web('date filters')],
  defects: ['quiet-day-not-found'],
  on: [filterQuietly],
  operation: transactions,
  check: ({ quiet }) => nothingIsFound(byBooking)(quiet),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=2026-05-02T00:00:00Z&toBookingDateTime=2026-05-02T23:59:59Z\n\n404`,
    findings: [{ at: 'a day without bookings: status', expected: '200', got: '404' }],
  },
})

/** UAE-DAT-009: the first page of each answer is compared, which holds a day and never many records. */
export const offsetsAreIgnored = rule({
  id: 'UAE-DAT-009',
  requirements: ['UAE-DAT-009'],
  level: 'SHOULD',
  about: 'bank',
  title: 'The offset of a filter is ignored',
  cites: [cite.accountInformation('FromBookingDateTimeParam: the offset')],
  defects: ['offset-of-filter-heeded'],
  on: [filterWithOffsets],
  operation: transactions,
  check: bothWaysFindTheSame(byBooking),
  example: {
    breaks: `x1 …/transactions?fromBookingDateTime=2026-05-03T13:46:00Z&…        {"Data":{"Transaction":[{"TransactionId":"t1"}]}}
x2 …/transactions?fromBookingDateTime=2026-05-03T13:46:00%2B04:00&…  {"Data":{"Transaction":[]}}`,
    findings: [
      {
        at: 'fromBookingDateTime=2026-05-03T13:46:00+04:00',
        expected: 'the same records',
        got: 'other records than in x1',
      },
    ],
  },
})
