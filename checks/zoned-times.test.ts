import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { transaction, transactionsBody, uaeGiven } from '../testing/uae-hub.ts'
import { beyondRfc3339, dateTimesAreExtended, zonesAreSaid } from './zoned-times.ts'

const scope = { contracts: ['account-information'] }
const booked = (date: string) =>
  exchange({
    operation: 'GET /accounts/{AccountId}/transactions',
    body: transactionsBody([transaction('t1', date)]),
  })
const place = '/Data/Transaction/0/BookingDateTime'

proves(
  zonesAreSaid(scope),
  {
    holds: { Z: booked('2026-05-03T15:46:00Z'), 'no colon': booked('2026-05-03T15:46:00+0400') },
    breaks: { none: [booked('2026-05-03T15:46:00'), place], 'and no T': [booked('2026-05-03 15:46'), place] },
    silent: { 'an answer without times': exchange({ body: {} }), 'no operation': exchange({ operation: null }) },
  },
  uaeGiven,
)

proves(
  dateTimesAreExtended(scope),
  {
    holds: { 'RFC 3339': booked('2026-05-03T15:46:00.1+04:00'), 'ISO 8601': booked('2026-05-03T15:46+04') },
    breaks: {
      'no colon': [booked('2026-05-03T15:46:00+0400'), place],
      'no day': [booked('2026-02-30T15:46:00Z'), place],
    },
    silent: { 'no JSON': exchange({ body: 'ok' }) },
  },
  uaeGiven,
)

it('what RFC 3339 does not have is observed', () => {
  expect(beyondRfc3339(scope)(booked('2026-05-03T15:46Z'), uaeGiven)).toEqual({
    'date-times of ISO 8601 beyond RFC 3339': '2026-05-03T15:46Z',
  })
  expect(beyondRfc3339(scope)(booked('2026-05-03T15:46:00Z'), uaeGiven)).toEqual({})
})
