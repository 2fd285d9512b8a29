import { type Exchange, header } from '../engine/exchange.ts'
import { type Answer, type Finding, silent, undecided } from '../engine/rule.ts'
import { finding } from './findings.ts'

const place = 'header x-jws-signature'
const form = /^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]+$/

/** The detached JWS of an answer (RFC 7515 appendix F) is there and of the right form: two dots, base64url without padding. */
export const detachedIsThere = ({ response }: Exchange): readonly Finding[] => {
  const value = header(response, 'x-jws-signature')?.trim()
  return value !== undefined && form.test(value) ? [] : [finding(place, 'a detached JWS', value)]
}

/** Whether an answer has a detached JWS of the right form. */
const isThere = (exchange: Exchange): boolean => detachedIsThere(exchange).length === 0

/**
 * The detached JWS of an answer is that of its body, by a key of the server. Without a key set there is nothing to verify
 * with, and where the key set lacks the key, banks may publish it elsewhere: undecided.
 */
export const detachedFitsBody = (exchange: Exchange): Answer => {
  const { detached } = exchange.facts
  if (!isThere(exchange)) return silent('the answer has no detached JWS')
  if (detached === undefined)
    return [finding(place, 'a detached JWS with a header of JSON', 'another header', exchange)]
  const { verified, reason } = detached
  if (verified) return []
  if (reason === 'no key set was read') return silent(reason)
  return reason === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'
    ? [finding(place, 'the signature of this body', reason, exchange)]
    : undecided(`the signature could not be checked: ${reason}`)
}

/** How the header of a detached JWS is made. */
export interface DetachedHeader {
  readonly alg: string
  /** Last parts of the private claims that `crit` has to name where they are there: `iat` of `http://host/iat`. */
  readonly critical: readonly string[]
}

/** The header of a detached JWS names the algorithm and a key, and lists its private claims as critical (RFC 7515 §4.1.11). */
export const detachedHeaderIsWhole =
  ({ alg, critical }: DetachedHeader) =>
  (exchange: Exchange): Answer => {
    const jws = isThere(exchange) ? exchange.facts.detached : undefined
    if (jws === undefined) return silent('the answer has no detached JWS')
    const { kid, crit } = jws.header
    const listed: readonly unknown[] = Array.isArray(crit) ? crit : []
    const missing = critical.flatMap((name) => {
      const claim = Object.keys(jws.header).find((one) => one.endsWith(`/${name}`))
      if (claim === undefined) return [finding(`${place} header`, `a claim …/${name}`, undefined)]
      return listed.includes(claim) ? [] : [finding(`${place} crit`, claim, listed.length === 0 ? crit : listed)]
    })
    return [
      ...(jws.header.alg === alg ? [] : [finding(`${place} alg`, alg, jws.header.alg)]),
      ...(typeof kid === 'string' && kid !== '' ? [] : [finding(`${place} kid`, 'the id of a key', kid)]),
      ...missing,
    ]
  }
