import { describe, expect, it } from 'vitest'
import type { Authorisation, Push } from '../engine/session.ts'
import { exchange, type Sample } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { expiredRequestRefused } from './expired-request.ts'
import { answerOfPush, type PushProbe, pushesRefused, pushSucceeds, waysOfRefusal } from './pushed-request.ts'

const push = (sample: Sample, more: Partial<Push> = {}): Push => ({
  consentId: 'c1',
  claims: {},
  par: exchange({ id: 'p1', operation: 'POST /par', ...sample }),
  ...more,
})
const good = { request_uri: 'urn:ietf:params:oauth:request-uri:1', expires_in: 90 }
const came = (outcome: Authorisation['outcome'], status = 303, error?: string): Authorisation => ({
  outcome,
  ...(error && { callback: { parameters: { error }, fragment: [], to: 'https://client.example', withCode: false } }),
  exchanges: [exchange({ id: 'a1', operation: 'authorization', status })],
})

describe('pushSucceeds', () => {
  proves(pushSucceeds, {
    holds: {
      '201': push({ status: 201, body: good }),
      'with a further member, which a client ignores': push({ status: 201, body: { ...good, state: 's' } }),
      '200, members in another order': push({ body: { expires_in: 90, request_uri: good.request_uri } }),
    },
    breaks: {
      'expires_in as a text': [
        push({ status: 201, body: { ...good, expires_in: '90' } }),
        { at: '/expires_in', expected: 'a positive integer', got: '"90"' },
      ],
      'nothing in it': [push({ body: {} }), '/request_uri', '/expires_in'],
      'expires_in is zero': [push({ body: { ...good, expires_in: 0 } }), '/expires_in'],
      refused: [
        push({ status: 401, body: { error: 'invalid_client' } }),
        { at: 'status', expected: '200 or 201', got: '401' },
      ],
      'refused without an OAuth error': [push({ status: 404, body: '<html>' }), 'status'],
      'no JSON': [push({ body: 'ok' }), 'body'],
    },
    undecided: {
      'rate limited': push({ status: 429 }),
      'a gateway': push({ status: 502 }),
      'a redirect URI that may not be registered': push({ status: 400, body: { error: 'invalid_request' } }),
    },
  })
  it('observes the status, and further members', () => {
    expect(answerOfPush(push({ status: 201, body: good }))).toEqual({ 'status of the push': '201' })
    expect(answerOfPush(push({ body: { ...good, state: 's' } }))).toEqual({
      'status of the push': '200',
      'further members': 'state',
    })
  })
})

const at = (par: number, more: Partial<Push> = {}, authorisation?: Authorisation): PushProbe => ({
  name: 'RS256',
  push: push({ status: par, body: { error: 'invalid_request_object' } }, more),
  ...(authorisation && { authorisation }),
})
const accepted = { requestUri: good.request_uri }

describe('pushesRefused', () => {
  const good = came('code')
  proves((probes: readonly PushProbe[]) => pushesRefused(probes, good), {
    holds: {
      'at once': [at(400)],
      'at once, as client authentication': [at(401)],
      'later, by an error redirect': [at(201, accepted, came('error'))],
      'later, by an error page': [at(201, accepted, came('error', 400))],
    },
    breaks: {
      'a code': [
        [at(400), at(201, accepted, came('code'))],
        { at: 'RS256: authorization', expected: 'a refusal', got: 'a code', exchange: 'a1' },
      ],
      'a code beside a dead probe': [
        [{ name: 'unsigned', inconclusive: 'gone' }, at(201, accepted, came('code'))],
        'RS256: authorization',
      ],
    },
    undecided: {
      'a failure': [at(500)],
      'rate limited': [at(429)],
      'a page that nobody fills in': [at(201, accepted, came('page', 200))],
      'an authorization endpoint that fails': [at(201, accepted, came('error', 500))],
      'an authorization endpoint that is busy': [at(201, accepted, came('error', 429))],
      'a redirect that says so': [at(201, accepted, came('error', 303, 'temporarily_unavailable'))],
      'a dead probe': [at(400), { name: 'unsigned', inconclusive: 'gone' }],
      'no probe': [],
    },
  })
  it.each([undefined, came('error'), came('page')])(
    'does not take a log-in that always fails for a refusal',
    (good) => {
      expect(pushesRefused([at(201, accepted, came('error'))], good)).toHaveProperty('undecided')
      expect(pushesRefused([at(400)], good)).toEqual([])
    },
  )
  it('observes how each was refused', () => {
    expect(waysOfRefusal([at(400)])).toEqual({ RS256: 'invalid_request_object' })
    expect(waysOfRefusal([at(201, accepted, came('error'))])).toEqual({ RS256: 'error at the authorization endpoint' })
    expect(waysOfRefusal([{ name: 'x', push: push({ status: 400 }) }])).toEqual({ x: 'status 400, no OAuth error' })
  })
})

describe('expiredRequestRefused', () => {
  proves(expiredRequestRefused, {
    holds: { 'an error page': came('error', 400), 'an error redirect': came('error') },
    breaks: {
      'a code': [
        came('code'),
        { at: 'authorization', expected: 'an error page or an error redirect', got: 'a code', exchange: 'a1' },
      ],
    },
    undecided: {
      'a page': came('page', 200),
      'a failure': came('error', 500),
      'too many requests': came('error', 429),
      'a redirect that tells of a failure': came('error', 303, 'server_error'),
    },
  })
})
