import { expect, test } from 'vitest'
import { delivery } from '../../testing/delivery.ts'
import { exchange } from '../../testing/exchange.ts'
import { fakeProfile } from '../../testing/standard.ts'
import type { Contract } from '../contract.ts'
import { liveGiven } from './given.ts'

const contract = (name: string, operation: string): Contract =>
  ({ name, operations: new Map([[operation, { responses: {} }]]) }) as unknown as Contract

test('an event was seen, and what it was answered tells nothing of its target', () => {
  const live = liveGiven({
    contracts: [contract('events', 'POST /'), contract('data', 'GET /accounts')],
    profile: fakeProfile(),
    claims: [],
    variant: 'v1',
    startedAt: new Date(),
  })
  live.note(delivery())
  live.note(exchange())
  expect([...live.called]).toEqual(['POST /', 'GET /accounts'])
  expect([...live.statuses]).toEqual([[200, 1]])
  expect([live.succeeded('events'), live.succeeded('data')]).toEqual([false, true])
})
