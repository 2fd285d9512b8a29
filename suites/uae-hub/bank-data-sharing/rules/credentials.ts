import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { callWithSecondCertificate } from '../scenarios/call-with-second-certificate.ts'
import { withBadTokens, withClientToken, withoutToken } from '../scenarios/refusals.ts'
import { useExpiredToken } from '../scenarios/use-expired-token.ts'

const refusal = { statuses: [401], demand: 'refused' } as const

/** UAE-HDR-012 */
export const tokenIsDemanded = rule({
  id: 'UAE-HDR-012',
  requirements: ['UAE-HDR-012'],
  level: 'MUST',
  about: 'hub',
  title: 'A call without a token is answered with 401',
  cites: [cite.accountInformation('401 of every operation'), cite.rfc('6750 §3.1')],
  defects: ['no-token-answers-400'],
  on: withoutToken,
  check: ({ probes }) => eachRefused({ statuses: [401], demand: 'exactly' })(probes),
  example: {
    breaks: `GET /accounts   without Authorization

400`,
    findings: [{ at: 'no token: status', expected: '401', got: '400' }],
  },
})

/** UAE-HDR-013: 401 is expected, other 4xx are observed; a 5xx is a finding, as the requirement says. */
export const badTokensAreRefused = rule({
  id: 'UAE-HDR-013',
  requirements: ['UAE-HDR-013'],
  level: 'MUST',
  about: 'hub',
  title: 'A token that is unknown, changed, or shown under another scheme opens nothing',
  cites: [cite.guide('security/tokens/index.md'), cite.rfc('6750 §3.1')],
  defects: ['tampered-token-accepted'],
  on: withBadTokens,
  check: ({ probes }) => eachRefused({ ...refusal, failureCounts: true })(probes),
  observe: ({ probes }) => otherStatuses(401)(probes),
  example: {
    breaks: `GET /accounts
authorization: Bearer …   one character in the middle changed

200
{"Data":{"Account":[ … ]}}`,
    findings: [{ at: 'tampered token: status', expected: '401, and no data', got: '200' }],
  },
})

/** UAE-TLS-005 */
export const tokensAreBound = rule({
  id: 'UAE-TLS-005',
  requirements: ['UAE-TLS-005'],
  level: 'MUST',
  about: 'hub',
  title: 'A token is good only with the certificate to which it was given',
  cites: [cite.guide('security/fapi/index.md, mutual TLS'), cite.rfc('8705 §3')],
  defects: ['token-not-bound'],
  on: [callWithSecondCertificate],
  operation: accounts,
  check: ({ probes }) => eachRefused(refusal)(probes),
  observe: ({ probes }) => otherStatuses(401)(probes),
  example: {
    breaks: `GET /accounts   with the certificate of another client

200
{"Data":{"Account":[ … ]}}`,
    findings: [{ at: 'second certificate: status', expected: '401, and no data', got: '200' }],
  },
})

/** UAE-TOK-014 */
export const tokensEnd = rule({
  id: 'UAE-TOK-014',
  requirements: ['UAE-TOK-014'],
  level: 'MUST',
  about: 'hub',
  title: 'A token opens nothing after its end',
  cites: [cite.guide('security/tokens/index.md'), cite.bankDataGuide('step 10')],
  defects: ['expired-token-accepted'],
  on: [useExpiredToken],
  operation: accounts,
  check: ({ probes }) => eachRefused(refusal)(probes),
  observe: ({ probes }) => otherStatuses(401)(probes),
  example: {
    breaks: `GET /accounts   310 seconds after a token answer that said "expires_in":300

200
{"Data":{"Account":[ … ]}}`,
    findings: [{ at: 'expired token: status', expected: '401, and no data', got: '200' }],
  },
})

/** UAE-TOK-038: 401 or 403 is expected. */
export const clientTokensOpenNoData = rule({
  id: 'UAE-TOK-038',
  requirements: ['UAE-TOK-038'],
  level: 'MUST',
  about: 'hub',
  title: 'A token that no user stands behind opens no account',
  cites: [cite.accountInformation('security of GET /accounts: UserOAuth2Security'), cite.guide('consent/index.md')],
  defects: ['client-token-opens-data'],
  on: withClientToken,
  check: ({ probes }) => eachRefused({ statuses: [401, 403], demand: 'refused' })(probes),
  observe: ({ probes }) => otherStatuses(401, 403)(probes),
  example: {
    breaks: `GET /accounts   with a client-credentials token

200
{"Data":{"Account":[ … ]}}`,
    findings: [{ at: 'client-credentials token: status', expected: '401 or 403, and no data', got: '200' }],
  },
})
