import { createHash } from 'node:crypto'
import { json } from '../engine/exchange.ts'
import { type Answer, type Given, silent, undecided } from '../engine/rule.ts'
import type { Journey } from '../engine/session.ts'
import { at } from './body.ts'
import { expectEqual, finding } from './findings.ts'

/** Left half of the SHA-256 of a text, as hashes in an id_token are made for PS256 (OpenID Connect Core 1.0 §3.1.3.6). */
const half = (text: string): string =>
  createHash('sha256').update(text, 'ascii').digest().subarray(0, 16).toString('base64url')

/** Reasons that lie with the key set as the run has it, and not with the signature. */
const unknowable: ReadonlySet<string> = new Set(['no key set was read', 'ERR_JWKS_MULTIPLE_MATCHING_KEYS'])

/** A profile may write the issuer with a slash at its end or without. */
const withoutSlash = (issuer: unknown): string => String(issuer).replace(/\/$/, '')

/** Seconds by which two clocks may differ. */
const tolerance = 60

/**
 * With the scope `openid` comes an id_token: signed by PS256 with a key of the server, from the issuer, for the client,
 * with the nonce that was sent, not yet over. Hashes in it are right where they are there; that of the code is not
 * looked at, because the code is kept from view.
 */
export const idTokenIsSound = ({ push, token }: Journey, { profile }: Pick<Given, 'profile'>): Answer => {
  if (token.response.status !== 200) return undecided(`the token endpoint answered ${token.response.status}`)
  const asked = String(push.claims.scope ?? '').split(' ')
  if (!asked.includes('openid')) return silent('openid was not asked for')
  const facts = token.facts.idToken
  if (facts === undefined) return [finding('/id_token', 'a signed JWT', at(json(token.response), 'id_token'), token)]
  const { header, claims, verified, reason } = facts
  if (!verified && unknowable.has(reason ?? '')) return undecided(`its signature could not be checked: ${reason}`)
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  const ends = Number(claims.exp) * 1000
  const hash = (name: string, of: unknown) =>
    claims[name] === undefined || typeof of !== 'string'
      ? []
      : expectEqual(`id_token ${name}`, claims[name], half(of), token)
  return [
    ...expectEqual('id_token alg', header.alg, 'PS256', token),
    ...(verified ? [] : [finding('id_token signature', 'one that a key of the server verifies', reason, token)]),
    ...expectEqual('id_token iss', withoutSlash(claims.iss), withoutSlash(profile.issuer), token),
    ...(audience.includes(profile.clientId) ? [] : [finding('id_token aud', profile.clientId, claims.aud, token)]),
    ...expectEqual('id_token nonce', claims.nonce, String(push.claims.nonce), token),
    ...(ends > Date.parse(token.startedAt) - tolerance * 1000
      ? []
      : [finding('id_token exp', 'a time to come', claims.exp, token)]),
    ...hash('at_hash', at(json(token.response), 'access_token')),
    ...hash('s_hash', push.claims.state),
  ]
}
