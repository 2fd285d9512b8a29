import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { keyIsNotReused, type Replay, replayMakesNothingNew, statusOfReplay } from './idempotency.ts'

const made = (PaymentId: unknown, more: Record<string, unknown> = {}, status = 201) =>
  exchange({ id: 'x2', operation: 'POST /payments', status, body: { Data: { PaymentId, ...more } } })
const said = (status: number) => exchange({ id: 'x2', operation: 'POST /payments', status })
const first = { ...made('p1', { Status: 'Pending', Amount: { Amount: '1.00', Currency: 'AED' } }), id: 'x1' }
const then = (again: Replay['again']): Replay => ({ first, again })

const open = {
  'the first request failed': { first: said(500), again: made('p1') },
  'the first answer names nothing': { first: exchange({ status: 201, body: { Data: {} } }), again: made('p1') },
  'rate limited': then(said(429)),
  'a failure': then(said(500)),
  'a token that ended': then(said(401)),
  'a redirect': then(said(303)),
}

describe('replayMakesNothingNew', () => {
  proves(replayMakesNothingNew({ id: '/Data/PaymentId', unchanged: ['/Data/Amount'], refusals: [409] }), {
    holds: {
      'the same, further on': then(made('p1', { Status: 'Completed', Amount: { Currency: 'AED', Amount: '1.00' } })),
      'with 200': then(made('p1', { Amount: { Amount: '1.00', Currency: 'AED' } }, 200)),
      'refused as known': then(said(409)),
    },
    breaks: {
      'a second payment': [
        then(made('p2', { Amount: { Amount: '1.00', Currency: 'AED' } })),
        { at: '/Data/PaymentId', expected: 'p1', got: 'p2', exchange: 'x2' },
      ],
      'another amount': [
        then(made('p1', { Amount: { Amount: '2.00', Currency: 'AED' } })),
        {
          at: '/Data/Amount',
          expected: '{"Amount":"1.00","Currency":"AED"}',
          got: '{"Amount":"2.00","Currency":"AED"}',
          exchange: 'x2',
        },
      ],
      'an answer without it': [then(exchange({ id: 'x2', status: 200 })), '/Data/PaymentId', '/Data/Amount'],
      'refused in another way': [
        then(said(400)),
        { at: 'status', expected: '201 or 200 or 409', got: '400', exchange: 'x2' },
      ],
    },
    undecided: open,
  })
})

describe('keyIsNotReused', () => {
  proves(keyIsNotReused({ id: '/Data/PaymentId', demand: 'refused', statuses: [409, 422] }), {
    holds: { refused: then(said(422)) },
    breaks: {
      'refused in another way': [then(said(400)), { at: 'status', expected: '409 or 422', got: '400', exchange: 'x2' }],
      'the first result': [then(made('p1')), { at: 'status', expected: '409 or 422', got: '201', exchange: 'x2' }],
      'a second payment': [then(made('p2')), 'status'],
    },
    undecided: open,
  })
  proves(keyIsNotReused({ id: '/Data/PaymentId', demand: 'refused or repeated' }), {
    holds: { 'refused in any way': then(said(400)), 'the first result': then(made('p1', {}, 200)) },
    breaks: {
      'a second payment': [then(made('p2')), { at: '/Data/PaymentId', expected: 'p1', got: 'p2', exchange: 'x2' }],
    },
    undecided: open,
  })
  proves(keyIsNotReused({ id: '/Data/PaymentId', demand: 'refused' }), {
    breaks: {
      'the first result': [then(made('p1')), { at: 'status', expected: 'a refusal', got: '201', exchange: 'x2' }],
    },
  })
})

it('observes another status', () => {
  expect(statusOfReplay(then(made('p1', {}, 200)))).toEqual({ 'status of the replay': '200' })
  expect(statusOfReplay(then(made('p1')))).toEqual({})
})
