import { type Answer, type Finding, type Observed, type Probe, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { failed, succeeded, unavailable } from './status.ts'

/**
 * Nothing is done for a client that shows no certificate, or one that is not good: the connection is broken off, at the
 * handshake or when it is first read from (TLS 1.3 lets both happen), or the answer is any 3xx or 4xx. A success is the
 * finding; a 5xx decides nothing.
 */
export const certificatesAreNeeded = (probes: readonly Probe[]): Answer => {
  const findings: Finding[] = []
  const open: string[] = []
  for (const probe of probes) {
    if ('inconclusive' in probe) {
      if (!probe.brokenOff) open.push(`${probe.name}: ${probe.inconclusive}`)
      continue
    }
    const { exchange, name } = probe
    const { status } = exchange.response
    if (succeeded(exchange)) findings.push(finding(`${name}: status`, 'a refusal', status, exchange))
    else if (failed(exchange) || unavailable(exchange)) open.push(`${name}: status ${status}`)
  }
  if (findings.length > 0) return findings
  if (probes.length === 0) return undecided('nothing was asked')
  return open.length > 0 ? undecided(open.join('; ')) : []
}

/** How each was refused: by a status, or by the end of its connection. */
export const waysToRefuse = (probes: readonly Probe[]): Observed =>
  Object.fromEntries(
    probes.flatMap((probe) => {
      if ('exchange' in probe) return [[probe.name, `status ${probe.exchange.response.status}`]]
      return probe.brokenOff ? [[probe.name, 'connection broken off']] : []
    }),
  )
