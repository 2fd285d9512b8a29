import { together } from '../../../../checks/answers.ts'
import { at, carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { failed, succeeded, unauthorised, unavailable } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Probe, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { type Permitted, readByPermission } from '../scenarios/read-by-permission.ts'

/** A refusal that is about the account and not about the permission. */
const ofTheAccount = (exchange: Exchange): boolean => {
  const errors = at(carried(exchange)?.value, 'Errors')
  const codes = Array.isArray(errors) ? errors.map((one) => String(at(one, 'Code'))) : []
  return exchange.response.status === 403 && codes.some((code) => code.startsWith('Consent.'))
}

/** What the consent does permit is given. */
const isGiven = (probe: Probe, notFound = false): Answer => {
  const { name } = probe
  if ('inconclusive' in probe) return undecided(`${name}: ${probe.inconclusive}`)
  const { exchange } = probe
  const { status } = exchange.response
  if (succeeded(exchange) || (notFound && status === 404)) return []
  return unavailable(exchange) || unauthorised(exchange) || failed(exchange) || ofTheAccount(exchange)
    ? undecided(`${name}: status ${status}`)
    : [finding(`${name}: status`, '200', status, exchange)]
}

const refusal = { statuses: [403], demand: 'refused', failureCounts: true } as const

/** UAE-ERR-009 and UAE-BDS-028, which ask the same: 403 is expected, other 4xx are observed. */
export const permissionsAreKept = rule<Permitted>({
  id: 'UAE-ERR-009',
  requirements: ['UAE-ERR-009', 'UAE-BDS-028'],
  level: 'MUST',
  about: 'hub',
  title: 'Data that the consent does not permit is refused, and the rest of the consent goes on working',
  cites: [
    cite.guide('data-sharing requirements, row 2 of each resource'),
    cite.articles('payment-account-permissions'),
  ],
  defects: ['permission-ignored', 'beneficiaries-need-detail'],
  on: readByPermission,
  check: ({ refused, after, opened }) =>
    together(
      refused.length > 0 ? eachRefused(refusal)(refused) : [],
      isGiven(after),
      ...opened.map(({ probe, notFound }) => isGiven(probe, notFound)),
    ),
  observe: ({ refused, opened }) => ({
    ...otherStatuses(403)(refused),
    ...otherStatuses(200)(opened.map(({ probe }) => probe)),
  }),
  example: {
    breaks: `GET /accounts/{AccountId}/balances   under a consent without ReadBalances

200
{"Data":{"AccountId":"a1","Balance":[ … ]}}`,
    findings: [{ at: 'balances: status', expected: '403, and no data', got: '200' }],
  },
})
