import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { statesAreReachable, statesSeen } from './state-machine.ts'

const machine = {
  path: ['Data', 'Status'],
  first: 'Waiting',
  next: { Waiting: ['Open', 'Refused'], Open: ['Paused', 'Ended'], Paused: ['Open', 'Ended'], Ended: [], Refused: [] },
}
const reads = (...states: readonly string[]) =>
  states.map((Status, index) => exchange({ id: `x${index + 1}`, body: { Data: { Status } } }))

proves(statesAreReachable(machine), {
  holds: {
    'one after the other': reads('Waiting', 'Open', 'Ended'),
    'the same again': reads('Open', 'Open'),
    'with a step that was not seen': reads('Ended'),
    'there and back': reads('Paused', 'Open', 'Paused'),
    'a state that the machine does not know': reads('Open', 'Consumed', 'Open'),
    'an answer that failed': [...reads('Open'), exchange({ status: 500 })],
  },
  breaks: {
    'out of an end': [
      reads('Ended', 'Open'),
      { at: '/Data/Status', expected: 'Ended, which nothing follows', got: 'Open', exchange: 'x2' },
    ],
    'back to the beginning, and on again': [
      reads('Open', 'Waiting', 'Open'),
      {
        at: '/Data/Status',
        expected: 'Open, or what follows it: Paused, Ended',
        got: 'Waiting',
        exchange: 'x2',
      },
    ],
    'as a JWS': [
      [...reads('Ended'), exchange({ body: 'a.b.c', jws: { claims: { message: { Data: { Status: 'Open' } } } } })],
      '/message/Data/Status',
    ],
  },
  undecided: { nothing: [], 'no state': [exchange({ body: {} })], 'all refused': [exchange({ status: 403 })] },
})

it('says which states it saw', () => {
  expect(statesSeen(machine)(reads('Waiting', 'Open', 'Open', 'Ended'))).toEqual({
    states: 'Waiting, then Open, then Ended',
  })
  expect(statesSeen(machine)([])).toEqual({})
})
