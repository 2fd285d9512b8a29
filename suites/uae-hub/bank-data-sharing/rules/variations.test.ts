import { expect, it } from 'vitest'
import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Varied } from '../scenarios/vary-headers.ts'
import { customer, type Variation, variationsAt } from '../variations.ts'
import { variationsAreTaken } from './variations.ts'

const baseline = exchange({ operation: 'GET /accounts/{AccountId}' })

/** What came of variations: as `odd` says for those of one kind, and a good answer to all others. */
const varied = (of: Variation['of'], name: string, odd: Sample): Varied => ({
  baseline,
  probes: variationsAt(new Date('2026-06-01T08:00:00Z')).map((one) => {
    const usual: Sample = one.of === 'malformed dates' ? { status: 400 } : { body: {} }
    const sample = one.of === of && one.name === name ? odd : usual
    return { of: one.of, probe: { name: one.name, exchange: exchange(sample) } }
  }),
})
const quiet = varied('odd values', '', {})

const cases: Readonly<Record<string, readonly [Variation['of'], name: string, odd: Sample, expected: string]>> = {
  'UAE-HDR-004': ['odd values', 'x-fapi-interaction-id: abc', { status: 403 }, 'a success or 400'],
  'UAE-HDR-006': ['dates of GMT and UTC', 'x-fapi-auth-date in UTC', { status: 400 }, 'a success'],
  'UAE-HDR-007': ['malformed dates', 'x-fapi-auth-date of ISO 8601', { status: 200 }, '400, and no data'],
  'UAE-HDR-008': ['no customer', 'no header about the customer', { status: 400 }, 'a success'],
  'UAE-HDR-010': ['addresses', 'x-fapi-customer-ip-address of IPv6', { status: 400 }, 'a success'],
  'UAE-HDR-018': ['no type', 'no Accept', { status: 406 }, 'a success'],
  'UAE-HDR-029': ['strange headers', 'x-fapi-financial-id and a header of no standard', { status: 400 }, 'a success'],
  'UAE-PAG-020': [
    'strange parameters',
    'a parameter that the contract does not have',
    { status: 403 },
    'a success or 400',
  ],
}

for (const [id, [of, name, odd, expected]] of Object.entries(cases)) {
  proves(ruleNamed(variationsAreTaken, id), {
    holds: { 'all as it is to be': quiet },
    breaks: {
      'one is taken otherwise': [
        varied(of, name, odd),
        { at: `${name}: status`, expected, got: String(odd.status), exchange: 'x1' },
      ],
    },
    undecided: { 'a 401, which is about the token': varied(of, name, { status: 401 }) },
  })
}

it('proves every rule on variations', () => {
  expect(variationsAreTaken.map(({ id }) => id)).toEqual(Object.keys(cases))
})

proves(ruleNamed(variationsAreTaken, 'UAE-HDR-018'), {
  breaks: {
    'the other type': [
      varied('no type', 'Accept: */*', { headers: { 'content-type': 'application/jwt' }, body: 'a.b.c' }),
      'Accept: */*: header content-type',
    ],
    'no Accept': [varied('no type', 'no Accept', { status: 406 }), 'no Accept: status'],
  },
})

proves(ruleNamed(variationsAreTaken, 'UAE-HDR-004'), {
  holds: {
    'an address that is refused': varied('odd values', 'x-fapi-customer-ip-address: 999.1.1.1', { status: 400 }),
  },
  breaks: {
    'a failure': [
      varied('odd values', 'x-fapi-interaction-id: abc', { status: 500 }),
      'x-fapi-interaction-id: abc: status',
    ],
    '403': [varied('odd values', 'x-fapi-interaction-id: abc', { status: 403 }), 'x-fapi-interaction-id: abc: status'],
  },
})

const pattern =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|UTC)$/

it.each(['2026-06-01T08:00:00Z', '2026-06-19T23:59:59Z'])('writes dates at %s as their names say', (text) => {
  const now = new Date(text)
  expect(customer(now)['x-fapi-auth-date']).toMatch(pattern)
  for (const { of, headers } of variationsAt(now)) {
    const date = headers?.['x-fapi-auth-date']
    if (of === 'dates of GMT and UTC') expect(date).toMatch(pattern)
    if (of === 'malformed dates') expect(date).not.toMatch(pattern)
  }
})
