import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { membersNamed } from './places.ts'

const shape = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const dayShape = /^(\d{4})-(\d\d)-(\d\d)$/

const dayExists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)

/** Whether a text is a full-date of RFC 3339 §5.6 that exists in the calendar. */
export const isFullDate = (text: string): boolean => {
  const [year, month, day] = dayShape.exec(text)?.slice(1).map(Number) ?? []
  return year !== undefined && month !== undefined && day !== undefined && dayExists(year, month, day)
}

/** Whether a text is a date-time of RFC 3339 §5.6 that exists in the calendar; second 60 is allowed. */
export const isDateTime = (text: string): boolean => {
  const parts = shape.exec(text)
  if (parts === null) return false
  const [, year, month, day, hour, minute, second, offsetHour = 0, offsetMinute = 0] = parts
  return (
    dayExists(Number(year), Number(month), Number(day)) &&
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 60 &&
    Number(offsetHour) <= 23 &&
    Number(offsetMinute) <= 59
  )
}

const dateTime = 'a date-time of RFC 3339 with an offset'

const wholeWhere =
  (scope: Scope, format: string, isWhole: (text: string) => boolean, expected: string): Check =>
  (exchange, given) => {
    const facts = declaredIn(scope, exchange, given)
    const content = carried(exchange)
    if (facts === undefined || content === undefined) return silent('no JSON of a declared operation')
    const { contract, operation } = facts
    const places = contract
      .places(operation.id, exchange.response.status, 'application/json', content.value, { formats: [format] })
      .filter(hasText)
    if (places.length === 0) return silent(`the answer holds no ${format}`)
    return places.flatMap(({ at, value }) => (isWhole(value) ? [] : [finding(`${content.at}${at}`, expected, value)]))
  }

const hasText = <T extends { readonly value: unknown }>(place: T): place is T & { readonly value: string } =>
  typeof place.value === 'string'

/** Every text that `format: date-time` governs in an answer is a date-time with an offset. */
export const dateTimesAreWhole = (scope: Scope): Check => wholeWhere(scope, 'date-time', isDateTime, dateTime)

/** Every text that `format: date` governs in an answer is a day of the calendar, without a time. */
export const datesAreDays = (scope: Scope): Check =>
  wholeWhere(scope, 'date', isFullDate, 'a full-date of RFC 3339, without a time')

/** The same as `dateTimesAreWhole` for bodies without a contract: every text of a member of such a name. */
export const dateTimesByNameAreWhole =
  (options: { readonly names: RegExp }): Check =>
  (exchange) => {
    const content = carried(exchange)
    if (content === undefined) return silent('the body is not JSON')
    const places = membersNamed(content.value, options.names).filter(hasText)
    if (places.length === 0) return silent('the answer holds no member of such a name')
    return places.flatMap(({ at, value }) =>
      isDateTime(value) ? [] : [finding(`${content.at}${at}`, dateTime, value)],
    )
  }
