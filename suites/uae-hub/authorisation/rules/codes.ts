import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import type { Citation, Finding, Probe, ScenarioRule } from '../../../../engine/rule.ts'
import type { Scenario } from '../../../../engine/scenario.ts'
import type { Probed } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { onScenarios } from '../../row.ts'
import { redeemAsSecondClient } from '../scenarios/redeem-as-second-client.ts'
import { redeemCodeLate } from '../scenarios/redeem-code-late.ts'
import { redeemCodeTwice } from '../scenarios/redeem-code-twice.ts'
import { redeemCodes, spoiledRedemptions } from '../scenarios/redeem-codes.ts'

interface Row {
  readonly id: string
  readonly title: string
  readonly cites: readonly [Citation, ...Citation[]]
  readonly defect: string
  readonly on: Scenario<Probed>
  /** The probe of the example. */
  readonly shows: string
}

const refused = eachRefused({ statuses: [400, 401], demand: 'refused' })

const given = (name: string): Finding => ({ at: `${name}: status`, expected: '400 or 401, and no data', got: '200' })

/** The probes of a requirement: those of its rows, or all where the scenario is about nothing else. */
const probesOf = (id: string, { probes }: Probed): readonly Probe[] => {
  const names = spoiledRedemptions.filter(({ of }) => of === id).map(({ name }) => name)
  return names.length === 0 ? probes : probes.filter(({ name }) => names.includes(name))
}

const asRule = ({ id, title, cites, defect, on, shows }: Row): ScenarioRule<Probed> =>
  onScenarios({
    id,
    level: 'MUST',
    about: 'hub',
    title,
    cites,
    defect,
    on: [on],
    operation: token,
    check: (evidence) => refused(probesOf(id, evidence)),
    observe: (evidence) => ({
      ...otherStatuses(400)(probesOf(id, evidence)),
      ...('firstToken' in evidence ? otherStatuses()([evidence.firstToken as Probe]) : {}),
    }),
    example: {
      breaks: `POST /token   grant_type=authorization_code, ${shows}

200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300, "authorization_details":[ … ]}`,
      findings: [given(shows)],
    },
  })

const callback = cite.guide('security/fapi/handling-callback.md')

const rows: readonly Row[] = [
  {
    // Whether the first token ends with it is only observed: RFC 6749 §4.1.2 recommends it.
    id: 'UAE-TOK-026',
    title: 'A code works once',
    cites: [callback, cite.rfc('6749 §4.1.2')],
    defect: 'code-works-twice',
    on: redeemCodeTwice,
    shows: 'code used twice',
  },
  {
    id: 'UAE-TOK-027',
    title: 'A code takes the code_verifier of its challenge',
    cites: [cite.guide('security/fapi/index.md, PKCE'), cite.rfc('7636 §4.6')],
    defect: 'code-verifier-ignored',
    on: redeemCodes,
    shows: 'wrong code_verifier',
  },
  {
    id: 'UAE-TOK-028',
    title: 'A code takes the redirect_uri to which it was sent',
    cites: [cite.authorizationEndpoints('redirect_uri'), cite.rfc('6749 §5.2')],
    defect: 'redirect-uri-of-code-ignored',
    on: redeemCodes,
    shows: 'another redirect_uri',
  },
  {
    id: 'UAE-TOK-029',
    title: 'A code that was kept for minutes is refused',
    cites: [callback, cite.rfc('6749 §4.1.2'), cite.fapi('FAPI 2.0 Security Profile §5.3.2.1')],
    defect: 'code-never-expires',
    on: redeemCodeLate,
    shows: 'code after its end',
  },
  {
    // Refresh tokens are bound to the client, and not to its certificate: certificates are renewed (RFC 8705 §7.1).
    id: 'UAE-TOK-030',
    title: 'Codes and refresh tokens work for nobody but their client',
    cites: [cite.rfc('6749 §5.2'), cite.rfc('6749 §10.4')],
    defect: 'code-of-another-client',
    on: redeemAsSecondClient,
    shows: 'code of another client',
  },
]

/** UAE-TOK-026 to UAE-TOK-030: what a code is good for. */
export const codesAreGuarded: readonly ScenarioRule<Probed>[] = rows.map(asRule)
