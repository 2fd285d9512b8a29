import { createHash } from 'node:crypto'
import { describe } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { journeyOf } from '../testing/session.ts'
import { idTokenIsSound } from './id-token.ts'

const { profile } = givenOver([])
const half = (text: string) => createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url')
const good = {
  iss: profile.issuer,
  aud: profile.clientId,
  nonce: 'nonce-1',
  exp: Date.parse('2026-06-01T08:05:00Z') / 1000,
  at_hash: half('a'),
  s_hash: half('state-1'),
}

type Facts = { readonly alg?: string; readonly verified?: boolean; readonly reason?: string }

const with_ = (
  claims: Readonly<Record<string, unknown>> | undefined,
  { alg = 'PS256', ...facts }: Facts = {},
  scope = 'accounts openid',
) =>
  journeyOf({
    push: { ...journeyOf().push, claims: { scope, nonce: 'nonce-1', state: 'state-1' } },
    token: exchange({
      operation: 'POST /token',
      body: { access_token: 'a' },
      ...(claims && { idToken: { header: { alg }, claims: { ...good, ...claims }, ...facts } }),
    }),
  })

describe('idTokenIsSound', () => {
  proves(idTokenIsSound, {
    holds: {
      'one for this client': with_({}),
      'for others too, without hashes': with_({ aud: ['x', profile.clientId], at_hash: undefined, s_hash: undefined }),
      'an issuer with a slash': with_({ iss: `${profile.issuer}/` }),
      'over by less than clocks differ': with_({ exp: good.exp - 330 }),
    },
    breaks: {
      'no id_token': [with_(undefined), { at: '/id_token', expected: 'a signed JWT', got: 'nothing', exchange: 'x1' }],
      RS256: [with_({}, { alg: 'RS256' }), { at: 'id_token alg', expected: 'PS256', got: 'RS256', exchange: 'x1' }],
      'a signature of somebody else': [
        with_({}, { verified: false, reason: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }),
        'id_token signature',
      ],
      'another issuer': [with_({ iss: 'https://issuer.invalid' }), 'id_token iss'],
      'another client': [with_({ aud: 'client-2' }), 'id_token aud'],
      'another nonce': [with_({ nonce: 'n' }), 'id_token nonce'],
      'no end': [with_({ exp: undefined }), 'id_token exp'],
      over: [with_({ exp: good.exp - 400 }), 'id_token exp'],
      'another token': [with_({ at_hash: half('b') }), 'id_token at_hash'],
      'another state': [with_({ s_hash: half('b') }), 'id_token s_hash'],
    },
    silent: { 'openid was not asked for': with_({}, {}, 'accounts') },
    undecided: {
      'no key set': with_({}, { verified: false, reason: 'no key set was read' }),
      'no token': journeyOf({ token: exchange({ status: 400 }) }),
    },
  })
})
