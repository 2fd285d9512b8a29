import { unknownScopeIsNotGiven } from '../../../../checks/grants.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { type Answer, type Finding, type Probe, rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { askForOddGrants, grantTypes, refreshTokens, shapes, unknownScope } from '../scenarios/ask-for-odd-grants.ts'
import { askWithSpoiledAssertions } from '../scenarios/ask-with-spoiled-assertions.ts'

const of = (rows: readonly { readonly name: string }[], probes: readonly Probe[]): readonly Probe[] =>
  probes.filter((probe) => rows.some(({ name }) => name === probe.name))

const refused = eachRefused({ statuses: [400], demand: 'refused' })
const given = (name: string): Finding => ({ at: `${name}: status`, expected: '400, and no data', got: '200' })
const aToken = `200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300}`

/** UAE-TOK-016 */
export const otherGrantsAreRefused = rule({
  id: 'UAE-TOK-016',
  requirements: ['UAE-TOK-016'],
  level: 'MUST',
  about: 'hub',
  title: 'A grant of another type is refused',
  cites: [cite.authorizationEndpoints('OAuthErrorResponse'), cite.rfc('6749 §5.2')],
  defects: ['grant-type-ignored'],
  on: [askForOddGrants],
  operation: token,
  check: ({ probes }) => refused(of(grantTypes, probes)),
  observe: ({ probes }) => otherStatuses(400)(of(grantTypes, probes)),
  example: { breaks: `POST /token   grant_type=password\n\n${aToken}`, findings: [given('password')] },
})

/** UAE-TOK-032 */
export const unknownRefreshTokensAreRefused = rule({
  id: 'UAE-TOK-032',
  requirements: ['UAE-TOK-032'],
  level: 'MUST',
  about: 'hub',
  title: 'A refresh token that nobody was given is refused',
  cites: [cite.bankDataGuide('step 10'), cite.rfc('6749 §5.2')],
  defects: ['any-refresh-token-works'],
  on: [askForOddGrants],
  operation: token,
  check: ({ probes }) => refused(of(refreshTokens, probes)),
  observe: ({ probes }) => otherStatuses(400)(of(refreshTokens, probes)),
  example: {
    breaks: `POST /token   grant_type=refresh_token, refresh_token unknown\n\n${aToken}`,
    findings: [given('unknown refresh token')],
  },
})

/** UAE-TOK-037 */
export const onlyFormsArePosted = rule({
  id: 'UAE-TOK-037',
  requirements: ['UAE-TOK-037'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A token takes a form that is posted',
  cites: [cite.authorizationEndpoints('POST /token'), cite.rfc('6749 §3.2')],
  defects: ['token-by-get'],
  on: [askForOddGrants],
  operation: token,
  check: ({ probes }) => refused(of(shapes, probes)),
  observe: ({ probes }) => otherStatuses(400, 405, 415)(of(shapes, probes)),
  example: { breaks: `GET /token?grant_type=client_credentials&…\n\n${aToken}`, findings: [given('GET')] },
})

/** UAE-TOK-017 */
export const unknownScopesAreNotGiven = rule({
  id: 'UAE-TOK-017',
  requirements: ['UAE-TOK-017'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A scope that nobody knows is not given',
  cites: [cite.guide('security/fapi/scopes.md'), cite.rfc('6749 §3.3')],
  defects: ['without-token-scope-check'],
  on: [askForOddGrants],
  operation: token,
  check: (evidence, facts) => unknownScopeIsNotGiven(unknownScope)(evidence.unknownScope, facts),
  observe: (evidence) => otherStatuses(400)([{ name: 'unknown scope', exchange: evidence.unknownScope }]),
  example: {
    breaks: `POST /token   grant_type=client_credentials, scope=accounts ${unknownScope}

200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300,"scope":"accounts ${unknownScope}"}`,
    findings: [{ at: '/scope', expected: `no ${unknownScope}`, got: `accounts ${unknownScope}` }],
  },
})

/** A probe that succeeds; undecided where no answer came. */
const accepted = (probe: Probe | undefined): Answer => {
  if (probe === undefined) return []
  if ('inconclusive' in probe) return { undecided: probe.inconclusive }
  const { status } = probe.exchange.response
  if (status === 429 || status >= 500) return { undecided: `${probe.name}: status ${status}` }
  if (status === 200) return []
  return [{ at: `${probe.name}: status`, expected: '200', got: String(status), exchange: probe.exchange.id }]
}

/** UAE-TOK-001 */
export const assertionsGiveTokens = rule({
  id: 'UAE-TOK-001',
  requirements: ['UAE-TOK-001'],
  level: 'MUST',
  about: 'hub',
  title: 'A good client assertion gives a token, by a clock that is up to ten seconds ahead too',
  cites: [
    cite.guide('security/tokens/client-assertion.md'),
    cite.authorizationEndpoints('client_assertion_type'),
    cite.fapi('FAPI 2.0 Security Profile §5.3.2.1'),
  ],
  defects: ['assertion-ahead-refused'],
  on: [askWithSpoiledAssertions],
  operation: token,
  // Without a good one there is no evidence at all: first contact has refused the client, or the scenario broke off.
  check: ({ ahead }) => accepted(ahead),
  observe: ({ ahead }): Readonly<Record<string, string>> =>
    ahead === undefined ? { 'times ahead': 'not asked: the clocks differ by more than a second' } : {},
  example: {
    breaks: `POST /token   grant_type=client_credentials, iat and nbf of the client assertion eight seconds ahead

401
content-type: application/json

{"error":"invalid_client"}`,
    findings: [{ at: 'times eight seconds ahead: status', expected: '200', got: '401' }],
  },
})
