import { callbackIsOurs } from '../../../../checks/callback.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { authorization } from '../../operations.ts'
import { giveConsent } from '../scenarios/give-consent.ts'

/** UAE-CBK-006 */
export const callbackNamesStateAndIssuer = rule({
  id: 'UAE-CBK-006',
  requirements: ['UAE-CBK-006'],
  level: 'MUST',
  about: 'hub',
  title: 'The callback returns the state of the request and the issuer of discovery',
  cites: [cite.guide('security/fapi/handling-callback.md'), cite.rfc('9207 §2')],
  defects: ['callback-with-another-iss'],
  on: [giveConsent],
  operation: authorization,
  check: callbackIsOurs,
  example: {
    breaks: `303
location: https://client.example/callback?code=…&state=state-1&iss=https://other.example`,
    findings: [{ at: 'callback iss', expected: 'https://auth1.bank.example', got: 'https://other.example' }],
  },
})
