import type { Exchange } from '../engine/exchange.ts'
import { type Answer, type Finding, type Probe, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { bodyOf, idsOn, type PageShape, placeOn, recordsOn } from './pages.ts'
import { placesAt, valueAt } from './places.ts'
import { failed, succeeded, unauthorised, unavailable } from './status.ts'

/** What a filter of a list looks at. */
export interface Filtered extends Pick<PageShape, 'list' | 'id'> {
  /** Into a record: the date or date-time that is compared. */
  readonly date: string
  /** Which records are judged; others may have no date that lasts. */
  readonly judged?: (record: unknown) => boolean
}

/** First and last day of a filter, `2026-05-03`; open where one is missing. */
export interface Days {
  readonly from?: string
  readonly to?: string
}

const day = 86_400_000

const dayOf = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`)

/**
 * The records of a page lie between the days of its filter, by the day that they print, whatever their offset. A day beyond
 * either bound is let pass: nobody says in which zone a filter is read.
 */
export const recordsKeepFilter =
  (filtered: Filtered, { from, to }: Days) =>
  (page: Exchange, name: string): readonly Finding[] =>
    placesAt(bodyOf(page), `${filtered.list}/*`).flatMap(({ at, value }) => {
      const date = valueAt(value, filtered.date)
      if (typeof date !== 'string' || Number.isNaN(dayOf(date)) || filtered.judged?.(value) === false) return []
      const early = from !== undefined && dayOf(date) < dayOf(from) - day
      const late = to !== undefined && dayOf(date) > dayOf(to) + day
      if (!early && !late) return []
      return [
        finding(`${name} ${placeOn(page, at)}${filtered.date}`, early ? `from ${from}` : `up to ${to}`, date, page),
      ]
    })

/** Says something about the moment or the token, and nothing about the filter. */
const passing = (exchange: Exchange): boolean => unavailable(exchange) || unauthorised(exchange) || failed(exchange)

/** A filter that nothing lies in is answered with a list without records. Records that came meanwhile decide nothing. */
export const nothingIsFound =
  (filtered: Filtered) =>
  (probe: Probe): Answer => {
    if ('inconclusive' in probe) return undecided(`${probe.name}: ${probe.inconclusive}`)
    const { exchange, name } = probe
    if (passing(exchange)) return undecided(`${name}: status ${exchange.response.status}`)
    if (!succeeded(exchange) || exchange.response.status === 204)
      return [finding(`${name}: status`, '200', exchange.response.status, exchange)]
    const records = recordsOn(exchange, filtered)?.length ?? 0
    return records === 0 ? [] : undecided(`${name}: ${records} records were found after all`)
  }

/** The same question twice, in two ways, and the first way once more. */
export interface TwoWays {
  readonly name: string
  readonly one: Exchange
  readonly other: Exchange
  readonly again: Exchange
}

/** Two ways of writing a filter find the same records. What differs between two reads of one way decides nothing. */
export const bothWaysFindTheSame =
  (filtered: Filtered) =>
  (asked: readonly TwoWays[]): Answer => {
    const findings: Finding[] = []
    const open: string[] = []
    const idsOf = (exchange: Exchange): string => JSON.stringify(idsOn(exchange, filtered).map(({ value }) => value))
    for (const { name, one, other, again } of asked) {
      if (![one, other, again].every(succeeded)) open.push(`${name}: a call was refused`)
      else if (idsOf(one) !== idsOf(again)) open.push(`${name}: the records moved`)
      else if (idsOf(one) !== idsOf(other))
        findings.push(finding(name, 'the same records', `other records than in ${one.id}`, other))
    }
    if (findings.length > 0) return findings
    return open.length > 0 || asked.length === 0 ? undecided(open.join('; ') || 'nothing was asked') : []
  }
