import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { offsetsAreIgnored, quietDaysAreEmpty } from './filter-answers.ts'

const operation = 'GET /accounts/{AccountId}/transactions'
const page = (...ids: readonly string[]): Sample => ({
  operation,
  body: transactionsBody(ids.map((id) => transaction(id, '2026-05-03T15:46:00Z'))),
})

const quiet = (sample: Sample) => {
  const probe = { name: 'a day without bookings', exchange: exchange({ operation, ...sample }) }
  return { quiet: probe, busy: { ...probe, name: 'a day with bookings' } }
}
proves(quietDaysAreEmpty, {
  holds: { 'an empty list': quiet(page()) },
  breaks: {
    '404': [
      quiet({ status: 404 }),
      { at: 'a day without bookings: status', expected: '200', got: '404', exchange: 'x1' },
    ],
  },
  undecided: { 'a booking after all': quiet(page('t1')) },
})

const name = 'fromBookingDateTime=2026-05-03T13:46:00+04:00'
const ways = (one: readonly string[], other: readonly string[], again = one) => [
  {
    name,
    one: exchange(page(...one)),
    other: exchange({ ...page(...other), id: 'x2' }),
    again: exchange(page(...again)),
  },
]
proves(offsetsAreIgnored, {
  holds: { 'the same': ways(['t1'], ['t1']) },
  breaks: {
    'one less': [
      ways(['t1'], []),
      { at: name, expected: 'the same records', got: 'other records than in x1', exchange: 'x2' },
    ],
  },
  undecided: { 'one came meanwhile': ways([], ['t1'], ['t1']) },
})
