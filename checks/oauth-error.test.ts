import { describe, expect, it } from 'vitest'
import { exchange, type Sample } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { errorsAreOAuth, errorsHaveTheirStatus, otherErrors } from './oauth-error.ts'

const options = { operations: ['POST /par', 'POST /token'] }
const refused = (body: unknown, status = 400, more: Sample = {}) =>
  exchange({ operation: 'POST /token', token: 'none', status, body, ...more })

const aside = {
  'a token': refused({ access_token: 'a' }, 200),
  'another endpoint': refused({}, 400, { operation: 'GET /accounts' }),
  'what no contract names': refused({}, 400, { operation: null }),
  'a refusal of HTTP itself': refused('no', 405),
  'a media type that is refused': refused('no', 415),
  'too many requests': refused('no', 429),
  'a server that fails': refused('no', 500),
  'a client without its certificate': refused('no', 403, { certificate: 'none' }),
}

describe('errorsAreOAuth', () => {
  proves(errorsAreOAuth(options), {
    holds: {
      'a code': refused({ error: 'invalid_grant' }),
      'one that is not listed, with more': refused({ error: 'use_dpop_nonce', error_description: 'x', more: 1 }, 401),
    },
    breaks: {
      'no code': [refused({ error_description: 'x' }), { at: '/error', expected: 'an error code', got: 'nothing' }],
      'characters that are not allowed': [refused({ error: 'in"valid' }), '/error'],
      'a code as a number': [refused({ error: 400 }), '/error'],
      'a description as an object': [refused({ error: 'x', error_description: {} }), '/error_description'],
      'no JSON': [refused('Forbidden', 403), 'body'],
    },
    silent: aside,
  })
})

describe('errorsHaveTheirStatus', () => {
  proves(errorsHaveTheirStatus(options), {
    holds: {
      usual: refused({ error: 'invalid_grant' }),
      'a client by 401': refused({ error: 'invalid_client' }, 401),
      'a client by 400': refused({ error: 'invalid_client' }),
    },
    breaks: {
      forbidden: [refused({ error: 'invalid_grant' }, 403), { at: 'status', expected: '400', got: '403' }],
      'a grant by 401': [refused({ error: 'invalid_grant' }, 401), { at: 'status', expected: '400', got: '401' }],
      'a client by 403': [
        refused({ error: 'invalid_client' }, 403),
        { at: 'status', expected: '400 or 401', got: '403' },
      ],
    },
    silent: { ...aside, 'no OAuth error': refused('Forbidden', 403) },
  })
})

it('observes other codes and members', () => {
  const observe = otherErrors(['invalid_grant'])
  expect(observe(refused({ error: 'invalid_grant', error_uri: 'https://x.example' }))).toEqual({})
  expect(observe(refused({ error: 'odd', b: 1, a: 1 }))).toEqual({ 'another error': 'odd', 'further members': 'a, b' })
  expect(observe(refused({ error: 'odd' }, 200))).toEqual({})
})
