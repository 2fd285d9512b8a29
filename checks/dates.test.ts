import { describe, expect, it } from 'vitest'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { at } from './body.ts'
import { dateTimesAreWhole, isDateTime } from './dates.ts'

describe('isDateTime', () => {
  it.each([
    '2026-05-03T15:46:00Z',
    '2026-05-03t15:46:00z',
    '2026-05-03T15:46:00.123456+04:00',
    '2026-05-03T15:46:00-03:30',
    '2024-02-29T00:00:00Z',
    '2016-12-31T23:59:60Z',
  ])('takes %s', (text) => expect(isDateTime(text)).toBe(true))
  it.each([
    '2026-05-03T15:46:00',
    '2026-05-03',
    '2026-05-03 15:46:00Z',
    '2026-05-03T15:46:00+0400',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-05-03T24:00:00Z',
    '2026-05-03T15:46:61Z',
    '2026-05-03T15:46:00+24:00',
    '2026-05-03T15:46:00 UTC',
    '',
  ])('refuses %s', (text) => expect(isDateTime(text)).toBe(false))
})

const given = givenOver([
  accountsContract({ dates: (body) => [{ at: '/Data/Opened', value: at(body, 'Data', 'Opened') }] }),
])
const opened = (value: unknown) => exchange({ body: { Data: { Opened: value } } })
const expected = 'a date-time of RFC 3339 with an offset'

proves(
  dateTimesAreWhole({ contracts: ['account-information'] }),
  {
    holds: {
      'an offset': opened('2026-05-03T15:46:00+04:00'),
      'fractions of a second': opened('2026-05-03T15:46:00.5Z'),
    },
    breaks: {
      'no offset': [opened('2026-05-03T15:46:00'), { at: '/Data/Opened', expected, got: '2026-05-03T15:46:00' }],
      'in a JWS': [
        exchange({ body: 'a.b.c', jws: { claims: { message: { Data: { Opened: '2026-05-03' } } } } }),
        { at: '/message/Data/Opened', expected, got: '2026-05-03' },
      ],
    },
    silent: {
      'another type is a matter of the schema': opened(5),
      'no JSON': exchange({ body: 'abc' }),
      'no contract names it': exchange({ operation: null, body: { Data: { Opened: 'x' } } }),
    },
  },
  given,
)
