import { describe } from 'vitest'
import { isDate, isDateTime } from '../schemas/formats.ts'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { at } from './body.ts'
import { datesAreDays, dateTimesAreWhole, dateTimesByNameAreWhole } from './dates.ts'

/** One date, which has to be a text of some format. */
const givenOf = (isWhole: (text: string) => boolean) => {
  const value = (body: unknown): unknown => at(body, 'Data', 'Opened')
  const fault = { at: '/Data/Opened', keyword: 'format', expected: 'another', got: 'this' }
  return givenOver([
    accountsContract({
      dates: (body) => [{ at: fault.at, value: value(body) }],
      faults: (body) => (typeof value(body) === 'string' && isWhole(String(value(body))) ? [] : [fault]),
    }),
  ])
}
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
  givenOf(isDateTime),
)

proves(
  datesAreDays({ contracts: ['account-information'] }),
  {
    holds: { 'a day': opened('2026-05-03') },
    breaks: {
      'with a time': [
        opened('2026-05-03T00:00:00Z'),
        {
          at: '/Data/Opened',
          expected: 'a full-date of RFC 3339, without a time',
          got: '2026-05-03T00:00:00Z',
        },
      ],
      'a day that does not exist': [opened('2026-02-30'), '/Data/Opened'],
    },
    silent: { 'another type': opened(null), 'no JSON': exchange({ body: 'abc' }) },
  },
  givenOf(isDate),
)

const of = (body: unknown) => exchange({ operation: null, body })

describe('dateTimesByNameAreWhole', () => {
  proves(dateTimesByNameAreWhole({ names: /DateTime$/i }), {
    holds: {
      'any offset, with fractions': of({ BookingDateTime: '2026-05-03T15:46:00.5-03:30', Day: '2026-05-03' }),
      'in a list': of({ a: [{ valueDateTime: '2026-05-03T15:46:00Z' }] }),
    },
    breaks: {
      'a date only, deep inside': [
        of({ a: [{ b: { CreationDateTime: '2026-05-03' } }] }),
        { at: '/a/0/b/CreationDateTime', expected, got: '2026-05-03' },
      ],
      'no colon in the offset': [of({ DateTime: '2026-05-03T15:46:00+0400' }), '/DateTime'],
      'in a JWS': [exchange({ body: 'a.b.c', jws: { claims: { message: { DateTime: 'x' } } } }), '/message/DateTime'],
    },
    silent: {
      'no such member': of({ Date: 'x' }),
      'another type is a matter of the schema': of({ DateTime: 5 }),
      'no JSON': of('DateTime'),
    },
  })
})
