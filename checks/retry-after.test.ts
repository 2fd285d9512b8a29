import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { headersOfLimit, type Limited, secondsToWait, waitIsLongEnough } from './retry-after.ts'

const limited = exchange({ id: 'x1', status: 429, headers: { 'Retry-After': '2' } })
const then = (status: number): Limited => ({ limited, waited: 2, retried: exchange({ id: 'x2', status }) })

describe('waitIsLongEnough', () => {
  proves(waitIsLongEnough, {
    holds: { answered: then(200) },
    breaks: {
      'limited again': [
        then(429),
        { at: 'status', expected: 'an answer other than 429 after 2 seconds', got: '429', exchange: 'x2' },
      ],
    },
    undecided: { 'no Retry-After': { limited }, 'a failure': then(503), 'a token that ended': then(401) },
  })
})

describe('secondsToWait', () => {
  const now = new Date('2026-06-01T08:00:00.500Z')
  const asks = (value: string) => secondsToWait(exchange({ status: 429, headers: { 'retry-after': value } }), now)
  it('reads seconds', () => expect(asks('3')).toBe(3))
  it('reads a date', () => expect(asks('Mon, 01 Jun 2026 08:00:10 GMT')).toBe(10))
  it('counts a date from that of the answer', () => {
    const headers = { 'retry-after': 'Mon, 01 Jun 2026 08:00:10 GMT', date: 'Mon, 01 Jun 2026 07:59:40 GMT' }
    expect(secondsToWait(exchange({ status: 429, headers }), now)).toBe(30)
  })
  it('takes a date that has passed for now', () => expect(asks('Mon, 01 Jun 2026 07:00:00 GMT')).toBe(0))
  it('knows neither', () => expect(asks('soon')).toBeUndefined())
  it('knows a missing one', () => expect(secondsToWait(exchange({ status: 429 }), now)).toBeUndefined())
})

it('observes what stood on the 429', () => {
  expect(headersOfLimit({ limited })).toEqual({ 'Retry-After': '2', 'x-fapi-interaction-id on 429': 'missing' })
})
