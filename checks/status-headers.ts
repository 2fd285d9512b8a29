import { type Exchange, header, headerValues } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { answerOfApi, declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { httpDate } from './http-dates.ts'

/** A token of RFC 9110 §5.6.2, at the beginning of a challenge: no parameter, whose name a `=` follows. */
const scheme = /(?:^|,)\s*([!#$%&'*+.^_`|~\w-]+)(?=\s+[^\s=,]|\s*(?:,|$))/g

const schemesIn = (value: string): readonly string[] =>
  // What stands in quotes is no challenge.
  [...value.replaceAll(/"(?:[^"\\]|\\.)*"/g, 'quoted').matchAll(scheme)].map(([, name]) => (name ?? '').toLowerCase())

/** A 401 says in WWW-Authenticate how to come in, by one of these schemes (RFC 9110 §15.5.2, RFC 6750 §3). For APIs that take access tokens. */
export const unauthorisedNamesAScheme =
  (scope: Scope & { readonly schemes: readonly [string, ...string[]] }): Check =>
  (exchange, given) => {
    const { response } = exchange
    if (response.status !== 401) return silent('not a 401')
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const values = headerValues(response, 'www-authenticate')
    const named = values.flatMap(schemesIn)
    return scope.schemes.some((one) => named.includes(one.toLowerCase()))
      ? []
      : [
          finding(
            'header www-authenticate',
            scope.schemes.join(' or '),
            values.length === 0 ? undefined : values.join(', '),
          ),
        ]
  }

/** A 405 says in Allow which methods there are, and the refused one is not among them (RFC 9110 §15.5.6). An empty Allow names none. */
export const refusedMethodIsExplained =
  (scope: Scope): Check =>
  (exchange, given) => {
    const { request, response } = exchange
    if (response.status !== 405) return silent('not a 405')
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const allow = header(response, 'allow')
    if (allow === undefined) return [finding('header allow', 'the methods of the resource', allow)]
    const methods = allow.split(',').map((one) => one.trim())
    return methods.includes(request.method) ? [finding('header allow', `no ${request.method}`, allow)] : []
  }

/** Retry-After, where it stands, is a number of seconds or an HTTP-date (RFC 9110 §10.2.3). */
export const retryAfterIsWhole =
  (scope: Scope): Check =>
  (exchange, given) => {
    if (declaredIn(scope, exchange, given) === undefined) return silent('no operation of these contracts')
    const values = headerValues(exchange.response, 'retry-after').map((value) => value.trim())
    if (values.length === 0) return silent('no Retry-After')
    return values.flatMap((value) =>
      /^\d+$/.test(value) || httpDate(value, given.at) !== undefined
        ? []
        : [finding('header retry-after', 'seconds or an HTTP-date', value)],
    )
  }

/** Retry-After stands on every answer of these statuses; whether it is whole is not judged here. */
export const retryAfterIsThere =
  (scope: Scope & { readonly statuses: readonly [number, ...number[]] }): Check =>
  (exchange, given) => {
    if (declaredIn(scope, exchange, given) === undefined || !scope.statuses.includes(exchange.response.status))
      return silent('none of these statuses')
    const value = header(exchange.response, 'retry-after')
    return value === undefined ? [finding('header retry-after', 'seconds or an HTTP-date', value)] : []
  }

/** Whether a 406 or a 415 says what would have been accepted (RFC 9110 §15.5.7, §15.5.16). */
export const acceptedIsNamed = ({ response }: Exchange): Observed => {
  if (response.status === 415) return { 'Accept on 415': header(response, 'accept') ?? 'missing' }
  return response.status === 406 ? { 'body of 406': response.body === '' ? 'missing' : 'present' } : {}
}
