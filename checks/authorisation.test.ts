import { expect, it } from 'vitest'
import type { Authorisation } from '../engine/session.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { cameTo, type JourneyProbe, journeysRefused, requestOpens } from './authorisation.ts'

const came = (outcome: Authorisation['outcome'], status = 303, error?: string): Authorisation => ({
  outcome,
  ...(error && { callback: { parameters: { error }, fragment: [], to: 'https://client.example', withCode: false } }),
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status })],
})
const probe = (authorisation: Authorisation): readonly JourneyProbe[] => [{ name: 'plain', authorisation }]

proves((probes: readonly JourneyProbe[]) => journeysRefused(probes, came('code')), {
  holds: {
    'an error page': probe(came('error', 400)),
    'an error redirect': probe(came('error', 303, 'invalid_request')),
  },
  breaks: {
    'a code': [
      probe(came('code')),
      { at: 'plain: authorization', expected: 'a refusal', got: 'a code', exchange: 'a1' },
    ],
  },
  undecided: {
    'a page that nobody fills in': probe(came('page', 200)),
    'a failure': probe(came('error', 500)),
    'a dead probe': [{ name: 'plain', inconclusive: 'gone' }],
  },
})

it('does not take a log-in that always fails for a refusal', () => {
  expect(journeysRefused(probe(came('error', 400)), came('error'))).toHaveProperty('undecided')
  expect(journeysRefused(probe(came('error', 400)))).toHaveProperty('undecided')
})

proves((authorisation: Authorisation) => requestOpens('authorization', authorisation), {
  holds: { 'a page': came('page', 200), 'a code': came('code') },
  breaks: {
    'an error page': [
      came('error', 400),
      { at: 'authorization', expected: 'a page, or a code', got: 'status 400', exchange: 'a1' },
    ],
    'an error redirect': [came('error', 303, 'invalid_request_uri'), 'authorization'],
  },
  undecided: { 'a failure': came('error', 503), 'a redirect that says so': came('error', 303, 'server_error') },
})

it.each([
  [came('code'), 'code'],
  [came('page', 200), 'page'],
  [came('error', 400), 'status 400'],
  [came('error', 303, 'access_denied'), 'access_denied'],
])('%#: says what came', (authorisation, said) => {
  expect(cameTo(authorisation)).toBe(said)
})
