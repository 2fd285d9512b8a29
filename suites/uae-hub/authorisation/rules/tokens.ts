import { clientTokenIsWhole, otherMembers, tokenNamesTheConsent } from '../../../../checks/token-response.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { askForClientToken } from '../scenarios/ask-for-client-token.ts'
import { giveConsent } from '../scenarios/give-consent.ts'

/** UAE-TOK-012 */
export const clientTokens = rule({
  id: 'UAE-TOK-012',
  requirements: ['UAE-TOK-012'],
  level: 'MUST',
  about: 'hub',
  title: 'Client credentials give a bearer token with its life, and no refresh token',
  cites: [cite.authorizationEndpoints('AEClientCredentialsGrantTokenResponseProperties'), cite.rfc('6749 §4.4.3')],
  defects: ['client-token-with-refresh-token'],
  on: [askForClientToken],
  operation: token,
  check: clientTokenIsWhole,
  observe: otherMembers,
  example: {
    breaks: `POST /token   grant_type=client_credentials

200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300,"refresh_token":"…"}`,
    findings: [{ at: '/refresh_token', expected: 'nothing', got: 'a refresh token' }],
  },
})

/** UAE-TOK-022 */
export const tokenIsOfTheConsent = rule({
  id: 'UAE-TOK-022',
  requirements: ['UAE-TOK-022'],
  level: 'MUST',
  about: 'hub',
  title: 'A token names the consent that was pushed',
  cites: [
    cite.authorizationEndpoints('AEBankDataSharingLodgedAuthorizationDetailsProperties'),
    cite.guide('security/fapi/handling-callback.md'),
    cite.rfc('9396 §7'),
  ],
  defects: ['token-of-another-consent'],
  on: [giveConsent],
  operation: token,
  check: ({ journey }) => tokenNamesTheConsent(journey),
  example: {
    breaks: `POST /token   grant_type=authorization_code, after a push of consent-1

200
content-type: application/json

{"access_token":"…", "authorization_details":[{"type":"urn:openfinanceuae:account-access-consent:v2.1",
  "consent":{"Data":{"ConsentId":"consent-2","Status":"Authorized"}}}]}`,
    findings: [{ at: '/authorization_details/0/consent/Data/ConsentId', expected: 'consent-1', got: 'consent-2' }],
  },
})
