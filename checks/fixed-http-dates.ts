import { type Exchange, headerValues } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { answerOfApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { httpDate } from './http-dates.ts'

const dated = ['date', 'last-modified', 'expires']
const weekday = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i

/** Dates among the headers; of `Expires` only what looks like one, for any other value means the past (RFC 9111 §5.3). */
const datesOf = ({ response }: Exchange) =>
  dated.flatMap((name) =>
    headerValues(response, name).flatMap((value) =>
      name !== 'expires' || weekday.test(value.trim()) ? [{ at: `header ${name}`, value }] : [],
    ),
  )

const offset = / GMT[+-]\d\d:\d\d\s*$/

const isFixed = (value: string, now: Date): boolean =>
  httpDate(value.replace(offset, ' GMT'), now)?.form === 'IMF-fixdate'

/** Each date among the headers of an answer is an IMF-fixdate of RFC 9110 §5.6.7, with its own day of the week; `GMT+03:00` at the end passes. */
export const httpDatesAreFixed =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const found = datesOf(exchange)
    if (found.length === 0) return silent('the answer has no date among its headers')
    return found.flatMap(({ at, value }) =>
      isFixed(value, given.at) ? [] : [finding(at, 'an IMF-fixdate with the day of its date', value)],
    )
  }

/** Dates that end in an offset from GMT, which HTTP does not have. */
export const offsetsInHttpDates = (exchange: Exchange): Observed => {
  const found = datesOf(exchange).filter(({ value }) => offset.test(value))
  return found.length === 0 ? {} : { 'dates with an offset from GMT': found.map(({ at }) => at).join(', ') }
}
