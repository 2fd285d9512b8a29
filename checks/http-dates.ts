import { type Exchange, header, headerValues } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { answerOfApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const time = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)'
const short = `(?<weekday>${days.map((day) => day.slice(0, 3)).join('|')})`
const month = `(?<month>${months.join('|')})`
const forms = {
  'IMF-fixdate': new RegExp(`^${short}, (?<day>\\d\\d) ${month} (?<year>\\d{4}) ${time} GMT$`),
  'rfc850-date': new RegExp(`^(?<weekday>${days.join('|')}), (?<day>\\d\\d)-${month}-(?<year>\\d\\d) ${time} GMT$`),
  'asctime-date': new RegExp(`^${short} ${month} (?<day>\\d\\d| \\d) ${time} (?<year>\\d{4})$`),
}

/** A moment that a header named, and in which of the three forms of RFC 9110 §5.6.7. */
export interface HttpDate {
  readonly at: Date
  readonly form: keyof typeof forms
}

/** A year of two digits that would lie more than 50 years ahead of `now` is one of the past (RFC 9110 §5.6.7). */
const fullYear = (digits: string, now: Date): number => {
  if (digits.length === 4) return Number(digits)
  const year = Math.floor(now.getUTCFullYear() / 100) * 100 + Number(digits)
  return year > now.getUTCFullYear() + 50 ? year - 100 : year
}

/** Reads an HTTP-date; undefined for any other text, a day that does not exist, or one with another's name. `now` dates years of two digits. */
export const httpDate = (text: string, now: Date): HttpDate | undefined => {
  for (const [form, shape] of Object.entries(forms) as [HttpDate['form'], RegExp][]) {
    const parts = shape.exec(text.trim())?.groups
    if (parts === undefined) continue
    const { weekday = '', day = '', hour = '', minute = '', second = '' } = parts
    const [year, monthIndex] = [fullYear(parts.year ?? '', now), months.indexOf(parts.month ?? '')]
    const midnight = new Date(Date.UTC(year, monthIndex, Number(day)))
    const exists = midnight.getUTCDate() === Number(day) && midnight.getUTCMonth() === monthIndex
    const named = days[midnight.getUTCDay()]?.startsWith(weekday) ?? false
    // Second 60 is a leap second.
    if (!exists || !named || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
    return { at: new Date(Date.UTC(year, monthIndex, Number(day), Number(hour), Number(minute), Number(second))), form }
  }
  return undefined
}

/** Fields that hold nothing but an HTTP-date. Not `Expires`, in which any other value means the past (RFC 9111 §5.3). */
const dated = ['date', 'last-modified']

/** Each date among the headers of an answer is an HTTP-date, in any of the three forms. `utc`: the standard takes UTC for GMT. */
export const httpDatesAreWhole =
  (scope: Scope & { readonly utc?: true }): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const found = dated.flatMap((name) => headerValues(exchange.response, name).map((value) => ({ name, value })))
    if (found.length === 0) return silent('the answer has no date among its headers')
    return found.flatMap(({ name, value }) =>
      httpDate(scope.utc ? value.replace(/ UTC\s*$/, ' GMT') : value, given.at) === undefined
        ? [finding(`header ${name}`, 'an HTTP-date in GMT', value)]
        : [],
    )
  }

/** Says which dates are in a form that only old senders use. */
export const oldHttpDates = ({ response, startedAt }: Exchange): Observed =>
  Object.fromEntries(
    dated.flatMap((name) => {
      const form = httpDate(header(response, name) ?? '', new Date(startedAt))?.form
      return form === undefined || form === 'IMF-fixdate' ? [] : [[`header ${name}`, form]]
    }),
  )

/**
 * `Date` is within so many seconds of the time between request and answer; an answer out of a cache may be as old as its
 * `Age` says (RFC 9111 §5.1). What is missing counts only where `required`; what is no HTTP-date is not judged here.
 */
export const dateIsOfToday =
  (scope: Scope & { readonly seconds: number; readonly required?: true }): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const { response, startedAt, durationMs } = exchange
    const value = header(response, 'date')
    if (value === undefined) return scope.required ? [finding('header date', 'an HTTP-date', value)] : silent('no Date')
    const said = httpDate(value, given.at)?.at.getTime()
    if (said === undefined) return silent('Date is no HTTP-date, for which there is another rule')
    const age = header(response, 'age')?.trim() ?? ''
    const cached = /^\d{1,9}$/.test(age) ? Number(age) * 1000 : 0
    const began = Date.parse(startedAt)
    const [from, to] = [began - cached - scope.seconds * 1000, began + durationMs + scope.seconds * 1000]
    return said >= from && said <= to
      ? []
      : [finding('header date', `within ${scope.seconds} seconds of ${new Date(began).toUTCString()}`, value)]
  }
