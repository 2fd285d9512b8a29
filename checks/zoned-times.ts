import type { Exchange } from '../engine/exchange.ts'
import { type Check, type Given, type Observed, silent } from '../engine/rule.ts'
import { isDateTime } from '../schemas/formats.ts'
import { carried } from './body.ts'
import { jsonFaults } from './body-faults.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { lenientInstant } from './lenient-instants.ts'
import { valueAt } from './places.ts'

/** Answers of these contracts, and the named schemas in which a day may stand instead of a date-time. */
export interface Times extends Scope {
  readonly orDays?: readonly string[]
}

interface Time {
  readonly at: string
  readonly value: string
}

const time = /\d\d:\d\d|\dT\d/
const zone = /\d ?(?:[Zz]|[+-]\d\d(?::?\d\d)?)$/
const anyTime = /"[^"]{0,40}\d\d:\d\d[^"]{0,20}"/

const lacksZone = (value: string): boolean => time.test(value) && !zone.test(value)

/**
 * The texts of an answer to which its schema's `format: date-time` says no: what is a date-time of RFC 3339 needs no second
 * look. Undefined where the answer holds no date-time at all.
 */
const oddTimesIn = (
  { orDays = [], ...scope }: Times,
  exchange: Exchange,
  given: Given,
): readonly Time[] | undefined => {
  const facts = declaredIn(scope, exchange, given)
  const content = carried(exchange)
  if (facts === undefined || content === undefined || exchange.response.status < 200) return undefined
  const faults = jsonFaults(exchange, facts)
  if (faults === undefined) return undefined
  const odd = faults.flatMap(({ keyword, format, component = '', at }) => {
    const value =
      keyword === 'format' && (format === 'date-time' || orDays.includes(component)) && valueAt(content.value, at)
    return typeof value === 'string' ? [{ at: `${content.at}${at}`, value }] : []
  })
  const text = exchange.facts.jws === undefined ? exchange.response.body : JSON.stringify(content.value)
  return odd.length > 0 || anyTime.test(text) ? odd : undefined
}

/** ISO 8601 in its extended form, as RFC 3339 does not have it: an offset of hours alone, no seconds, a decimal comma. */
const extended = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d(?::\d\d)?)$/

const isExtended = (value: string): boolean => extended.test(value) && lenientInstant(value) !== undefined

/** Every date-time of an answer ends in Z or in an offset, of whatever form. Days without a time are not judged. */
export const zonesAreSaid =
  (scope: Times): Check =>
  (exchange, given) => {
    const odd = oddTimesIn(scope, exchange, given)
    const withTime = odd?.filter(({ value }) => time.test(value))
    if (withTime === undefined || (odd?.length !== 0 && withTime.length === 0)) return silent('no date-time')
    return withTime.flatMap(({ at, value }) =>
      lacksZone(value) ? [finding(at, 'a date-time with Z or an offset', value)] : [],
    )
  }

/**
 * Every date-time of an answer is one of RFC 3339, or of the extended form of ISO 8601, that exists in the calendar. One that
 * lacks its zone belongs to `zonesAreSaid`.
 */
export const dateTimesAreExtended =
  (scope: Times): Check =>
  (exchange, given) => {
    const odd = oddTimesIn(scope, exchange, given)
    if (odd === undefined) return silent('the answer holds no date-time')
    return odd.flatMap(({ at, value }) =>
      lacksZone(value) || isDateTime(value) || isExtended(value) ? [] : [finding(at, 'RFC 3339 date-time', value)],
    )
  }

/** Date-times that only ISO 8601 has. */
export const beyondRfc3339 =
  (scope: Times) =>
  (exchange: Exchange, given: Given): Observed => {
    const odd = (oddTimesIn(scope, exchange, given) ?? []).filter(({ value }) => isExtended(value))
    return odd.length === 0
      ? {}
      : { 'date-times of ISO 8601 beyond RFC 3339': odd.map(({ value }) => value).join(', ') }
  }
