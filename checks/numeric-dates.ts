import { type Check, silent } from '../engine/rule.ts'
import { finding } from './findings.ts'

const claims = ['exp', 'nbf', 'iat', 'auth_time'] as const

/** Seconds since 1970 of 2001 and of the year 5138: what lies beyond was counted in another unit. */
const [least, most] = [1e9, 1e11]

/**
 * The times of a JWT are JSON numbers of seconds (RFC 7519 §2), with fractions or without: no texts, no milliseconds.
 * Missing ones are not judged, nor is whether they are past.
 */
export const jwtTimesAreSeconds: Check = ({ facts }) => {
  const found = (
    [
      ['body', facts.jws],
      ['id_token', facts.idToken],
    ] as const
  ).flatMap(([where, jws]) =>
    claims.flatMap((claim) =>
      jws !== undefined && claim in jws.claims ? [{ at: `${where} claim ${claim}`, value: jws.claims[claim] }] : [],
    ),
  )
  if (found.length === 0) return silent('the answer holds no JWT with times')
  return found.flatMap(({ at, value }) => {
    if (typeof value !== 'number') return [finding(at, 'a JSON number of seconds', JSON.stringify(value))]
    return value >= least && value <= most ? [] : [finding(at, 'seconds since 1970', value)]
  })
}
