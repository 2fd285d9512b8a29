import { describe, expect, it } from 'vitest'
import type { Authorisation, Push } from '../engine/session.ts'
import { exchange, type Sample } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { expiredRequestRefused } from './expired-request.ts'
import { answerOfPush, formOfRequestUri, pushSucceeds, requestUriLivesShort } from './pushed-request.ts'

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

describe('requestUriLivesShort', () => {
  proves(requestUriLivesShort, {
    holds: {
      '90 seconds': push({ status: 201, body: good }),
      'the shortest': push({ body: { ...good, expires_in: 5 } }),
      'the longest': push({ body: { ...good, expires_in: 600 } }),
    },
    breaks: {
      'an hour': [
        push({ status: 201, body: { ...good, expires_in: 3600 } }),
        { at: '/expires_in', expected: '5 to 600 seconds', got: '3600', exchange: 'p1' },
      ],
      'too short to log in': [push({ status: 201, body: { ...good, expires_in: 4 } }), '/expires_in'],
    },
    silent: {
      refused: push({ status: 400, body: { error: 'invalid_request' } }),
      'a text, which another rule judges': push({ status: 201, body: { ...good, expires_in: '3600' } }),
    },
  })
  it.each([
    [good.request_uri, 'urn:ietf:params:oauth:request-uri:'],
    ['https://auth1.bank.example/requests/1', 'of another form'],
  ])('observes the form of %s', (requestUri, form) => {
    expect(formOfRequestUri(push({ status: 201 }, { requestUri }))).toEqual({ request_uri: form })
    expect(formOfRequestUri(push({ status: 400 }))).toEqual({})
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
