import { randomUUID } from 'node:crypto'
import { comesBackToRegistered } from '../../../../checks/push-probes.ts'
import { cite } from '../../cite.ts'
import type { PushRule } from './push-rule.ts'
import { accepted, claims, either, moments, refused } from './row.ts'

const onceMore = (jti: string): ReturnType<typeof claims> => claims({ jti })

/** The claims of a request object around its authorization details: when it holds, and what it asks for. */
export const requestClaims: readonly PushRule[] = [
  {
    // The sources differ between 10 and 60 minutes: only more than 60 is demanded to fail.
    id: 'UAE-PAR-011',
    level: 'MUST',
    title: 'A request object has an nbf of the last hour, or at most 8 seconds ahead',
    cites: [
      cite.articles('jwt-claims, lifetime window'),
      cite.authorizationEndpoints('PushedAuthorizationRequestBody, required'),
      cite.fapi('§5.3.2.1'),
    ],
    defects: ['without-request-object-nbf-check', 'clock-without-tolerance'],
    scenario: 'push-other-beginnings',
    what: 'the nbf of the request object',
    rows: [
      refused('no nbf', claims({ nbf: undefined })),
      refused('nbf 70 minutes ago', moments({ nbf: -4200, iat: -4200 })),
      refused('nbf 5 minutes ahead', moments({ nbf: 300, exp: 600 })),
      accepted('nbf 8 seconds ahead', moments({ nbf: 8, iat: 8, exp: 308 }), { sameClock: true }),
      either('nbf 15 minutes ago', moments({ nbf: -900, iat: -900 })),
    ],
  },
  {
    id: 'UAE-PAR-012',
    level: 'MUST',
    title: 'A request object ends in the future, at most 60 minutes after its nbf',
    cites: [
      cite.articles('jwt-claims, lifetime window'),
      cite.authorizationEndpoints('PushedAuthorizationRequestBody, required'),
    ],
    defects: ['without-request-object-exp-check'],
    scenario: 'push-other-ends',
    what: 'the exp of the request object',
    rows: [
      refused('exp 70 minutes after nbf', moments({ exp: 4200 })),
      refused('no exp', claims({ exp: undefined })),
      refused('exp 5 minutes ago', moments({ nbf: -600, iat: -600, exp: -300 })),
      either('exp 20 minutes after nbf', moments({ exp: 1200 })),
    ],
  },
  {
    id: 'UAE-PAR-013',
    level: 'MUST',
    title: 'Only response_type code leads to a code, and none to a token',
    cites: [cite.authorizationEndpoints('PushedAuthorizationRequestBody, response_type'), cite.fapi('§5.3.2.2')],
    defects: ['response-type-ignored'],
    scenario: 'push-other-response-types',
    what: 'the response type',
    rows: [
      refused('response_type code id_token', claims({ response_type: 'code id_token' })),
      refused('response_type token', claims({ response_type: 'token' })),
    ],
  },
  {
    // RFC 9126 §2.4 would let a server take unregistered redirect URIs; this standard and OpenID Connect do not.
    id: 'UAE-PAR-014',
    level: 'MUST',
    title: 'Only a registered redirect_uri, character by character, leads to a code',
    cites: [
      cite.guide('trust-framework/redirect-uri.md'),
      cite.authorizationEndpoints('PushedAuthorizationRequestBody, redirect_uri'),
    ],
    defects: ['redirect-uri-not-compared'],
    scenario: 'push-other-redirect-uris',
    what: 'the redirect URI',
    rows: [
      refused('redirect_uri on another host', claims({ redirect_uri: 'https://unregistered.example/callback' })),
      refused(
        'redirect_uri with a slash more',
        claims(({ redirect_uri: usual }) => ({ redirect_uri: `${usual}/` })),
      ),
      refused(
        'redirect_uri with the other of http and https',
        claims(({ redirect_uri: usual }) => ({
          redirect_uri: String(usual).replace(/^http(s?):/, (_, s) => (s === '' ? 'https:' : 'http:')),
        })),
      ),
      refused('no redirect_uri', claims({ redirect_uri: undefined })),
    ],
    also: comesBackToRegistered,
  },
  {
    id: 'UAE-PAR-015',
    level: 'MUST',
    title: 'A request without a PKCE challenge of method S256 leads to no code',
    cites: [cite.guide('security/fapi/index.md, PKCE'), cite.fapi('§5.3.2.2'), cite.rfc('7636 §4.3')],
    defects: ['pkce-not-demanded'],
    scenario: 'push-other-challenges',
    what: 'the PKCE challenge',
    rows: [
      refused('no code_challenge', claims({ code_challenge: undefined, code_challenge_method: undefined })),
      refused('code_challenge_method plain', claims({ code_challenge_method: 'plain' })),
    ],
  },
  {
    // Nobody promises that an unknown claim or a jti used before is refused: both are observed.
    id: 'UAE-PAR-020',
    level: 'SHOULD',
    title: 'A request object with iat and jti is accepted where one without them is',
    cites: [cite.guide('security/fapi/message-signing.md'), cite.rfc('7519 §4')],
    defects: ['iat-and-jti-refused'],
    scenario: 'push-more-claims',
    what: 'claims beside those of the list',
    base: claims({ iat: undefined, jti: undefined }),
    rows: [
      accepted(
        'with iat and jti',
        claims(({ nbf }) => ({ iat: nbf, jti: randomUUID() })),
      ),
      either('with an unknown claim', claims({ 'https://mizan.example/claim': 'x' })),
      either('with a jti that was used before', () => onceMore(randomUUID()), { twice: true }),
    ],
  },
  {
    id: 'UAE-PAR-022',
    level: 'MAY',
    title: 'A max_age of an hour is accepted',
    cites: [cite.articles('jwt-claims, max_age')],
    defects: ['max-age-refused'],
    scenario: 'push-max-age',
    what: 'their max_age',
    rows: [
      accepted('max_age of 3600', claims({ max_age: 3600 })),
      either('max_age of 3601', claims({ max_age: 3601 })),
    ],
  },
]
