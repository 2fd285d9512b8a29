import { type Answer, type Finding, type Probe, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { failed, succeeded, unauthorised, unavailable } from './status.ts'

/**
 * Probes that are to be answered as the good call was: findings for those that are refused, but for the statuses in
 * `orElse`. 401 may be about the token, 5xx about the moment: they decide nothing, unless `failureCounts` says so of a 5xx
 * other than 429 and gateway errors.
 */
export const eachAccepted =
  (options: { readonly orElse?: readonly number[]; readonly failureCounts?: true } = {}) =>
  (probes: readonly Probe[]): Answer => {
    const open: string[] = []
    const findings: Finding[] = []
    const expected = ['a success', ...(options.orElse ?? [])].join(' or ')
    for (const probe of probes) {
      if ('inconclusive' in probe) {
        open.push(`${probe.name}: ${probe.inconclusive}`)
        continue
      }
      const { exchange, name } = probe
      const { status } = exchange.response
      if (succeeded(exchange) || options.orElse?.includes(status)) continue
      const passing =
        unavailable(exchange) || unauthorised(exchange) || (failed(exchange) && options.failureCounts === undefined)
      if (passing || status < 400) open.push(`${name}: status ${status}`)
      else findings.push(finding(`${name}: status`, expected, status, exchange))
    }
    if (findings.length > 0) return findings
    if (probes.length === 0) return undecided('nothing was asked')
    return open.length > 0 ? undecided(open.join('; ')) : []
  }
