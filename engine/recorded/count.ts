import type { Redactor } from '../redact/redactor.ts'
import type { JudgedRecording } from '../report.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { openUnjudged } from './unknown-requests.ts'

/** What becomes of an entry other than being judged, or being of no operation. */
type Other = 'unanswered' | 'repeated' | 'otherHost' | 'notAsked'

/** Counts what becomes of the entries of one recording. */
export interface Count {
  readonly judged: (host: string, bodyKnown: boolean) => void
  readonly other: (what: Other, host: string) => void
  readonly unknown: (method: string, url: string) => void
  readonly total: () => number
  readonly told: (redactor: Redactor) => Omit<JudgedRecording, 'file' | 'furtherFindings'>
  /** Why nothing was judged; undefined where something was. */
  readonly nothing: (
    about: { readonly shown: string; readonly standard: string; readonly hosts: readonly string[] },
    redactor: Redactor,
  ) => SetUpFault | undefined
  /** Where the judged answers came from, if no host of the profile is among them. */
  readonly elsewhere: (named: readonly string[]) => readonly string[]
}

/** Requests and hosts that a message names. */
const mostNamed = 5

/** Opens the count. */
export const openCount = (): Count => {
  const counts = { entries: 0, judged: 0, withoutBody: 0, unanswered: 0, repeated: 0, otherHost: 0, notAsked: 0 }
  const judgedAt = new Map<string, number>()
  const hostsLeft = new Set<string>()
  const unjudged = openUnjudged()

  const unheard = (): string => {
    const { notAsked, repeated } = counts
    if (notAsked > 0) return `${notAsked} of operations that the profile does not claim, or that --operation leaves out`
    return repeated > 0 ? 'a browser had them in its cache' : 'no answer came to any of them, or none with its headers'
  }

  return {
    judged(host, bodyKnown) {
      counts.entries += 1
      counts.judged += 1
      if (!bodyKnown) counts.withoutBody += 1
      judgedAt.set(host, (judgedAt.get(host) ?? 0) + 1)
    },
    other(what, host) {
      counts.entries += 1
      counts[what] += 1
      if (what === 'otherHost' && hostsLeft.size < mostNamed) hostsLeft.add(host)
    },
    unknown(method, url) {
      counts.entries += 1
      unjudged.note(method, url)
    },
    total: () => counts.judged,
    told(redactor) {
      const { entries, unanswered, repeated, withoutBody, otherHost, notAsked } = counts
      return {
        entries,
        hosts: [...judgedAt].map(([host, exchanges]) => ({ host, exchanges })),
        ...{ unanswered, repeated, withoutBody },
        leftOut: { hosts: otherHost, operations: notAsked },
        unknown: { total: unjudged.total(), ...unjudged.listed(redactor) },
      }
    },
    nothing({ shown, standard, hosts }, redactor) {
      const { entries, judged, otherHost } = counts
      if (judged > 0) return undefined
      if (entries > 0 && otherHost === entries)
        return new SetUpFault(
          `--host ${hosts.join(', ')}`,
          `none of the ${entries} requests of ${shown} went there: it has ${[...hostsLeft].join(', ')}`,
          'Name one of these hosts, or leave --host out.',
        )
      const list = unjudged
        .listed(redactor)
        .requests.slice(0, mostNamed)
        .map(({ method, address, times }) => `${method} ${address} (${times})`)
        .join(', ')
      return new SetUpFault(
        shown,
        `none of its ${entries} requests is an answered call of ${standard} that is asked for: ${list || unheard()}`,
        'Check standard, resources and claims of the profile, and --operation: they say what is called where.',
      )
    },
    elsewhere(named) {
      if (named.length === 0 || named.some((host) => judgedAt.has(host))) return []
      const hosts = [...judgedAt.keys()].slice(0, mostNamed).join(', ')
      return [
        `no request that was judged went to ${named.join(', ')}, as the profile has it: what was judged at ${hosts} was found by the end of its path`,
      ]
    },
  }
}
