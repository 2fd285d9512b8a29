import { type Exchange, json } from '../engine/exchange.ts'
import { type Answer, type Given, undecided } from '../engine/rule.ts'
import type { Journey } from '../engine/session.ts'
import { at } from './body.ts'
import { expectEqual } from './findings.ts'

/** A journey, and the discovery document by which it began. */
export interface Arrival {
  readonly journey: Journey
  readonly discovery: Exchange
}

/** The callback returns the `state` of the request and the `iss` that discovery names (RFC 9207 §2.4). */
export const callbackIsOurs = ({ journey, discovery }: Arrival, given: Given): Answer => {
  const { callback, exchanges } = journey.authorisation
  if (callback === undefined) return undecided('the user agent did not come back to the client')
  const named = at(json(discovery.response), 'issuer')
  const issuer = typeof named === 'string' ? named : given.profile.issuer
  const { state } = journey.push.claims
  const last = exchanges.at(-1)
  return [
    ...(typeof state === 'string' ? expectEqual('callback state', callback.parameters.state, state, last) : []),
    ...expectEqual('callback iss', callback.parameters.iss, issuer, last),
  ]
}
