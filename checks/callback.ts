import { type Exchange, header, json } from '../engine/exchange.ts'
import { type Answer, type Finding, type Given, type Observed, undecided } from '../engine/rule.ts'
import type { Authorisation, Journey } from '../engine/session.ts'
import { failedByItself } from './authorisation.ts'
import { at } from './body.ts'
import { expectEqual, finding, nothing } from './findings.ts'

/** A journey, and the discovery document by which it began. */
export interface Arrival {
  readonly journey: Journey
  readonly discovery: Exchange
}

/** How a user came back to the client, with or without a token in the end. */
export interface WayBack {
  readonly journey: Pick<Journey, 'push' | 'authorisation'>
  readonly discovery: Exchange
}

type Callback = NonNullable<Authorisation['callback']>

const issuerIn = (discovery: Exchange, given: Given): string => {
  const named = at(json(discovery.response), 'issuer')
  return typeof named === 'string' ? named : given.profile.issuer
}

const returned = ({ journey, discovery }: WayBack, { parameters }: Callback, given: Given): readonly Finding[] => {
  const { state } = journey.push.claims
  const last = journey.authorisation.exchanges.at(-1)
  return [
    ...(typeof state === 'string' ? expectEqual('callback state', parameters.state, state, last) : []),
    ...expectEqual('callback iss', parameters.iss, issuerIn(discovery, given), last),
  ]
}

const noCallback = undecided('the user agent did not come back to the client')

/** The callback returns the `state` of the request and the `iss` that discovery names (RFC 9207 §2.4). */
export const callbackIsOurs = (arrival: WayBack, given: Given): Answer => {
  const { callback } = arrival.journey.authorisation
  return callback === undefined ? noCallback : returned(arrival, callback, given)
}

/** The callback returns no state, as none was sent (RFC 6749 §4.1.2). */
export const noStateReturned = ({ callback, exchanges }: Authorisation): Answer =>
  callback === undefined
    ? noCallback
    : callback.parameters.state === undefined
      ? []
      : [finding('callback state', nothing, callback.parameters.state, exchanges.at(-1))]

/** Parameters of OAuth that a fragment would hold in another response mode. */
const ofFragments: readonly string[] = ['code', 'state', 'iss', 'error', 'access_token', 'id_token', 'token_type']
const tokens: readonly string[] = ['access_token', 'id_token', 'token_type', 'refresh_token']

/**
 * A callback with a code has `code`, `state` and `iss` in its query, no token, and no parameter in its fragment. Undecided
 * without a code.
 */
export const successIsInTheQuery = ({ callback, exchanges }: Authorisation): Answer => {
  if (callback === undefined) return noCallback
  if (!callback.withCode) return undecided('the callback brought no code')
  const last = exchanges.at(-1)
  const inFragment = callback.fragment.filter((name) => ofFragments.includes(name))
  const { parameters } = callback
  return [
    ...(inFragment.length > 0 ? [finding('callback fragment', nothing, inFragment.join(', '), last)] : []),
    ...['state', 'iss'].flatMap((name) =>
      parameters[name] === undefined ? [finding(`callback ${name}`, 'a value', undefined, last)] : [],
    ),
    ...tokens.flatMap((name) =>
      parameters[name] === undefined ? [] : [finding(`callback ${name}`, nothing, 'a value', last)],
    ),
  ]
}

const usual: readonly string[] = ['state', 'iss', 'error', 'error_description', 'error_uri']

/** Parameters of a callback that nobody asked for, by name. A client ignores them (RFC 6749 §4.1.2). */
export const furtherParameters = ({ callback }: Authorisation): Observed => {
  const names = Object.keys(callback?.parameters ?? {}).filter((name) => !usual.includes(name))
  return names.length > 0 ? { 'further parameters of the callback': names.sort().join(', ') } : {}
}

const declined = (authorisation: Authorisation): Callback | Answer => {
  const { callback, outcome } = authorisation
  if (callback !== undefined) return callback
  const why = failedByItself(authorisation)
  return undecided(why ?? (outcome === 'page' ? 'the forms for a user who declines did not fit' : 'no way back came'))
}

/** The callback after a user declined has an `error`, the `state`, the `iss`, and no code. */
export const refusalComesBack = (arrival: WayBack, given: Given): Answer => {
  const callback = declined(arrival.journey.authorisation)
  if (!('parameters' in callback)) return callback
  const last = arrival.journey.authorisation.exchanges.at(-1)
  return [
    ...(callback.withCode ? [finding('callback code', nothing, 'a code', last)] : []),
    ...(callback.parameters.error === undefined ? [finding('callback error', 'an error', undefined, last)] : []),
    ...returned(arrival, callback, given),
  ]
}

/**
 * A user who declines is told of by `access_denied` (RFC 6749 §4.1.2.1), and by an `error_description`, if there is one,
 * that holds one of these words. Undecided where the server says that it failed.
 */
export const refusalIsNamed =
  (words: readonly string[]) =>
  (authorisation: Authorisation): Answer => {
    const callback = declined(authorisation)
    if (!('parameters' in callback)) return callback
    const why = failedByItself(authorisation)
    if (why !== undefined) return undecided(why)
    const { error, error_description: description } = callback.parameters
    if (error === undefined) return undecided('the callback has no error')
    const last = authorisation.exchanges.at(-1)
    return [
      ...expectEqual('callback error', error, 'access_denied', last),
      ...(description === undefined || words.some((word) => description.includes(word))
        ? []
        : [finding('callback error_description', words.join(' or '), description, last)]),
    ]
  }

const addressOf = (uri: string): string => {
  const url = new URL(uri)
  url.search = ''
  url.hash = ''
  return url.href
}

/**
 * The user agent ends at the redirect URI that was pushed, with the query that it has of its own, and is not sent there by
 * a 307, which would carry the form that was posted last along (RFC 9700 §4.12).
 */
export const endsAtRedirectUri = ({ push, authorisation }: WayBack['journey']): Answer => {
  const { callback, exchanges } = authorisation
  const pushed = push.claims.redirect_uri
  if (callback === undefined || typeof pushed !== 'string') return noCallback
  const last = exchanges.at(-1)
  const sentBack =
    last !== undefined && header(last.response, 'location') !== undefined ? last.response.status : undefined
  return [
    ...expectEqual('redirect', callback.to, addressOf(pushed), last),
    ...Object.entries(Object.fromEntries(new URL(pushed).searchParams)).flatMap(([name, value]) =>
      expectEqual(`redirect, ${name} of the registered query`, callback.parameters[name], value, last),
    ),
    ...(sentBack === 307 ? [finding('redirect status', 'another than 307', sentBack, last)] : []),
  ]
}
