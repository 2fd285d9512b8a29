import type { Arrival } from '../../../../checks/callback.ts'
import {
  consentIs,
  livesAtMost,
  memberIs,
  refreshTokenCame,
  scopeIsNotWider,
  userTokenIsWhole,
} from '../../../../checks/grants.ts'
import { idTokenIsSound } from '../../../../checks/id-token.ts'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { type TableRow, tableOf } from '../../row.ts'
import { giveConsent } from '../scenarios/give-consent.ts'

const asRule = tableOf<Arrival>({
  about: 'hub',
  on: [giveConsent],
  operation: token,
  breaks: (shows) => `POST /token   grant_type=authorization_code

200
content-type: application/json

{"access_token":"…",${shows}, …}`,
})

const callback = cite.guide('security/fapi/handling-callback.md')
const answer = cite.authorizationEndpoints('AEAuthorizationCodeGrantTokenResponseProperties')

const rows: readonly TableRow<Arrival>[] = [
  {
    id: 'UAE-TOK-013',
    level: 'MUST',
    title: "A user's token lives ten minutes at most",
    cites: [cite.guide('security/tokens/index.md, life')],
    check: ({ journey }) => livesAtMost(600)(journey.token),
    defect: 'user-token-lives-long',
    shows: '"expires_in":3600',
    finding: { at: '/expires_in', expected: '600 or less', got: '3600' },
  },
  {
    id: 'UAE-TOK-019',
    level: 'SHOULD',
    title: 'A token has no wider scope than was asked',
    cites: [cite.rfc('6749 §3.3'), cite.rfc('6749 §5.1')],
    check: ({ journey }) => scopeIsNotWider(journey.push.claims.scope)(journey.token),
    defect: 'token-with-wider-scope',
    shows: '"scope":"accounts openid payments"',
    finding: { at: '/scope', expected: 'accounts openid, or less', got: 'accounts openid payments' },
  },
  {
    id: 'UAE-TOK-021',
    level: 'MUST',
    title: 'A code gives a bearer token with its life and the authorization details',
    cites: [answer, callback],
    check: ({ journey }) => userTokenIsWhole(journey.token),
    observe: ({ journey }) => refreshTokenCame(journey.token),
    defect: 'code-token-without-type',
    shows: '"expires_in":300,"authorization_details":[ … ]',
    finding: { at: '/token_type', expected: 'Bearer', got: 'nothing' },
  },
  {
    id: 'UAE-TOK-023',
    level: 'MUST',
    title: 'The consent of a token is Authorized',
    cites: [callback],
    check: ({ journey }) => consentIs('Authorized')(journey.token),
    defect: 'token-of-waiting-consent',
    shows: '"authorization_details":[{"consent":{"Data":{"Status":"AwaitingAuthorization", … }}}]',
    finding: {
      at: '/authorization_details/0/consent/Data/Status',
      expected: 'Authorized',
      got: 'AwaitingAuthorization',
    },
  },
  {
    id: 'UAE-TOK-024',
    level: 'SHOULD',
    title: 'A state in the token answer is the one that was sent',
    cites: [answer],
    check: ({ journey }) => memberIs('state', journey.push.claims.state)(journey.token),
    defect: 'token-with-another-state',
    shows: '"state":"another"',
    finding: { at: '/state', expected: 'state-1', got: 'another' },
  },
  {
    id: 'UAE-TOK-025',
    level: 'MUST',
    title: 'With the scope openid comes an id_token that is signed, and made for this client and request',
    cites: [cite.guide('security/fapi/scopes.md'), cite.articles('jwt-claims (nonce)')],
    check: ({ journey }, given) => idTokenIsSound(journey, given),
    defect: 'token-without-id-token',
    shows: '"token_type":"Bearer","expires_in":300',
    finding: { at: '/id_token', expected: 'a signed JWT', got: 'nothing' },
  },
]

/** What the answer to a code holds, beside the consent that it names. */
export const userTokensAreSound: readonly ScenarioRule<Arrival>[] = rows.map(asRule)
