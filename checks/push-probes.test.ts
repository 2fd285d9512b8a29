import { describe, expect, it } from 'vitest'
import type { Authorisation, Push } from '../engine/session.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import {
  comesBackToRegistered,
  type Pushes,
  type PushProbe,
  pushesAccepted,
  pushesHeld,
  pushesRefused,
  waysOfAnswering,
} from './push-probes.ts'

const push = (status: number, error?: string): Push => ({
  consentId: 'c1',
  claims: {},
  par: exchange({ id: 'p1', operation: 'POST /par', status, ...(error && { body: { error } }) }),
  ...(status < 300 && { requestUri: 'urn:ietf:params:oauth:request-uri:1' }),
})
const came = (
  outcome: Authorisation['outcome'],
  { status = 303, ...callback }: { status?: number; error?: string; to?: string; fragment?: readonly string[] } = {},
): Authorisation => ({
  outcome,
  ...(Object.keys(callback).length > 0 && {
    callback: {
      parameters: callback.error === undefined ? {} : { error: callback.error },
      fragment: callback.fragment ?? [],
      to: callback.to ?? 'https://client.example/callback',
      withCode: outcome === 'code',
    },
  }),
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status })],
})
const at = (status: number, authorisation?: Authorisation): PushProbe => ({
  name: 'RS256',
  push: push(status, status >= 400 && status < 500 ? 'invalid_request_object' : undefined),
  ...(authorisation && { authorisation }),
})
const dead: PushProbe = { name: 'unsigned', inconclusive: 'gone' }
const aCode = { at: 'RS256: authorization', expected: 'a refusal', got: 'a code', exchange: 'a1' }

describe('pushesRefused', () => {
  const good = came('code')
  proves((probes: readonly PushProbe[]) => pushesRefused(probes, good), {
    holds: {
      'at once': [at(400)],
      'at once, as client authentication': [at(401)],
      'a method that nobody implements': [at(501)],
      'later, by an error redirect': [at(201, came('error'))],
      'later, by an error page': [at(201, came('error', { status: 400 }))],
    },
    breaks: {
      'a code': [[at(400), at(201, came('code'))], aCode],
      'a code beside a dead probe': [[dead, at(201, came('code'))], 'RS256: authorization'],
      'an access token in the fragment': [
        [at(201, came('error', { fragment: ['access_token', 'token_type'] }))],
        { ...aCode, got: 'a token' },
      ],
    },
    undecided: {
      'a failure': [at(500)],
      'rate limited': [at(429)],
      'accepted, and nobody took it further': [at(201)],
      'a page that nobody fills in': [at(201, came('page', { status: 200 }))],
      'an authorization endpoint that fails': [at(201, came('error', { status: 500 }))],
      'an authorization endpoint that is busy': [at(201, came('error', { status: 429 }))],
      'a redirect that says so': [at(201, came('error', { error: 'temporarily_unavailable' }))],
      'a dead probe': [at(400), dead],
      'no probe': [],
    },
  })
  it.each([undefined, came('error'), came('page')])(
    'does not take a log-in that always fails for a refusal',
    (taken) => {
      expect(pushesRefused([at(201, came('error'))], taken)).toHaveProperty('undecided')
      expect(pushesRefused([at(400)], taken)).toEqual([])
    },
  )
})

describe('pushesAccepted', () => {
  proves((probes: readonly PushProbe[]) => pushesAccepted(probes, push(201)), {
    holds: { accepted: [at(201)], 'accepted with 200': [at(200)], 'nothing asked': [] },
    breaks: {
      refused: [
        [at(400)],
        { at: 'RS256: par', expected: 'a request_uri', got: '400 invalid_request_object', exchange: 'p1' },
      ],
    },
    undecided: { 'a failure': [at(500)], 'rate limited': [at(429)], 'a dead probe': [dead] },
  })
  it('accuses nobody where the push without the difference was refused too', () => {
    expect(pushesAccepted([at(400)], push(400, 'invalid_request'))).toHaveProperty('undecided')
    expect(pushesAccepted([at(201)], push(400, 'invalid_request'))).toEqual([])
  })
})

const pushes = (change: Partial<Pushes>): Pushes => ({
  baseline: push(201),
  refused: [],
  accepted: [],
  either: [],
  ...change,
})

proves(pushesHeld, {
  holds: {
    both: pushes({ refused: [at(400)], accepted: [at(201)] }),
    'refusals alone': pushes({ refused: [at(400)] }),
    'acceptance alone': pushes({ accepted: [at(201)] }),
    'whatever came of the others': pushes({ refused: [at(400)], either: [at(500)] }),
  },
  breaks: {
    'each of both kinds': [
      pushes({ refused: [at(201, came('code'))], accepted: [at(400)] }),
      'RS256: authorization',
      'RS256: par',
    ],
  },
  undecided: {
    'a good push that was refused': pushes({ baseline: push(400, 'invalid_request'), refused: [at(400)] }),
    'neither, and a good push that was refused': pushes({ baseline: push(400), accepted: [at(400)] }),
  },
})

proves(comesBackToRegistered, {
  holds: {
    'no way back': pushes({ refused: [at(400), dead] }),
    'the registered one': pushes({ refused: [at(201, came('error', { error: 'invalid_request' }))] }),
  },
  breaks: {
    'another one, with an error': [
      pushes({ refused: [at(201, came('error', { error: 'x', to: 'https://unregistered.example/callback' }))] }),
      {
        at: 'RS256: redirect',
        expected: 'none to a redirect URI that is not registered',
        got: 'https://unregistered.example/callback',
      },
    ],
  },
})

it('observes how each was answered', () => {
  expect(waysOfAnswering(pushes({ refused: [at(400), dead] }))).toEqual({ RS256: '400 invalid_request_object' })
  expect(waysOfAnswering(pushes({ either: [at(201)] }))).toEqual({ RS256: 'accepted' })
  expect(waysOfAnswering(pushes({ refused: [at(201, came('error'))] }))).toEqual({
    RS256: 'error at the authorization endpoint',
  })
  expect(waysOfAnswering(pushes({ either: [{ name: 'x', push: push(404) }] }))).toEqual({ x: '404 no OAuth error' })
})
