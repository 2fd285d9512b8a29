import { together } from '../../../../checks/answers.ts'
import {
  callbackIsOurs,
  endsAtRedirectUri,
  furtherParameters,
  refusalComesBack,
  refusalIsNamed,
  successIsInTheQuery,
  type WayBack,
} from '../../../../checks/callback.ts'
import { type Answer, type Given, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { authorization } from '../../operations.ts'
import { declineConsent } from '../scenarios/decline-consent.ts'
import { giveConsent } from '../scenarios/give-consent.ts'
import { returnStateAndNonce, type StateProbes } from '../scenarios/return-state-and-nonce.ts'

/** UAE-CBK-005. Parameters that nobody asked for are observed: a client ignores them (RFC 6749 §4.1.2). */
export const callbackIsInTheQuery = rule({
  id: 'UAE-CBK-005',
  requirements: ['UAE-CBK-005'],
  level: 'MUST',
  about: 'hub',
  title: 'Code, state and iss come back in the query, with no token and nothing in the fragment',
  cites: [
    cite.guide('security/fapi/handling-callback.md'),
    cite.web('Security Profile, query response mode'),
    cite.rfc('6749 §4.1.2'),
    cite.rfc('9207 §2'),
  ],
  defects: ['callback-with-id-token'],
  on: [giveConsent],
  operation: authorization,
  check: ({ journey }) => successIsInTheQuery(journey.authorisation),
  observe: ({ journey }) => furtherParameters(journey.authorisation),
  example: {
    breaks: `303
location: https://client.example/callback?code=…&state=state-1&iss=https://auth1.bank.example&id_token=…`,
    findings: [{ at: 'callback id_token', expected: 'nothing', got: 'a value' }],
  },
})

const eachReturned = ({ probes, discovery }: StateProbes, given: Given): Answer =>
  together(
    ...probes.map((probe): Answer => {
      if ('inconclusive' in probe) return undecided(`${probe.name}: ${probe.inconclusive}`)
      const { authorisation, push } = probe
      if (authorisation?.outcome === 'code')
        return callbackIsOurs({ journey: { push, authorisation }, discovery }, given)
      return probe.mayRefuse ? [] : undecided(`${probe.name}: it led to no code`)
    }),
  )

/** UAE-CBK-006: of a request object with another state beside it, too, the state inside counts (RFC 9101 §6.3). */
export const callbackNamesStateAndIssuer = rule<WayBack | StateProbes>({
  id: 'UAE-CBK-006',
  requirements: ['UAE-CBK-006'],
  level: 'MUST',
  about: 'hub',
  title: 'The callback returns the state of the request and the issuer of discovery',
  cites: [cite.guide('security/fapi/handling-callback.md'), cite.rfc('9207 §2'), cite.rfc('9101 §6.3')],
  defects: ['callback-with-another-iss', 'long-state-cut'],
  on: [giveConsent, returnStateAndNonce],
  operation: authorization,
  check: (evidence, given) => ('journey' in evidence ? callbackIsOurs(evidence, given) : eachReturned(evidence, given)),
  example: {
    breaks: `303
location: https://client.example/callback?code=…&state=state-1&iss=https://other.example`,
    findings: [{ at: 'callback iss', expected: 'https://auth1.bank.example', got: 'https://other.example' }],
  },
})

/** UAE-CBK-007 */
export const refusalReturnsStateAndIssuer = rule({
  id: 'UAE-CBK-007',
  requirements: ['UAE-CBK-007'],
  level: 'MUST',
  about: 'hub',
  title: 'A user who declines comes back with an error, the state and the issuer, and without a code',
  cites: [cite.olderGuide('getting-started/authorization-callback.md'), cite.rfc('6749 §4.1.2.1'), cite.rfc('9207 §2')],
  defects: ['refusal-without-iss'],
  on: [declineConsent],
  operation: authorization,
  check: refusalComesBack,
  example: {
    breaks: `303
location: https://client.example/callback?error=access_denied&state=state-1`,
    findings: [{ at: 'callback iss', expected: 'https://auth1.bank.example', got: 'nothing' }],
  },
})

/** Words for what a user or an account did not let happen. */
const words = [
  'user_rejected_consent',
  'user_failed_to_authenticate',
  'user_failed_step_up_authentication',
  'user_account_blocked',
  'consent_not_supported',
]

/** UAE-CBK-008, for a user who declines; no run brings about a blocked account or a failed step-up. */
export const refusalHasItsName = rule({
  id: 'UAE-CBK-008',
  requirements: ['UAE-CBK-008'],
  level: 'SHOULD',
  about: 'bank',
  title: 'A user who declines is told of by access_denied, with a description of the list',
  cites: [cite.web('API Hub for LFIs, consent journey, requirements'), cite.rfc('6749 §4.1.2.1')],
  defects: ['refusal-in-own-words'],
  on: [declineConsent],
  operation: authorization,
  check: ({ journey }) => refusalIsNamed(words)(journey.authorisation),
  observe: ({ journey }) => ({
    error_description: journey.authorisation.callback?.parameters.error_description ?? 'none',
  }),
  example: {
    breaks: `303
location: https://client.example/callback?error=access_denied&error_description=cancelled&state=state-1&iss=…`,
    findings: [{ at: 'callback error_description', expected: words.join(' or '), got: 'cancelled' }],
  },
})

/** UAE-CBK-010 */
export const userEndsAtRedirectUri = rule({
  id: 'UAE-CBK-010',
  requirements: ['UAE-CBK-010'],
  level: 'MUST',
  about: 'hub',
  title: 'The user ends at the redirect URI that was pushed, its own query kept, and by no 307',
  cites: [
    cite.specifications('API Hub, authorization server, confirmation and failure of a journey'),
    cite.fapi('FAPI 2.0 Security Profile §5.3.2.2'),
  ],
  defects: ['callback-by-307'],
  on: [giveConsent],
  operation: authorization,
  check: ({ journey }) => endsAtRedirectUri(journey),
  example: {
    breaks: `307
location: https://client.example/callback?code=…&state=state-1&iss=https://auth1.bank.example`,
    findings: [{ at: 'redirect status', expected: 'another than 307', got: '307' }],
  },
})
