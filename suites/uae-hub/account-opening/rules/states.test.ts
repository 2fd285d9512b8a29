import { expect, it } from 'vitest'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { openingBody, openingGiven, requested, told } from '../../../../testing/account-opening.ts'
import { proves } from '../../../../testing/proves.ts'
import { openingOfGuide } from '../operations.ts'
import type { Opened } from '../scenarios/open-account.ts'
import { statesGoForward, unknownOpeningsAreRefused } from './states.ts'

const at = (minute: number): string => `2026-06-01T08:${String(minute).padStart(2, '0')}:00Z`
const read = (state: string, minute: number, more: Readonly<Record<string, unknown>> = {}): Exchange =>
  told(openingBody(state, { OpeningStatusUpdateDateTime: at(minute), ...more }), { id: `x${minute + 2}` })
const life = (...reads: readonly Exchange[]): Opened => ({ opened: requested(), reads, strange: [] })

proves(statesGoForward, {
  holds: {
    'straight to its end': life(read('Pending', 0), read('Completed', 1), read('Completed', 1)),
    'all states': life(read('AwaitingUserInput', 1), read('AwaitingLFIProcesses', 2), read('AwaitingUserInput', 3)),
    'it goes on waiting': life(read('Pending', 0), read('Pending', 0)),
    'a refusal on the way': life(told({}, { status: 404 }), read('Pending', 0)),
    'a copy that lags behind once': life(read('Completed', 2), read('Pending', 0), read('Completed', 2)),
    'rounded to seconds': life(read('Pending', 0, { OpeningStatusUpdateDateTime: '2026-06-01T07:59:59.400Z' })),
    'rounded to minutes': life(read('AwaitingUserInput', 2), read('Completed', 1)),
    'a state that nobody knows is another rule': life(read('Started', 1), read('Pending', 0)),
    'version 2.0, without an id': life(
      read('AwaitingPartyData', 0, { AccountId: undefined }),
      read('Pending', 1),
      read('Created', 2),
    ),
  },
  breaks: {
    'it begins anew': [
      life(read('Completed', 0), read('Pending', 0), read('Pending', 0)),
      { at: '/Data/OpeningStatus', expected: 'Completed, which nothing follows', got: 'Pending', exchange: 'x2' },
    ],
    'at last': [life(read('Rejected', 0), read('Rejected', 0), read('Pending', 1)), '/Data/OpeningStatus'],
    'back to Pending': [
      life(read('AwaitingUserInput', 0), read('Pending', 1), read('Pending', 1)),
      '/Data/OpeningStatus',
    ],
    'another account': [
      life(read('Pending', 0, { AccountId: 'o2' })),
      { at: '/Data/AccountId', expected: 'o1, as it was made', got: 'o2', exchange: 'x2' },
    ],
    'time goes back': [
      life(read('AwaitingUserInput', 5), read('Completed', 3)),
      {
        at: '/Data/OpeningStatusUpdateDateTime',
        expected: 'not before 2026-06-01T08:05:00Z',
        got: '2026-06-01T08:03:00Z',
        exchange: 'x5',
      },
    ],
    'never to be had': [
      life(told({}, { status: 404 }), told({}, { status: 404 })),
      { at: 'status', expected: '200', got: '404', exchange: 'x2' },
    ],
  },
  undecided: {
    'not opened': { ...life(), opened: requested(undefined, { status: 400 }) },
    'no id': life(),
    'only failures': life(told({}, { status: 500 })),
    'only a full server': life(told({}, { status: 429 })),
    'a token that ended': life(told({}, { status: 401 })),
  },
})

it('tells the states, and the address of the guide', () => {
  const older = told(openingBody('Created'), { operation: openingOfGuide })
  expect(statesGoForward.observe?.(life(read('Pending', 0), older), openingGiven.older)).toEqual({
    states: 'Pending, then Created',
    address: openingOfGuide,
  })
})

const strange = (status: number): Opened => {
  const probe: Probe = { name: 'unknown account', exchange: told({}, { status }) }
  return { ...life(), strange: [probe] }
}

proves(unknownOpeningsAreRefused, {
  holds: { 'not found': strange(404), forbidden: strange(403), 'a bad request': strange(400) },
  breaks: {
    somebody: [
      strange(200),
      { at: 'unknown account: status', expected: '404, and no data', got: '200', exchange: 'x2' },
    ],
    'a failure': [strange(500), 'unknown account: status'],
  },
  undecided: { 'no account was read': life(), 'a gateway': strange(502) },
})
