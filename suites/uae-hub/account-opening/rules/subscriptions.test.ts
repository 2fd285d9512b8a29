import { expect, it } from 'vitest'
import type { Probe } from '../../../../engine/rule.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { givenOver } from '../../../../testing/given.ts'
import { proves } from '../../../../testing/proves.ts'
import { patchOpening } from '../operations.ts'
import type { Resubscribed } from '../scenarios/change-subscription.ts'
import { openingSubscriptionsArePatched, unfitSubscriptionsAreRefused } from './subscriptions.ts'

const answer = (status: number) => exchange({ id: 'x5', operation: patchOpening, status })
const probe = (name: string, status: number): Probe => ({ name, exchange: answer(status) })
const patched = ({ patch = 204, guide = 400, inactive = 400, signed = 415, plain = 204 } = {}): Resubscribed => ({
  patch: answer(patch),
  unfit: [probe('Subscription in place of Data', guide), probe('no IsActive', inactive)],
  signed: probe('a JWT', signed),
  plainUrl: probe('a webhook without TLS', plain),
})

proves(openingSubscriptionsArePatched, {
  holds: { '204': patched() },
  breaks: {
    'another success': [patched({ patch: 200 }), { at: 'status', expected: '204', got: '200', exchange: 'x5' }],
    refused: [patched({ patch: 400 }), 'status'],
  },
  undecided: { 'a failure': patched({ patch: 500 }), 'a token that ended': patched({ patch: 401 }) },
})

proves(unfitSubscriptionsAreRefused, {
  holds: { refused: patched(), 'with other refusals': patched({ guide: 422, inactive: 409, signed: 400 }) },
  breaks: {
    'the form of version 2.0': [
      patched({ guide: 204 }),
      { at: 'Subscription in place of Data: status', expected: '400, and no data', got: '204', exchange: 'x5' },
    ],
    'a JWT': [patched({ signed: 204 }), 'a JWT: status'],
    'neither on nor off': [patched({ inactive: 200 }), 'no IsActive: status'],
  },
  undecided: {
    'the good one is refused, too': patched({ patch: 405, guide: 405, inactive: 405, signed: 405 }),
    'a gateway': patched({ guide: 503 }),
    'a token that ended': patched({ signed: 401 }),
  },
})

it('tells whether a webhook may do without TLS', () => {
  expect(unfitSubscriptionsAreRefused.observe?.(patched(), givenOver([]))).toEqual({
    'a webhook without TLS: status': '204',
  })
})
