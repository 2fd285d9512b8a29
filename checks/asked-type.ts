import { type Exchange, header, json } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { answerOfApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { contentType, mediaTypeOf } from './media-type.ts'
import { succeeded } from './status.ts'

const asked = ({ request }: Exchange): 'json' | 'jwt' | undefined => {
  const types = (header(request, 'accept') ?? '').split(',').map((one) => one.split(';')[0]?.trim().toLowerCase())
  const [type] = types
  if (types.length !== 1) return undefined
  return type === 'application/json' ? 'json' : type === 'application/jwt' ? 'jwt' : undefined
}

/**
 * A success has a representation that was asked for: JSON where `Accept` names JSON alone; where it names JWT alone, a JWS
 * or JSON, for a server may pass the field over (RFC 9110 §12.5.1). How JSON is labelled is not judged here.
 */
export const askedTypeIsGiven =
  (scope: Scope): Check =>
  (exchange, given) => {
    const want = asked(exchange)
    if (want === undefined) return silent('more than one media type would do, or another one was asked for')
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const types = facts.response?.mediaTypes ?? []
    const { response } = exchange
    if (!succeeded(exchange) || types.length === 0 || response.body === '') return silent('no body of a success')
    const isSigned = exchange.facts.jws !== undefined
    if (json(response) !== undefined || (isSigned && want === 'jwt')) return []
    const expected = want === 'json' ? 'application/json' : 'application/jwt or application/json'
    return [finding('header content-type', expected, isSigned ? 'application/jwt, a JWS' : contentType(response))]
  }

/** Says that JSON came where a JWT was asked for. */
export const jsonForJwt = (exchange: Exchange): Observed =>
  succeeded(exchange) && asked(exchange) === 'jwt' && exchange.facts.jws === undefined
    ? { 'Accept: application/jwt': `answered with ${mediaTypeOf(exchange.response) ?? 'no type'}` }
    : {}
