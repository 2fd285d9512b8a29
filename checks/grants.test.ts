import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import {
  consentIs,
  livesAtMost,
  memberIs,
  refreshTokenCame,
  scopeIsNotWider,
  unknownScopeIsNotGiven,
  userTokenIsWhole,
} from './grants.ts'

const detail = (Status: unknown) => ({ type: 't', consent: { Data: { Status } } })
const good = {
  access_token: 'a',
  token_type: 'Bearer',
  expires_in: 300,
  authorization_details: [detail('Authorized')],
}
const answer = (body: unknown, status = 200) => exchange({ operation: 'POST /token', body, status })

describe('userTokenIsWhole', () => {
  proves(userTokenIsWhole, {
    holds: {
      'the four': answer(good),
      'type in other letters, and everything else': answer({
        ...good,
        token_type: 'bearer',
        scope: 'accounts',
        state: 's',
        refresh_token: 'r',
        id_token: 'i',
        more: 1,
      }),
    },
    breaks: {
      'no type': [
        answer({ ...good, token_type: undefined }),
        { at: '/token_type', expected: 'Bearer', got: 'nothing', exchange: 'x1' },
      ],
      'life as a text': [
        answer({ ...good, expires_in: '300' }),
        { at: '/expires_in', expected: 'a positive integer', got: '"300"', exchange: 'x1' },
      ],
      'two elements': [
        answer({ ...good, authorization_details: [1, 2] }),
        { at: '/authorization_details', expected: 'a list of one element', got: 'a list of 2', exchange: 'x1' },
      ],
      'a refresh token that is none': [answer({ ...good, refresh_token: 1 }), '/refresh_token'],
      nothing: [answer({}), '/access_token', '/token_type', '/expires_in', '/authorization_details'],
      refused: [answer({ error: 'invalid_grant' }, 400), { at: 'status', expected: '200', got: '400', exchange: 'x1' }],
      'no JSON': [answer('token'), 'body'],
    },
    undecided: { busy: answer({}, 429) },
  })
})

describe('livesAtMost', () => {
  proves(livesAtMost(600), {
    holds: { 'just so long': answer({ ...good, expires_in: 600 }) },
    breaks: {
      longer: [answer({ expires_in: 601 }), { at: '/expires_in', expected: '600 or less', got: '601', exchange: 'x1' }],
    },
    undecided: { 'no number': answer({ expires_in: '601' }) },
  })
})

describe('scopeIsNotWider', () => {
  proves(scopeIsNotWider('accounts openid'), {
    holds: {
      'the same in another order': answer({ scope: 'openid accounts' }),
      less: answer({ scope: 'accounts' }),
      none: answer({}),
    },
    breaks: {
      more: [
        answer({ scope: 'accounts payments' }),
        { at: '/scope', expected: 'accounts openid, or less', got: 'accounts payments', exchange: 'x1' },
      ],
    },
  })
})

describe('unknownScopeIsNotGiven', () => {
  proves(unknownScopeIsNotGiven('foo'), {
    holds: { refused: answer({}, 400), 'left out': answer({ scope: 'accounts' }), 'not said': answer({}) },
    breaks: { given: [answer({ scope: 'accounts foo' }), '/scope'] },
    undecided: { failed: answer({}, 500), busy: answer({}, 429) },
  })
})

describe('memberIs', () => {
  proves(memberIs('state', 's'), {
    holds: { 'the same': answer({ state: 's' }), none: answer({}) },
    breaks: { another: [answer({ state: 't' }), { at: '/state', expected: 's', got: 't', exchange: 'x1' }] },
  })
})

describe('consentIs', () => {
  proves(consentIs('Authorized'), {
    holds: { so: answer(good) },
    breaks: {
      'another state': [
        answer({ ...good, authorization_details: [detail('Revoked')] }),
        '/authorization_details/0/consent/Data/Status',
      ],
      'no state': [answer({}), '/authorization_details/0/consent/Data/Status'],
    },
  })
})

it('observes whether a refresh token came', () => {
  expect(refreshTokenCame(answer(good))).toEqual({ 'refresh token': 'none' })
  expect(refreshTokenCame(answer({ refresh_token: 'r' }))).toEqual({ 'refresh token': 'given' })
})
