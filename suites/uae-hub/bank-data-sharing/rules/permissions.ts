import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { failed, succeeded, unauthorised, unavailable } from '../../../../checks/status.ts'
import { type Answer, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import {
  readBalancesWithoutPermission,
  readTransactionsWithoutPermission,
  type Unpermitted,
} from '../scenarios/read-without-permission.ts'

/** What the consent does permit goes on working with the same token. */
const stillPermitted = ({ after }: Unpermitted): Answer => {
  if ('inconclusive' in after) return undecided(`${after.name}: ${after.inconclusive}`)
  const { exchange, name } = after
  const { status } = exchange.response
  if (succeeded(exchange)) return []
  return unavailable(exchange) || unauthorised(exchange) || failed(exchange)
    ? undecided(`${name}: status ${status}`)
    : [finding(`${name}: status`, '200', status, exchange)]
}

/** UAE-ERR-009 and UAE-BDS-028, which ask the same: 403 is expected, other 4xx are observed. */
export const permissionsAreKept = rule<Unpermitted>({
  id: 'UAE-ERR-009',
  requirements: ['UAE-ERR-009', 'UAE-BDS-028'],
  level: 'MUST',
  about: 'hub',
  title: 'Data that the consent does not permit is refused, and the rest of the consent goes on working',
  cites: [
    cite.guide('data-sharing requirements, row 2 of each resource'),
    cite.articles('payment-account-permissions'),
  ],
  defects: ['permission-ignored'],
  on: [readBalancesWithoutPermission, readTransactionsWithoutPermission],
  check(evidence) {
    const refused = eachRefused({ statuses: [403], demand: 'refused', failureCounts: true })(evidence.probes)
    const permitted = stillPermitted(evidence)
    if ('silent' in refused || 'silent' in permitted) return refused
    const findings = [refused, permitted].flatMap((answer) => ('undecided' in answer ? [] : answer))
    return findings.length > 0 ? findings : 'undecided' in refused ? refused : permitted
  },
  observe: ({ probes }) => otherStatuses(403)(probes),
  example: {
    breaks: `GET /accounts/{AccountId}/balances   under a consent without ReadBalances

200
{"Data":{"AccountId":"a1","Balance":[ … ]}}`,
    findings: [{ at: 'balances: status', expected: '403, and no data', got: '200' }],
  },
})
