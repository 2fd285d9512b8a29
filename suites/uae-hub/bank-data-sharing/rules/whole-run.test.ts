import { describe, expect, it } from 'vitest'
import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { uaeGiven } from '../../../../testing/uae-hub.ts'
import { idsOnEveryError, idsStayApart, nothingFailsForGood } from './whole-run.ts'

const name = 'x-fapi-interaction-id'
const [one, other] = ['7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab', '00000000-0000-4000-8000-000000000000']
const call = (id: string, sent: string | undefined, got: string | undefined, sample: Sample = {}) =>
  exchange({
    id,
    operation: 'GET /accounts/{AccountId}',
    ...(sent === undefined ? {} : { sent: { [name]: sent } }),
    ...(got === undefined ? {} : { headers: { [name]: got } }),
    ...sample,
  })

proves(idsStayApart, {
  holds: { 'each its own': [call('x1', one, one), call('x2', other, other)] },
  breaks: {
    'that of another': [
      [call('x1', one, one), call('x2', other, other), call('x3', undefined, one)],
      { at: `header ${name}`, expected: 'another id', got: `${one}, which x1 sent`, exchange: 'x3' },
    ],
  },
  silent: { 'one call alone': [call('x1', one, one)] },
})

proves(idsOnEveryError, {
  holds: { 'on a 404': [call('x1', one, one), call('x2', other, other, { status: 404 })] },
  breaks: {
    'lost on a 404': [
      [call('x1', other, other), call('x2', one, undefined, { status: 404 })],
      { at: `GET /accounts/{AccountId} 404: header ${name}`, expected: one, got: 'nothing', exchange: 'x2' },
    ],
  },
  silent: { 'no error': [call('x1', one, one)] },
})

const failed = (id: string) => ({
  id,
  operation: 'GET /accounts/{AccountId}',
  purpose: 'x-fapi-auth-date of ISO 8601',
  request: 'GET https://rs1.bank.example/accounts/a1 ',
  status: 500,
})
proves(nothingFailsForGood, {
  holds: { 'a refusal the second time': [failed('x1'), { ...failed('x2'), status: 400 }] },
  breaks: {
    'a failure twice': [
      [failed('x1'), failed('x2')],
      {
        at: 'GET /accounts/{AccountId}, x-fapi-auth-date of ISO 8601: status',
        expected: 'a refusal',
        got: '500, 2 times',
        exchange: 'x1',
      },
    ],
  },
  silent: { 'nothing was refused': [] },
})

describe('what is kept of a run', () => {
  it.each([idsStayApart, idsOnEveryError])('holds no body ($id)', ({ gather }) => {
    const whole = call('x1', one, one, { body: { Data: 'secret' } })
    expect(gather({ ...whole, request: { ...whole.request, body: 'secret' } }, uaeGiven)).toBeDefined()
    expect(JSON.stringify(gather({ ...whole, request: { ...whole.request, body: 'secret' } }, uaeGiven))).not.toContain(
      'secret',
    )
  })

  it.each([idsStayApart, idsOnEveryError, nothingFailsForGood])('is about resources alone ($id)', ({ gather }) => {
    expect(gather(exchange({ operation: 'POST /token', status: 500 }), uaeGiven)).toBeUndefined()
  })
})
