import { X509Certificate } from 'node:crypto'
import { type Exchange, json } from '../engine/exchange.ts'
import { type Answer, type Observed, type Probe, undecided } from '../engine/rule.ts'
import { at, object } from './body.ts'
import { finding, noObject } from './findings.ts'
import { unavailable } from './status.ts'

/** Shortest modulus of an RSA key, in bits (FAPI 2.0 Security Profile §5.4.1). */
const shortest = 2048

/** Members of a JWK that only its owner knows (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
const secretMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

type Key = Readonly<Record<string, unknown>>

const keysOf = ({ response }: Exchange): readonly Key[] | undefined => {
  const keys = at(json(response), 'keys')
  return Array.isArray(keys) ? keys.map((key) => object(key) ?? {}) : undefined
}

const forSignatures = ({ kty, use }: Key): boolean => kty === 'RSA' && (use === undefined || use === 'sig')

/** Length of the modulus of an RSA key, in bits; 0 where there is none. */
const bitsOf = ({ n }: Key): number => {
  const bytes = Buffer.from(typeof n === 'string' ? n : '', 'base64url')
  const first = bytes.findIndex((byte) => byte !== 0)
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24
}

const secretsOf = (key: Key, place: string) =>
  secretMembers.flatMap((name) => (key[name] === undefined ? [] : [finding(`${place}/${name}`, 'nothing', 'a secret')]))

/**
 * A set of public keys: no secret in it, at least one RSA key for signatures of 2048 bits or more, and a `kid` on each of
 * those where there are several. Keys of other types and uses are let be.
 */
export const keysAreSound = (exchange: Exchange): Answer => {
  const { response } = exchange
  if (response.status !== 200) return undecided(`the key set was answered with ${response.status}`)
  const keys = keysOf(exchange)
  if (keys === undefined) return [noObject(response, 'a JSON object with keys')]
  const signing = keys.flatMap((key, index) => (forSignatures(key) ? [{ key, place: `/keys/${index}` }] : []))
  const best = Math.max(0, ...signing.map(({ key }) => bitsOf(key)))
  return [
    ...keys.flatMap((key, index) => secretsOf(key, `/keys/${index}`)),
    ...(signing.length === 0 ? [finding('/keys', 'an RSA key for signatures', `${keys.length} other keys`)] : []),
    ...(signing.length > 0 && best < shortest
      ? [finding('/keys', `an RSA key of ${shortest} bits or more`, `${best} bits`)]
      : []),
    ...(signing.length < 2
      ? []
      : signing.flatMap(({ key, place }) =>
          typeof key.kid === 'string' ? [] : [finding(`${place}/kid`, 'a key id', key.kid)],
        )),
  ]
}

/** The same key set is there for a client that shows no certificate. */
export const openToAll = (probe: Probe): Answer => {
  if ('inconclusive' in probe) {
    if (!probe.brokenOff) return undecided(probe.inconclusive)
    return [finding('without a certificate', 'status 200', 'a connection that was broken off')]
  }
  const { status } = probe.exchange.response
  if (unavailable(probe.exchange)) return undecided(`it was answered with ${status}`)
  return status === 200 ? [] : [finding('without a certificate: status', '200', status, probe.exchange)]
}

const readable = (certificate: unknown): boolean => {
  try {
    return new X509Certificate(Buffer.from(String(certificate), 'base64')).raw.length > 0
  } catch {
    return false
  }
}

/** What is unusual in a key set and breaks nothing: ids that two keys share, a lone key without one, certificates that cannot be read. */
export const oddKeys = (exchange: Exchange): Observed => {
  const keys = keysOf(exchange) ?? []
  const ids = keys.flatMap(({ kid }) => (typeof kid === 'string' ? [kid] : []))
  const chains = keys.flatMap(({ x5c }) => (Array.isArray(x5c) ? x5c : x5c === undefined ? [] : [x5c]))
  return {
    ...(new Set(ids).size < ids.length ? { 'equal kids': String(ids.length - new Set(ids).size) } : {}),
    ...(ids.length < keys.length ? { 'keys without kid': String(keys.length - ids.length) } : {}),
    ...(chains.every(readable) ? {} : { 'unreadable x5c': String(chains.filter((one) => !readable(one)).length) }),
  }
}
