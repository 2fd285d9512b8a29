import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, type Observed, type Probe, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { failed, redirected, refused, succeeded, unavailable } from './status.ts'

/** What counts as a refusal. */
export interface Refusal {
  /** The statuses that are expected. */
  readonly statuses: readonly [number, ...number[]]
  /** `exactly`: any other answer is a finding. `refused`: every 4xx is a refusal, and the finding is a success. */
  readonly demand: 'exactly' | 'refused'
  /** Statuses that are about something else and decide nothing: 401 where the token may have ended meanwhile. */
  readonly aside?: readonly number[]
  /** Whether a redirect opens nothing, such as one to a page for logging in; else it decides nothing. */
  readonly redirectHolds?: true
  /** Whether a 5xx is a finding; else it decides nothing. 429 and gateway errors never are. */
  readonly failureCounts?: true
}

const judged = (refusal: Refusal, exchange: Exchange): 'holds' | 'broken' | 'open' => {
  if (unavailable(exchange) || refusal.aside?.includes(exchange.response.status)) return 'open'
  if (refusal.statuses.includes(exchange.response.status)) return 'holds'
  if (failed(exchange)) return refusal.failureCounts ? 'broken' : 'open'
  if (refusal.demand === 'exactly') return 'broken'
  if (refused(exchange) || (refusal.redirectHolds && redirected(exchange))) return 'holds'
  return succeeded(exchange) ? 'broken' : 'open'
}

/**
 * Probes together: findings if there are any, else undecided if a probe did not come to an answer that decides, else
 * they hold.
 */
export const eachRefused =
  (refusal: Refusal) =>
  (probes: readonly Probe[]): Answer => {
    const open: string[] = []
    const findings: Finding[] = []
    const statuses = refusal.statuses.join(' or ')
    const expected = refusal.demand === 'exactly' ? statuses : `${statuses}, and no data`
    for (const probe of probes) {
      if ('inconclusive' in probe) {
        open.push(`${probe.name}: ${probe.inconclusive}`)
        continue
      }
      const verdict = judged(refusal, probe.exchange)
      const { status } = probe.exchange.response
      if (verdict === 'broken') findings.push(finding(`${probe.name}: status`, expected, status, probe.exchange))
      if (verdict === 'open') open.push(`${probe.name}: status ${status}`)
    }
    if (findings.length > 0) return findings
    if (probes.length === 0) return undecided('nothing was asked')
    return open.length > 0 ? undecided(open.join('; ')) : []
  }

/** The status of every probe that was answered with another one than the expected. */
export const otherStatuses =
  (...expected: readonly number[]) =>
  (probes: readonly Probe[]): Observed =>
    Object.fromEntries(
      probes.flatMap((probe) =>
        'exchange' in probe && !expected.includes(probe.exchange.response.status)
          ? [[`${probe.name}: status`, String(probe.exchange.response.status)]]
          : [],
      ),
    )
