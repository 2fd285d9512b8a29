import { boundsIncluded } from '../../../../checks/inclusive-filter.ts'
import { eachRefused } from '../../../../checks/refusals.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { transactions } from '../../operations.ts'
import { filterAtARecord } from '../scenarios/filter-at-a-record.ts'
import { filterByGarbage } from '../scenarios/filter-by-garbage.ts'

/** UAE-PAG-014 for transactions. A 401 is about the token, and decides nothing. */
export const garbledDatesAreRefused = rule({
  id: 'UAE-PAG-014',
  requirements: ['UAE-PAG-014'],
  level: 'MUST',
  about: 'bank',
  title: 'A filter that is no date is answered with 400',
  cites: [cite.web('date filters, case 1'), cite.accountInformation('400 of …/transactions: Resource.InvalidFormat')],
  defects: ['garbled-date-ignored'],
  on: [filterByGarbage],
  operation: transactions,
  check: ({ probes }) => eachRefused({ statuses: [400], demand: 'exactly', aside: [401] })(probes),
  example: {
    breaks: `GET /accounts/{AccountId}/transactions?fromBookingDateTime=abc

200
{"Data":{"AccountId":"a1","Transaction":[ … ]}}`,
    findings: [{ at: 'fromBookingDateTime=abc: status', expected: '400', got: '200' }],
  },
})

/** UAE-PAG-010 */
export const boundsAreInclusive = rule({
  id: 'UAE-PAG-010',
  requirements: ['UAE-PAG-010'],
  level: 'MUST',
  about: 'bank',
  title: 'A transaction on the bound of a filter is in the answer',
  cites: [cite.accountInformation('FromBookingDateTimeParam, ToBookingDateTimeParam'), cite.web('date filters')],
  defects: ['filter-bounds-exclusive'],
  on: [filterAtARecord],
  operation: transactions,
  check: boundsIncluded,
  example: {
    breaks: `GET …/transactions?fromBookingDateTime=2026-05-03T15:46:00   the BookingDateTime of t1

200
{"Data":{"AccountId":"a1","Transaction":[ … without t1 ]}}`,
    findings: [
      {
        at: 'query fromBookingDateTime=2026-05-03T15:46:00',
        expected: 'the record t1 of that date-time',
        got: 'an answer without it',
      },
    ],
  },
})
