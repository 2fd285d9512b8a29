import { type Exchange, json } from '../engine/exchange.ts'
import { type Answer, type Check, type Observed, undecided } from '../engine/rule.ts'
import type { Journey } from '../engine/session.ts'
import { at, object } from './body.ts'
import { expectEqual, finding, noObject, nothing } from './findings.ts'
import { unavailable } from './status.ts'

const known = new Set(['access_token', 'token_type', 'expires_in', 'scope', 'refresh_token'])

/**
 * A client-credentials token: 200 with the string `access_token`, `token_type` Bearer in any letter case, a positive
 * integer `expires_in`, perhaps a string `scope`, and no `refresh_token` (RFC 6749 §4.4.3).
 */
export const clientTokenIsWhole: Check = (exchange) => {
  const { response } = exchange
  if (unavailable(exchange)) return undecided(`the token endpoint answered ${response.status}`)
  if (response.status !== 200) return [finding('status', '200', response.status)]
  const answer = object(json(response))
  if (answer === undefined) return [noObject(response)]
  const { access_token: token, token_type: type, expires_in: life, scope } = answer
  return [
    ...(typeof token === 'string' && token !== '' ? [] : [finding('/access_token', 'a string', token)]),
    ...(typeof type === 'string' && type.toLowerCase() === 'bearer' ? [] : [finding('/token_type', 'Bearer', type)]),
    ...(Number.isInteger(life) && Number(life) > 0
      ? []
      : [finding('/expires_in', 'a positive integer', typeof life === 'string' ? JSON.stringify(life) : life)]),
    ...(scope === undefined || typeof scope === 'string' ? [] : [finding('/scope', 'a string', scope)]),
    ...('refresh_token' in answer ? [finding('/refresh_token', nothing, 'a refresh token')] : []),
  ]
}

/** Members of a token response that no document names. */
export const otherMembers = ({ response }: Exchange): Observed => {
  const names = Object.keys(object(json(response)) ?? {}).filter((name) => !known.has(name))
  return names.length === 0 ? {} : { 'further members': names.join(', ') }
}

/** The token answer names the consent that was pushed, by type and id, with its status. */
export const tokenNamesTheConsent = ({ push, token, consentId }: Journey): Answer => {
  const lodged = at(json(token.response), 'authorization_details', 0)
  const place = '/authorization_details/0'
  const type = at(push.claims, 'authorization_details', 0, 'type')
  if (typeof type !== 'string') return undecided('the pushed request holds no authorization_details')
  const status = at(lodged, 'consent', 'Data', 'Status')
  return [
    ...expectEqual(`${place}/type`, at(lodged, 'type'), type, token),
    ...expectEqual(`${place}/consent/Data/ConsentId`, at(lodged, 'consent', 'Data', 'ConsentId'), consentId, token),
    ...(typeof status === 'string' ? [] : [finding(`${place}/consent/Data/Status`, 'a status', status, token)]),
  ]
}
