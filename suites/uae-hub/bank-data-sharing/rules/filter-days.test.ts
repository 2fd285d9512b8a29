import { expect, it } from 'vitest'
import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { proves } from '../../../../testing/proves.ts'
import { transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { byBooking } from '../filtered.ts'
import { asked, type FilteredByDays } from '../scenarios/filter-by-days.ts'
import { filtersAreRead } from './filter-days.ts'

type Key = keyof typeof asked

const operation = 'GET /accounts/{AccountId}/transactions'
const page = (...ids: readonly string[]): Sample => ({
  operation,
  body: transactionsBody(ids.map((id) => transaction(id, '2026-05-03T15:46:00Z'))),
})

/** A bank that reads every filter as it is meant, but for one. */
const filtered = (odd?: Key, sample: Sample = {}): FilteredByDays => ({
  filtered: byBooking,
  baseline: exchange(page('t1')),
  probes: Object.entries(asked).map(([key, name]) => {
    const usual = key === 'swapped' || key === 'toAhead' ? { operation, status: 400 } : page()
    return { name, exchange: exchange(key === odd ? { operation, ...sample } : usual) }
  }),
})

const cases: Readonly<Record<string, readonly [Key, status: number, expected: string]>> = {
  'UAE-DAT-008': ['gulf', 400, 'a success'],
  'UAE-PAG-012': ['swapped', 200, '400'],
  'UAE-PAG-013': ['toAhead', 200, '400'],
  'UAE-PAG-015': ['fromAhead', 400, '200'],
  'UAE-PAG-017': ['longAgo', 400, 'a success'],
}

for (const [id, [key, status, expected]] of Object.entries(cases)) {
  proves(ruleNamed(filtersAreRead, id), {
    holds: { 'all as they are meant': filtered() },
    breaks: {
      'one otherwise': [
        filtered(key, { status }),
        { at: `${asked[key]}: status`, expected, got: String(status), exchange: 'x1' },
      ],
    },
    undecided: { 'a 401, which is about the token': filtered(key, { status: 401 }) },
  })
}

it('proves every rule on days', () => {
  expect(filtersAreRead.map(({ id }) => id)).toEqual(Object.keys(cases))
})

proves(ruleNamed(filtersAreRead, 'UAE-DAT-008'), {
  holds: { 'without an offset is another matter': filtered('local', { status: 400 }) },
  breaks: { 'with +04:00': [filtered('gulf', { status: 400 }), `${asked.gulf}: status`] },
})

proves(ruleNamed(filtersAreRead, 'UAE-PAG-015'), {
  breaks: {
    'records of long ago': [
      filtered('fromAhead', page('t1')),
      'from in the future /Data/Transaction/0/BookingDateTime',
    ],
    '400': [filtered('fromAhead', { status: 400 }), 'from in the future: status'],
  },
  undecided: {
    'a record of the future': filtered('fromAhead', {
      operation,
      body: transactionsBody([transaction('t1', '2026-08-01T00:00:00Z')]),
    }),
  },
})
