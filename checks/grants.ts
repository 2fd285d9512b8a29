import { type Exchange, json } from '../engine/exchange.ts'
import { type Answer, type Check, type Finding, type Observed, undecided } from '../engine/rule.ts'
import { at, object } from './body.ts'
import { finding, noObject, nothing } from './findings.ts'
import { unavailable } from './status.ts'

type Members = Readonly<Record<string, unknown>>

/** The members of a token that was given, or why nothing can be said of it. */
const given = (exchange: Exchange): Members | Answer => {
  const { response } = exchange
  if (unavailable(exchange)) return undecided(`the token endpoint answered ${response.status}`)
  if (response.status !== 200) return [finding('status', '200', response.status, exchange)]
  return object(json(response)) ?? [{ ...noObject(response), exchange: exchange.id }]
}

const isAnswer = (value: Members | Answer): value is Answer => Array.isArray(value) || 'undecided' in value

/** Judges the members of a token that was given. */
const ofToken = (exchange: Exchange, judge: (answer: Members) => Answer): Answer => {
  const answer = given(exchange)
  return isAnswer(answer) ? answer : judge(answer)
}

const string = (value: unknown): boolean => typeof value === 'string' && value !== ''

/**
 * The answer to a code or a refresh token: 200 with the string `access_token`, `token_type` Bearer in any letter case, a
 * positive integer `expires_in` and one element of `authorization_details`; what else the standards name has its type.
 */
export const userTokenIsWhole = (exchange: Exchange): Answer =>
  ofToken(exchange, (answer) => {
    const { access_token: token, token_type: type, expires_in: life, authorization_details: details } = answer
    const places: readonly Finding[] = [
      ...(string(token) ? [] : [finding('/access_token', 'a string', token, exchange)]),
      ...(typeof type === 'string' && type.toLowerCase() === 'bearer'
        ? []
        : [finding('/token_type', 'Bearer', type, exchange)]),
      ...(Number.isInteger(life) && Number(life) > 0
        ? []
        : [
            finding(
              '/expires_in',
              'a positive integer',
              typeof life === 'string' ? JSON.stringify(life) : life,
              exchange,
            ),
          ]),
      ...(Array.isArray(details) && details.length === 1
        ? []
        : [
            finding(
              '/authorization_details',
              'a list of one element',
              Array.isArray(details) ? `a list of ${details.length}` : details,
              exchange,
            ),
          ]),
    ]
    const typed = ['scope', 'state', 'refresh_token', 'id_token'].flatMap((name) =>
      answer[name] === undefined || typeof answer[name] === 'string'
        ? []
        : [finding(`/${name}`, 'a string', answer[name], exchange)],
    )
    return [...places, ...typed]
  })

/** A token lives no longer than so many seconds. A life that is no number belongs to another rule. */
export const livesAtMost =
  (seconds: number) =>
  (exchange: Exchange): Answer =>
    ofToken(exchange, ({ expires_in: life }) => {
      if (typeof life !== 'number') return undecided('the answer gives no life as a number')
      return life <= seconds ? [] : [finding('/expires_in', `${seconds} or less`, life, exchange)]
    })

const words = (scope: unknown): readonly string[] =>
  String(scope ?? '')
    .split(' ')
    .filter((word) => word !== '')

/** `scope`, where the answer has it, names nothing beyond what was asked (RFC 6749 §3.3). */
export const scopeIsNotWider =
  (asked: unknown) =>
  (exchange: Exchange): Answer =>
    ofToken(exchange, ({ scope }) => {
      const more = words(scope).filter((word) => !words(asked).includes(word))
      return more.length === 0 ? [] : [finding('/scope', `${asked}, or less`, scope, exchange)]
    })

/**
 * An unknown scope is refused or left out. A success that names no scope gives what was asked (RFC 6749 §5.1), yet what
 * such a token opens nobody sees from here: it is no finding.
 */
export const unknownScopeIsNotGiven =
  (unknown: string): Check =>
  (exchange) => {
    const { response } = exchange
    if (unavailable(exchange) || response.status >= 500) {
      return undecided(`the token endpoint answered ${response.status}`)
    }
    if (response.status !== 200) return []
    const scope = at(json(response), 'scope')
    return words(scope).includes(unknown) ? [finding('/scope', `no ${unknown}`, scope, exchange)] : []
  }

/** A member, where the answer has it, is this value. */
export const memberIs =
  (name: string, expected: unknown) =>
  (exchange: Exchange): Answer =>
    ofToken(exchange, (answer) =>
      answer[name] === undefined || answer[name] === expected
        ? []
        : [finding(`/${name}`, String(expected ?? nothing), answer[name], exchange)],
    )

/** The state of the consent that a token answer tells; undefined when it tells none. */
export const consentStatusIn = ({ response }: Exchange): unknown =>
  at(json(response), 'authorization_details', 0, 'consent', 'Data', 'Status')

/** The consent in the answer is in this state. */
export const consentIs =
  (expected: string) =>
  (exchange: Exchange): Answer =>
    ofToken(exchange, () => {
      const status = consentStatusIn(exchange)
      const place = '/authorization_details/0/consent/Data/Status'
      return status === expected ? [] : [finding(place, expected, status, exchange)]
    })

/** Whether a refresh token came with a user's token. */
export const refreshTokenCame = ({ response }: Exchange): Observed => ({
  'refresh token': at(json(response), 'refresh_token') === undefined ? 'none' : 'given',
})
