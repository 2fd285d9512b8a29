import { at, carried } from '../../../../checks/body.ts'
import { consentStatusIn, userTokenIsWhole } from '../../../../checks/grants.ts'
import { refreshedGivesNoData, refreshesLeadToData } from '../../../../checks/refresh.ts'
import { json } from '../../../../engine/exchange.ts'
import { type Observed, rule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { type Refreshes, useRefreshToken } from '../scenarios/use-refresh-token.ts'

const refreshTokenIn = (exchange: Refreshes['first']): unknown => at(json(exchange.response), 'refresh_token')

const noRefreshToken = silent('the code gave no refresh token')
const notRefreshed = undecided('the token was not refreshed')

/** UAE-TOK-034 has no finding of its own: what becomes of a refresh token is said here. */
const rotation = ({ first, refreshed }: Refreshes): string => {
  if (refreshed === undefined) return 'there is none'
  const came = refreshTokenIn(refreshed)
  if (came === undefined) return 'the client keeps the one that it has'
  return came === refreshTokenIn(first) ? 'the same comes back' : 'a new one comes back'
}

/** UAE-TOK-031 */
export const refreshesGiveTokens = rule({
  id: 'UAE-TOK-031',
  requirements: ['UAE-TOK-031'],
  level: 'MUST',
  about: 'hub',
  title: 'A refresh token gives a new token that opens data, with the authorization details',
  cites: [
    cite.authorizationEndpoints('AERefreshTokenGrantTokenResponseProperties'),
    cite.guide('security/tokens/index.md'),
  ],
  defects: ['refreshed-token-without-details'],
  on: [useRefreshToken],
  operation: token,
  check: ({ refreshed, data }) =>
    refreshed === undefined ? noRefreshToken : refreshesLeadToData(userTokenIsWhole(refreshed), data),
  observe: (evidence) => ({ 'refresh token after a refresh': rotation(evidence) }),
  example: {
    breaks: `POST /token   grant_type=refresh_token

200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300}`,
    findings: [{ at: '/authorization_details', expected: 'a list of one element', got: 'nothing' }],
  },
})

/** UAE-TOK-033: a token that opens nothing does no harm, so only data is a finding. */
export const refreshesEndWithTheConsent = rule({
  id: 'UAE-TOK-033',
  requirements: ['UAE-TOK-033'],
  level: 'MUST',
  about: 'hub',
  title: 'After its consent is revoked a refresh token leads to no data',
  cites: [cite.guide('security/tokens/index.md'), cite.guide('production/testing-certification/functional.md §4')],
  defects: ['refresh-outlives-consent'],
  on: [useRefreshToken],
  operation: token,
  check({ refreshed, after }) {
    if (refreshed === undefined) return noRefreshToken
    return after === undefined ? notRefreshed : refreshedGivesNoData(after)
  },
  observe: ({ after }): Observed =>
    after === undefined ? {} : { 'refresh after the revocation': `status ${after.refreshed.response.status}` },
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}   Status Revoked → 204
POST /token   grant_type=refresh_token → 200
GET /accounts   with the token of that answer

200
content-type: application/json

{"Data":{"Account":[ … ]}}`,
    findings: [{ at: 'data after the revocation: status', expected: '401 or 403, and no data', got: '200' }],
  },
})

/** UAE-TOK-035 */
export const refreshesTellTheState = rule({
  id: 'UAE-TOK-035',
  requirements: ['UAE-TOK-035'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A refreshed token tells the state that the consent is in',
  cites: [cite.guide('consent/multi-authorization.md step 5')],
  defects: ['refreshed-token-of-another-state'],
  on: [useRefreshToken],
  operation: token,
  check({ refreshed, consent }) {
    if (refreshed === undefined) return noRefreshToken
    if (consent === undefined) return notRefreshed
    const [told, read] = [consentStatusIn(refreshed), at(carried(consent)?.value, 'Data', 'Status')]
    if (told === undefined || read === undefined) return undecided('one of the two tells no state')
    if (told === read) return []
    const place = '/authorization_details/0/consent/Data/Status'
    return [{ at: place, expected: String(read), got: String(told), exchange: refreshed.id }]
  },
  example: {
    breaks: `GET /account-access-consents/{ConsentId} → {"Data":{"Status":"Authorized", … }}
POST /token   grant_type=refresh_token

200
content-type: application/json

{"access_token":"…","authorization_details":[{"consent":{"Data":{"Status":"AwaitingAuthorization", … }}}], …}`,
    findings: [
      {
        at: '/authorization_details/0/consent/Data/Status',
        expected: 'Authorized',
        got: 'AwaitingAuthorization',
      },
    ],
  },
})
