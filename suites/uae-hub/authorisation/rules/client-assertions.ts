import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import type { Citation, Finding, Probe, ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { onScenarios } from '../../row.ts'
import { type Assertions, askWithSpoiledAssertions } from '../scenarios/ask-with-spoiled-assertions.ts'
import { replayed, spoiledAssertions } from '../spoiled-assertions.ts'

/** A rule over the client assertions that are spoiled in one way. */
interface Row {
  readonly id: string
  readonly title: string
  readonly cites: readonly [Citation, ...Citation[]]
  readonly defect: string
  /** The probe of the example. */
  readonly shows: string
}

/** The probes of the rows that belong to a requirement. */
const ofRequirement = (id: string, probes: readonly Probe[]): readonly Probe[] => {
  const names = new Set([...spoiledAssertions, replayed].filter(({ of }) => of === id).map(({ name }) => name))
  return probes.filter(({ name }) => names.has(name))
}

const observed = new Set(spoiledAssertions.filter((one) => one.observed).map(({ name }) => name))

/** Those of them that are judged. */
const judged = (id: string, probes: readonly Probe[]): readonly Probe[] =>
  ofRequirement(id, probes).filter(({ name }) => !observed.has(name))

const refused = eachRefused({ statuses: [400, 401], demand: 'refused' })
const finding = (name: string): Finding => ({ at: `${name}: status`, expected: '400 or 401, and no data', got: '200' })

const asRule = ({ id, title, cites, defect, shows }: Row): ScenarioRule<Assertions> =>
  onScenarios({
    id,
    level: 'MUST',
    about: 'hub',
    title,
    cites,
    defect,
    on: [askWithSpoiledAssertions],
    operation: token,
    check: ({ probes }) => refused(judged(id, probes)),
    observe: ({ probes }) => otherStatuses(400, 401)(ofRequirement(id, probes)),
    example: {
      breaks: `POST /token   grant_type=client_credentials, client assertion: ${shows}

200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300}`,
      findings: [finding(shows)],
    },
  })

const claims = (place: string): Citation => cite.articles(`jwt-claims ${place}`)

/** UAE-TOK-002 to UAE-TOK-009: what makes a client assertion not good. */
export const clientAssertionsAreChecked: readonly ScenarioRule<Assertions>[] = [
  {
    id: 'UAE-TOK-002',
    title: 'A client assertion is signed by PS256',
    cites: [claims('"JOSE Header"'), cite.fapi('FAPI 2.0 Security Profile §5.4.1')] as const,
    defect: 'assertion-algorithms-open',
    shows: 'RS256',
  },
  {
    id: 'UAE-TOK-003',
    title: 'The key of a client assertion is one of the client',
    cites: [claims('"JOSE Header"')] as const,
    defect: 'assertion-kid-ignored',
    shows: 'unknown kid',
  },
  {
    // FAPI 2.0 in its final form takes the issuer alone, where earlier drafts and RFC 7523 §3 took endpoints too.
    id: 'UAE-TOK-004',
    title: 'A client assertion is meant for the issuer, and for no endpoint of it',
    cites: [claims('"aud"'), cite.fapi('FAPI 2.0 Security Profile §5.3.2.1')] as const,
    defect: 'without-assertion-audience-check',
    shows: 'aud is the token endpoint',
  },
  {
    id: 'UAE-TOK-005',
    title: 'A client assertion is of the client and from the client',
    cites: [claims('table of claims'), cite.rfc('7523 §3'), cite.rfc('7521 §4.2')] as const,
    defect: 'assertion-issuer-ignored',
    shows: 'iss is somebody else',
  },
  {
    id: 'UAE-TOK-006',
    title: 'A client assertion has an id of its own and works once',
    cites: [claims('"jti replay prevention"'), cite.guide('security/tokens/client-assertion.md')] as const,
    defect: 'assertion-replay-accepted',
    shows: 'used twice',
  },
  {
    id: 'UAE-TOK-007',
    title: 'A client assertion works within its life',
    cites: [claims('"Lifetime window"'), cite.rfc('7523 §3'), cite.fapi('FAPI 2.0 Security Profile §5.3.2.1')] as const,
    defect: 'assertion-times-ignored',
    shows: 'over for five minutes',
  },
  {
    id: 'UAE-TOK-008',
    title: 'The signature of a client assertion is verified',
    cites: [cite.guide('security/fapi/message-signing.md'), cite.rfc('7523 §3')] as const,
    defect: 'assertion-unverified',
    shows: 'broken signature',
  },
  {
    id: 'UAE-TOK-009',
    title: 'A token takes a client assertion, named by its type',
    cites: [cite.authorizationEndpoints('OAuthErrorResponse'), cite.rfc('6749 §5.2')] as const,
    defect: 'assertion-not-needed',
    shows: 'no client assertion',
  },
].map(asRule)
