import { describe, expect, it } from 'vitest'
import type { Probe } from '../engine/rule.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { eachRefused, otherStatuses } from './refusals.ts'

const answered = (...statuses: readonly number[]): readonly Probe[] =>
  statuses.map((status, index) => ({ name: `probe ${index + 1}`, exchange: exchange({ id: `x${index + 1}`, status }) }))
const dead: Probe = { name: 'dead', inconclusive: 'the connection was closed' }

describe('refused', () => {
  proves(eachRefused({ statuses: [401, 403], demand: 'refused' }), {
    holds: { expected: answered(401), 'another 4xx': answered(400, 404) },
    breaks: {
      'a success': [
        answered(401, 200),
        { at: 'probe 2: status', expected: '401 or 403, and no data', got: '200', exchange: 'x2' },
      ],
      'a success beside a dead probe': [[dead, ...answered(204)], 'probe 1: status'],
    },
    undecided: {
      'a failure': answered(401, 500),
      'a gateway': answered(502),
      'rate limited': answered(429),
      'a redirect': answered(302),
      'a dead probe': [...answered(401), dead],
      'no probe': [],
    },
  })
})

describe('refused, a redirect being one', () => {
  proves(eachRefused({ statuses: [401], demand: 'refused', redirectHolds: true }), {
    holds: { 'a redirect': answered(302) },
    breaks: { 'a success beside it': [answered(302, 200), 'probe 2: status'] },
    undecided: { 'a gateway': answered(302, 503) },
  })
})

describe('refused, failures counting', () => {
  proves(eachRefused({ statuses: [401], demand: 'refused', failureCounts: true }), {
    breaks: { 'a failure': [answered(500), 'probe 1: status'] },
    undecided: { 'a gateway': answered(503), 'rate limited': answered(429) },
  })
})

describe('exactly', () => {
  proves(eachRefused({ statuses: [401], demand: 'exactly' }), {
    holds: { expected: answered(401) },
    breaks: {
      'another 4xx': [answered(400), { at: 'probe 1: status', expected: '401', got: '400', exchange: 'x1' }],
      'a success': [answered(200), 'probe 1: status'],
    },
    undecided: { 'a failure': answered(500), 'rate limited': answered(429) },
  })
})

describe('exactly, with another status aside', () => {
  proves(eachRefused({ statuses: [400], demand: 'exactly', aside: [401] }), {
    holds: { expected: answered(400) },
    breaks: { 'a success beside it': [answered(401, 200), 'probe 2: status'] },
    undecided: { 'a token that ended': answered(400, 401) },
  })
})

it('observes statuses other than the expected', () => {
  expect(otherStatuses(401)([...answered(401, 400), dead])).toEqual({ 'probe 2: status': '400' })
})
