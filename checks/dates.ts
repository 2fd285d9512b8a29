import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'

const shape = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[Zz]|[+-](\d\d):(\d\d))$/

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether a text is a date-time of RFC 3339 §5.6 that exists in the calendar; second 60 is allowed. */
export const isDateTime = (text: string): boolean => {
  const parts = shape
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0))
  if (parts === undefined) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = parts
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 60 &&
    offsetHour <= 23 &&
    offsetMinute <= 59
  )
}

/** Every text that `format: date-time` governs in an answer is a date-time with an offset. */
export const dateTimesAreWhole =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = declaredIn(scope, exchange, given)
    const content = carried(exchange)
    if (facts === undefined || content === undefined) return silent('no JSON of a declared operation')
    const { contract, operation } = facts
    const places = contract
      .places(operation.id, exchange.response.status, 'application/json', content.value, { formats: ['date-time'] })
      .filter((place): place is typeof place & { readonly value: string } => typeof place.value === 'string')
    if (places.length === 0) return silent('the answer holds no date-time')
    return places.flatMap(({ at, value }) =>
      isDateTime(value) ? [] : [finding(`${content.at}${at}`, 'a date-time of RFC 3339 with an offset', value)],
    )
  }
