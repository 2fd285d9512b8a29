import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, undecided } from '../engine/rule.ts'
import { isDateTime } from '../schemas/formats.ts'
import { at, carried } from './body.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

/** Two date-times of one thing. */
export interface TwoInstants {
  /** Path of the one that comes first, such as a creation. */
  readonly earlier: readonly string[]
  /** Path of the one that does not come before it, and never goes back from answer to answer. */
  readonly later: readonly string[]
  /** Seconds by which clocks of one bank may differ. */
  readonly tolerance: number
}

const instant = (
  exchange: Exchange,
  path: readonly string[],
): { readonly text: string; readonly ms: number } | undefined => {
  const text = at(carried(exchange)?.value, ...path)
  return typeof text === 'string' && isDateTime(text) ? { text, ms: Date.parse(text) } : undefined
}

/** The later instant is not before the earlier one, nor before itself in an answer of before. What is no date-time is another matter. */
export const instantsInOrder =
  ({ earlier, later, tolerance }: TwoInstants) =>
  (reads: readonly Exchange[]): Answer => {
    const findings: Finding[] = []
    let newest: { readonly text: string; readonly ms: number } | undefined
    for (const exchange of reads.filter(succeeded)) {
      const [first, then] = [instant(exchange, earlier), instant(exchange, later)]
      if (then === undefined) continue
      const place = `${carried(exchange)?.at ?? ''}/${later.join('/')}`
      const late = (than: { readonly ms: number }): boolean => then.ms < than.ms - tolerance * 1000
      if (first !== undefined && late(first))
        findings.push(finding(place, `not before ${earlier.at(-1)} ${first.text}`, then.text, exchange))
      else if (newest !== undefined && late(newest))
        findings.push(finding(place, `not before ${newest.text}, which was shown before`, then.text, exchange))
      if (newest === undefined || then.ms > newest.ms) newest = then
    }
    return newest === undefined ? undecided('no answer shows when it changed') : findings
  }
