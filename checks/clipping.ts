import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'

/** A record with its date-time as printed, and the answer that held it. */
export interface Dated {
  readonly id: string
  readonly at: string
  readonly from: Exchange
}

/** What an answer gives that is confined to some days, beside the same answer without that. */
export interface Clipped {
  /** First and last day, as full-date. */
  readonly from: string
  readonly to: string
  /** Records of the answer without bounds. */
  readonly whole: readonly Dated[]
  /** Records of the bounded answers. */
  readonly clipped: readonly Dated[]
  /** Why the bounded answer was not read to its end; nothing could be missing from it then. */
  readonly incomplete?: string
  /** Records of the answer without bounds, read once more afterwards. */
  readonly again: readonly Dated[]
}

/** The zone of a market: hours ahead of UTC, the same all year. */
interface Zone {
  readonly hours: number
}

/** Findings of one kind that a reader wants to see. */
const enough = 5

/** The first findings; the last of them counts those that are left out. */
const few = (findings: readonly Finding[]): readonly Finding[] => {
  const [last] = findings.slice(enough - 1)
  if (last === undefined || findings.length === enough) return findings
  const more = findings.length - enough
  return [...findings.slice(0, enough - 1), { ...last, got: `${last.got}, and ${more} more` }]
}

const dayIn = (text: string, hours: number): string => {
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? '' : new Date(ms + hours * 3_600_000).toISOString().slice(0, 10)
}

/** The days on which a moment may be said to lie: as it is printed, and in the zone of the market, `hours` ahead of UTC. */
export const daysOf = (text: string, hours: number): readonly [string, string] => [
  text.slice(0, 10),
  dayIn(text, hours),
]

/** The one day on which a moment lies in every reading, UTC among them; undefined where the readings differ. */
export const onlyDay = (text: string, hours: number): string | undefined => {
  const [day, ...others] = [...daysOf(text, hours), dayIn(text, 0)]
  return others.every((other) => other === day) ? day : undefined
}

/** No record lies outside of the days, as printed and in the zone of the market. */
export const nothingOutside =
  ({ hours }: Zone) =>
  ({ from, to, clipped, incomplete }: Clipped): Answer => {
    const outside = clipped.filter((one) => daysOf(one.at, hours).every((day) => day < from || day > to))
    if (outside.length > 0)
      return few(outside.map((one) => finding(`the record ${one.id}`, `a day from ${from} to ${to}`, one.at, one.from)))
    return clipped.length === 0 ? undecided(incomplete ?? 'the bounded answer holds no record') : []
  }

/** Records of the first and the last day that the bounded answers do not hold. */
export const missingOnBounds = (
  { hours }: Zone,
  { from, to, whole, clipped }: Pick<Clipped, 'from' | 'to' | 'whole' | 'clipped'>,
): readonly Dated[] =>
  whole.filter(({ id, at }) => [from, to].includes(onlyDay(at, hours) ?? '') && !clipped.some((one) => one.id === id))

/** The records of the first day and of the last are there. What is gone from the unbounded answer, too, decides nothing. */
export const boundsAreOpen =
  (zone: Zone) =>
  (evidence: Clipped): Answer => {
    const { from, to, whole, incomplete, again } = evidence
    const missing = missingOnBounds(zone, evidence)
    if (missing.length === 0) {
      return whole.some(({ at }) => [from, to].includes(onlyDay(at, zone.hours) ?? ''))
        ? []
        : undecided('no record lies on the first or the last day')
    }
    if (incomplete !== undefined) return undecided(incomplete)
    const kept = missing.filter(({ id }) => again.some((one) => one.id === id))
    if (kept.length === 0) return undecided('what is missing was gone from the unbounded answer, too')
    return few(
      kept.map((one) =>
        finding(`the record ${one.id} of ${one.at}`, `to be there: ${from} to ${to} is asked for`, undefined, one.from),
      ),
    )
  }
