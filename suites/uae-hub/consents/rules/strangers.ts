import { together } from '../../../../checks/answers.ts'
import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { refused, succeeded } from '../../../../checks/status.ts'
import { type Answer, type Probe, rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consent } from '../../operations.ts'
import { stateOf } from '../consent.ts'
import { pushWaitingConsent } from '../scenarios/push-consent.ts'
import { readForeignConsent, readUnknownConsent, type Strange } from '../scenarios/read-strange-consents.ts'

/** Refusals that nevertheless hold a consent. */
const leaks = (probes: readonly Probe[]): Answer =>
  probes.flatMap((probe) => {
    if ('inconclusive' in probe || !refused(probe.exchange)) return []
    const data = at(carried(probe.exchange)?.value, 'Data')
    return data === undefined ? [] : [finding(`${probe.name}: /Data`, 'nothing', 'the member', probe.exchange)]
  })

const stillThere = ({ baseline, after }: Strange): Answer =>
  after === undefined || !succeeded(after) || stateOf(after) === stateOf(baseline)
    ? []
    : [finding('/Data/Status afterwards', String(stateOf(baseline)), stateOf(after), after)]

/** UAE-CNS-014: the contract lists no 404 here, and no document says which refusal it is. */
export const strangersSeeNoConsent = rule<Strange>({
  id: 'UAE-CNS-014',
  requirements: ['UAE-CNS-014'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent that a client did not make is neither shown to it nor changed by it',
  cites: [cite.accountInformation('GET and PATCH /account-access-consents/{ConsentId}')],
  defects: ['consents-open-to-every-client'],
  on: [readUnknownConsent, readForeignConsent],
  operation: consent,
  check: (evidence) =>
    together(
      eachRefused({ statuses: [404, 403, 400], demand: 'refused' })(evidence.probes),
      leaks(evidence.probes),
      stillThere(evidence),
    ),
  observe: ({ probes }) => otherStatuses()(probes),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   of a consent that another client made

200
{"Data":{"ConsentId":"consent-1","Status":"AwaitingAuthorization", … }}`,
    findings: [{ at: 'read by another client: status', expected: '404 or 403 or 400, and no data', got: '200' }],
  },
})

/** UAE-CNS-024: 405 is expected, 501 says the same of a server (RFC 9110 §15.6.2), other 4xx are observed. */
export const consentsAreNotDeleted = rule({
  id: 'UAE-CNS-024',
  requirements: ['UAE-CNS-024'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent is neither deleted nor replaced',
  cites: [cite.accountInformation('methods of /account-access-consents/{ConsentId}'), cite.rfc('9110 §15.5.6')],
  defects: ['consent-deletable'],
  on: [pushWaitingConsent],
  operation: consent,
  check: ({ probes }) => eachRefused({ statuses: [405, 501], demand: 'refused', failureCounts: true })(probes),
  observe: ({ probes }) => otherStatuses(405)(probes),
  example: {
    breaks: `DELETE /account-access-consents/{ConsentId}

204`,
    findings: [{ at: 'DELETE: status', expected: '405 or 501, and no data', got: '204' }],
  },
})
