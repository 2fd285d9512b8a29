import { describe, expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { journeyOf } from '../testing/session.ts'
import { clientTokenIsWhole, otherMembers, tokenNamesTheConsent } from './token-response.ts'

const good = { access_token: 'a', token_type: 'Bearer', expires_in: 300 }
const answer = (body: unknown, status = 200) => exchange({ operation: 'POST /token', body, status })

describe('clientTokenIsWhole', () => {
  proves(clientTokenIsWhole, {
    holds: {
      'the three': answer(good),
      'type in other letters, with a scope': answer({ scope: 'accounts', ...good, token_type: 'bearer' }),
      'a member that nobody knows': answer({ ...good, more: 1 }),
    },
    breaks: {
      'a refresh token': [
        answer({ ...good, refresh_token: 'r' }),
        { at: '/refresh_token', expected: 'nothing', got: 'a refresh token' },
      ],
      'another type': [answer({ ...good, token_type: 'DPoP' }), { at: '/token_type', expected: 'Bearer', got: 'DPoP' }],
      'life as a text': [
        answer({ ...good, expires_in: '300' }),
        { at: '/expires_in', expected: 'a positive integer', got: '"300"' },
      ],
      'nothing in it': [answer({}), '/access_token', '/token_type', '/expires_in'],
      'scope as a list': [answer({ ...good, scope: ['accounts'] }), '/scope'],
      refused: [answer({ error: 'invalid_client' }, 401), { at: 'status', expected: '200', got: '401' }],
      'no JSON': [answer('token'), 'body'],
    },
    undecided: { 'rate limited': answer({}, 429) },
  })
  it('observes further members', () => {
    expect(otherMembers(answer({ ...good, more: 1 }))).toEqual({ 'further members': 'more' })
    expect(otherMembers(answer(good))).toEqual({})
  })
})

const type = 'urn:openfinanceuae:account-access-consent:v2.1'
const lodged = (ConsentId?: string, Status: string | undefined = 'Authorized', of = type) =>
  journeyOf({ token: answer({ authorization_details: [{ type: of, consent: { Data: { ConsentId, Status } } }] }) })
const place = '/authorization_details/0'

describe('tokenNamesTheConsent', () => {
  proves(tokenNamesTheConsent, {
    holds: { 'the pushed one': lodged('consent-1'), 'in another state': lodged('consent-1', 'AwaitingAuthorization') },
    breaks: {
      'another consent': [
        lodged('consent-2'),
        { at: `${place}/consent/Data/ConsentId`, expected: 'consent-1', got: 'consent-2', exchange: 'x1' },
      ],
      'another type': [lodged('consent-1', 'Authorized', 'urn:other'), `${place}/type`],
      'no details': [
        journeyOf({ token: answer(good) }),
        `${place}/type`,
        `${place}/consent/Data/ConsentId`,
        `${place}/consent/Data/Status`,
      ],
    },
    undecided: { 'nothing was pushed': { ...journeyOf(), push: { ...journeyOf().push, claims: {} } } },
  })
})
