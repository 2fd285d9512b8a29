import { type Check, silent } from '../engine/rule.ts'
import { isDate, isDateTime } from '../schemas/formats.ts'
import { carried } from './body.ts'
import { jsonFaults } from './body-faults.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { hasText, membersNamed } from './places.ts'

const dateTime = 'a date-time of RFC 3339 with an offset'

const wholeWhere =
  (scope: Scope, format: string, isWhole: (text: string) => boolean, expected: string): Check =>
  (exchange, given) => {
    const facts = declaredIn(scope, exchange, given)
    const content = carried(exchange)
    if (facts === undefined || content === undefined) return silent('no JSON of a declared operation')
    const { contract, operation } = facts
    const about = [operation.id, exchange.response.status, 'application/json', content.value] as const
    const nothing = silent(`the answer holds no ${format}`)
    // What keeps its schema keeps the formats in it.
    if (jsonFaults(exchange, facts)?.length === 0)
      return contract.anyPlace(...about, { formats: [format] }, (value) => hasText({ value })) ? [] : nothing
    const places = contract.places(...about, { formats: [format] }).filter(hasText)
    if (places.length === 0) return nothing
    return places
      .filter(({ value }) => !isWhole(value))
      .map(({ at, value }) => finding(`${content.at}${at}`, expected, value))
  }

/** Every text that `format: date-time` governs in an answer is a date-time with an offset. */
export const dateTimesAreWhole = (scope: Scope): Check => wholeWhere(scope, 'date-time', isDateTime, dateTime)

/** Every text that `format: date` governs in an answer is a day of the calendar, without a time. */
export const datesAreDays = (scope: Scope): Check =>
  wholeWhere(scope, 'date', isDate, 'a full-date of RFC 3339, without a time')

/** The same as `dateTimesAreWhole` for bodies without a contract: every text of a member of such a name. */
export const dateTimesByNameAreWhole =
  (options: { readonly names: RegExp }): Check =>
  (exchange) => {
    const content = carried(exchange)
    if (content === undefined) return silent('the body is not JSON')
    const places = membersNamed(content.value, options.names).filter(hasText)
    if (places.length === 0) return silent('the answer holds no member of such a name')
    return places
      .filter(({ value }) => !isDateTime(value))
      .map(({ at, value }) => finding(`${content.at}${at}`, dateTime, value))
  }
