import { describe, expect, it } from 'vitest'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { dateIsOfToday, httpDate, httpDatesAreWhole, oldHttpDates } from './http-dates.ts'

const now = new Date('2026-06-01T08:00:00Z')
const given = givenOver([accountsContract()])
const scope = { contracts: ['account-information'] }
const dated = (date: string, more: Record<string, string> = {}) => exchange({ headers: { date, ...more } })

describe('httpDate', () => {
  it.each([
    ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37.000Z', 'IMF-fixdate'],
    ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37.000Z', 'rfc850-date'],
    ['Monday, 01-Jun-26 08:00:00 GMT', '2026-06-01T08:00:00.000Z', 'rfc850-date'],
    ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37.000Z', 'asctime-date'],
    ['Mon Jun 01 08:00:00 2026', '2026-06-01T08:00:00.000Z', 'asctime-date'],
    [' Thu, 29 Feb 2024 00:00:00 GMT ', '2024-02-29T00:00:00.000Z', 'IMF-fixdate'],
    ['Sat, 31 Dec 2016 23:59:60 GMT', '2017-01-01T00:00:00.000Z', 'IMF-fixdate'],
  ])('reads %s', (text, at, form) => {
    const found = httpDate(text, now)
    expect([found?.at.toISOString(), found?.form]).toEqual([at, form])
  })
  it.each([
    'Mon, 06 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 1994 08:49:37 UTC',
    'Sun, 06 Nov 1994 08:49:37 +0000',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 6 Nov 1994 08:49:37 GMT',
    'Sun, 06 Nov 94 08:49:37 GMT',
    'sun, 06 nov 1994 08:49:37 gmt',
    'Sun, 06 November 1994 08:49:37 GMT',
    'Sun, 29 Feb 2026 00:00:00 GMT',
    'Sun, 06 Nov 1994 24:00:00 GMT',
    '1994-11-06T08:49:37Z',
    '784111777',
    '',
  ])('refuses %j', (text) => expect(httpDate(text, now)).toBeUndefined())
})

describe('httpDatesAreWhole', () => {
  proves(
    httpDatesAreWhole(scope),
    {
      holds: {
        'the usual form': dated('Mon, 01 Jun 2026 08:00:00 GMT'),
        'an old form': dated('Mon Jun  1 08:00:00 2026'),
        'Expires may be anything': dated('Mon, 01 Jun 2026 08:00:00 GMT', { expires: '-1' }),
        'of an error': exchange({ status: 400, headers: { Date: 'Mon, 01 Jun 2026 08:00:00 GMT' } }),
      },
      breaks: {
        'ISO 8601': [
          dated('2026-06-01T08:00:00Z'),
          { at: 'header date', expected: 'an HTTP-date in GMT', got: '2026-06-01T08:00:00Z' },
        ],
        'in another zone': [dated('Mon, 01 Jun 2026 12:00:00 GST'), 'header date'],
        'the name of another day': [dated('Tue, 01 Jun 2026 08:00:00 GMT'), 'header date'],
        'Last-Modified': [
          dated('Mon, 01 Jun 2026 08:00:00 GMT', { 'Last-Modified': 'yesterday' }),
          'header last-modified',
        ],
      },
      silent: {
        'no date': exchange(),
        'a gateway': exchange({ status: 502, headers: { date: 'x' } }),
        'what no contract names': exchange({ operation: null, headers: { date: 'x' } }),
      },
    },
    given,
  )
})

const inUtc = 'Mon, 01 Jun 2026 08:00:00 UTC'
proves(httpDatesAreWhole(scope), { breaks: { UTC: [dated(inUtc), 'header date'] } }, given)
proves(httpDatesAreWhole({ ...scope, utc: true }), { holds: { 'UTC, where it is taken': dated(inUtc) } }, given)

it('observes an old form', () => {
  expect(oldHttpDates(dated('Mon Jun  1 08:00:00 2026'))).toEqual({ 'header date': 'asctime-date' })
  expect(oldHttpDates(dated('Mon, 01 Jun 2026 08:00:00 GMT'))).toEqual({})
  expect(oldHttpDates(exchange())).toEqual({})
})

describe('dateIsOfToday', () => {
  const seconds = 300
  proves(
    dateIsOfToday({ ...scope, seconds }),
    {
      holds: {
        'the same second': dated('Mon, 01 Jun 2026 08:00:00 GMT'),
        'five minutes behind': dated('Mon, 01 Jun 2026 07:55:00 GMT'),
        'five minutes ahead': dated('Mon, 01 Jun 2026 08:05:00 GMT'),
        'at the end of a slow answer': { ...dated('Mon, 01 Jun 2026 08:05:30 GMT'), durationMs: 30_000 },
        'out of a cache': dated('Mon, 01 Jun 2026 07:00:00 GMT', { age: '3600' }),
        'in an old form': dated('Monday, 01-Jun-26 08:00:00 GMT'),
      },
      breaks: {
        'six minutes behind': [
          dated('Mon, 01 Jun 2026 07:54:00 GMT'),
          {
            at: 'header date',
            expected: 'within 300 seconds of Mon, 01 Jun 2026 08:00:00 GMT',
            got: 'Mon, 01 Jun 2026 07:54:00 GMT',
          },
        ],
        'local time that is called GMT': [dated('Mon, 01 Jun 2026 12:00:00 GMT'), 'header date'],
        'an Age that says nothing': [dated('Mon, 01 Jun 2026 07:00:00 GMT', { age: 'old' }), 'header date'],
      },
      silent: { 'no Date': exchange(), 'no HTTP-date': dated('2026-06-01T08:00:00Z') },
    },
    given,
  )
  proves(
    dateIsOfToday({ ...scope, seconds, required: true }),
    { breaks: { 'no Date': [exchange(), { at: 'header date', expected: 'an HTTP-date', got: 'nothing' }] } },
    given,
  )
})
