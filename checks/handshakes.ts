import { type Answer, type Finding, undecided } from '../engine/rule.ts'
import type { Handshake } from '../engine/session.ts'
import { finding } from './findings.ts'

/** A handshake that was tried, by name. */
export type Shaken =
  | { readonly name: string; readonly handshake: Handshake }
  | { readonly name: string; readonly inconclusive: string }

/** Handshakes with one host: a good one, and those that it is expected to refuse. */
export interface HostProbed {
  readonly host: string
  /** Or why it did not come about for a reason of our own. */
  readonly good: Handshake | { readonly inconclusive: string }
  readonly probes: readonly Shaken[]
}

/**
 * No host agrees to a version or suite that is too weak. A refusal counts only where a good handshake with the same host
 * came about; one that our own library could not offer decides nothing.
 */
export const weakHandshakesFail = (hosts: readonly HostProbed[]): Answer => {
  const findings: Finding[] = []
  const open: string[] = []
  for (const { host, good, probes } of hosts) {
    if ('inconclusive' in good) {
      open.push(good.inconclusive)
      continue
    }
    if (good.outcome !== 'agreed') {
      open.push(`${host}: a good handshake failed (${good.reason ?? good.outcome})`)
      continue
    }
    for (const probe of probes) {
      const place = `${host}, ${probe.name}`
      if ('inconclusive' in probe) {
        open.push(`${place}: ${probe.inconclusive}`)
        continue
      }
      const { outcome, protocol, cipher } = probe.handshake
      // A certificate is looked at after version and suite were agreed upon.
      if (outcome !== 'refused') {
        const got = outcome === 'agreed' ? `${protocol ?? ''} ${cipher ?? ''}`.trim() : 'an agreement'
        findings.push(finding(place, 'a handshake that fails', got))
      }
    }
  }
  if (findings.length > 0) return findings
  if (hosts.length === 0) return undecided('no host was asked')
  return open.length > 0 ? undecided(open.join('; ')) : []
}
