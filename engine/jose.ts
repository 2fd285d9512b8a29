import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { CompactSign, compactDecrypt, compactVerify, createLocalJWKSet, decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import type { JwsFacts } from './exchange.ts'
import { json } from './exchange.ts'
import type { Signing } from './session.ts'

type Claims = Readonly<Record<string, unknown>>

/** Signs JWTs in the client's name. The key never leaves it. */
export interface Signer {
  readonly kid: string
  readonly key: KeyObject
  /** Signs, or spoils on purpose, as `signing` says. `header` is added to the protected header. */
  readonly sign: (claims: Claims, signing?: Signing, header?: Readonly<Record<string, string>>) => Promise<string>
  /** Signs a text and leaves it out of the JWS (RFC 7515 appendix F). What `crit` of the header names is taken as understood. */
  readonly detach: (text: string, header: Readonly<Record<string, unknown>>, signing?: Signing) => Promise<string>
}

/** Reads a private key from PEM or JWK. Throws what Node says when it is neither. `kid` is that of the JWK, if it has one. */
export const readPrivateKey = (bytes: Buffer): { readonly key: KeyObject; readonly kid?: string } => {
  const text = bytes.toString('utf8').trim()
  if (!text.startsWith('{')) return { key: createPrivateKey(text) }
  const jwk = JSON.parse(text) as Record<string, unknown>
  const key = createPrivateKey({ key: jwk as import('node:crypto').JsonWebKey, format: 'jwk' })
  return typeof jwk.kid === 'string' ? { key, kid: jwk.kid } : { key }
}

const foreign = (() => {
  let made: Promise<KeyObject> | undefined
  return (): Promise<KeyObject> => {
    made ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 }).then(({ privateKey }) => privateKey)
    return made
  }
})()

/** One bit in the middle of the signature: the ends may be padding. */
const broken = (jws: string): string => {
  const [protectedHeader, payload, signature] = jws.split('.')
  const bytes = Buffer.from(signature ?? '', 'base64url')
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return `${protectedHeader}.${payload}.${bytes.toString('base64url')}`
}

/** The public half as text: what a server takes for the secret when it lets the header of a JWT choose the algorithm. */
const publicBytes = (key: KeyObject): Uint8Array =>
  Buffer.from(createPublicKey(key).export({ type: 'spki', format: 'pem' }))

const keyFor = async (signing: Signing, key: KeyObject): Promise<KeyObject | Uint8Array> => {
  if (signing === 'foreign-key') return foreign()
  return signing === 'HS256' ? publicBytes(key) : key
}

const algOf = (signing: Signing): string => (signing === 'RS256' || signing === 'HS256' ? signing : 'PS256')

const detached = (jws: string): string => {
  const [header, , signature] = jws.split('.')
  return `${header}..${signature}`
}

/** A signer over a private RSA key. */
export const makeSigner = (key: KeyObject, kid: string): Signer => ({
  kid,
  key,
  async detach(text, header, signing = 'PS256') {
    if (signing === 'none') {
      const unsigned = Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url')
      return `${unsigned}..`
    }
    const crit = Array.isArray(header.crit) ? header.crit.map(String) : []
    const jws = await new CompactSign(Buffer.from(text))
      .setProtectedHeader({ ...header, alg: algOf(signing), kid: signing === 'unknown-kid' ? randomUUID() : kid })
      .sign(await keyFor(signing, key), { crit: Object.fromEntries(crit.map((name) => [name, true])) })
    return detached(signing === 'broken' ? broken(jws) : jws)
  },
  async sign(claims, signing = 'PS256', header = {}) {
    if (signing === 'none') return new UnsecuredJWT({ ...claims }).encode()
    const protectedHeader = { ...header, alg: algOf(signing), kid: signing === 'unknown-kid' ? randomUUID() : kid }
    const jws = await new SignJWT({ ...claims }).setProtectedHeader(protectedHeader).sign(await keyFor(signing, key))
    return signing === 'broken' ? broken(jws) : jws
  },
})

/** The header of a JWS or JWE; undefined where it is no object, or nested deeper than any honest one. */
const headerOf = (protectedHeader = ''): Claims | undefined => {
  const header = json({ body: Buffer.from(protectedHeader, 'base64url').toString('utf8') })
  return typeof header === 'object' && header !== null && !Array.isArray(header) ? (header as Claims) : undefined
}

const compact = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** Facts of the detached JWS over a body: as of a whole one, with the body as claims where it is a JSON object. */
export const detachedFacts = async (value: string, body: string, jwks: unknown): Promise<JwsFacts | undefined> => {
  const [, protectedHeader, signature] = /^([\w-]+)\.\.([\w-]+)$/.exec(value) ?? []
  if (protectedHeader === undefined || signature === undefined) return undefined
  const claims = json({ body })
  const header = headerOf(protectedHeader)
  if (header === undefined) return undefined
  try {
    const facts = { header, claims: typeof claims === 'object' && claims !== null ? (claims as Claims) : {} }
    if (jwks === undefined) return { ...facts, verified: false, reason: 'no key set was read' }
    // What a profile of signatures calls critical is judged by rules; here only the signature is.
    const crit = Array.isArray(header.crit) ? header.crit.map(String) : []
    const options = { crit: Object.fromEntries(crit.map((name) => [name, true])) }
    const jws = `${protectedHeader}.${Buffer.from(body).toString('base64url')}.${signature}`
    try {
      await compactVerify(jws, createLocalJWKSet(jwks as Parameters<typeof createLocalJWKSet>[0]), options)
      return { ...facts, verified: true }
    } catch (cause) {
      const reason = (cause as { code?: string }).code ?? 'the signature could not be checked'
      return { ...facts, verified: false, reason }
    }
  } catch {
    return undefined
  }
}

/** Facts of a compact JWS: header, claims, and whether its signature verifies with a key of the set. Undefined for other text. */
export const jwsFacts = async (text: string, jwks: unknown): Promise<JwsFacts | undefined> => {
  if (!compact.test(text)) return undefined
  // Claims nested deeper than any honest ones are not read, as in a body.
  const [protectedHeader, payload = ''] = text.split('.')
  const header = headerOf(protectedHeader)
  if (header === undefined) return undefined
  if (json({ body: Buffer.from(payload, 'base64url').toString('utf8') }) === undefined) return undefined
  try {
    const facts = { header, claims: decodeJwt(text) as Record<string, unknown> }
    if (jwks === undefined) return { ...facts, verified: false, reason: 'no key set was read' }
    try {
      await compactVerify(text, createLocalJWKSet(jwks as Parameters<typeof createLocalJWKSet>[0]))
      return { ...facts, verified: true }
    } catch (cause) {
      return {
        ...facts,
        verified: false,
        reason: (cause as { code?: string }).code ?? 'the signature could not be checked',
      }
    }
  } catch {
    return undefined
  }
}

/** A compact JWE as it was opened: its plaintext, or why there is none. */
export type Unsealed = { readonly header: Readonly<Record<string, unknown>> } & (
  | { readonly text: string }
  | { readonly failed: string }
)

/** Opens what was encrypted for the client. The key never leaves it. */
export interface Opener {
  readonly kid?: string
  /** Undefined for text that is no compact JWE. */
  readonly open: (text: string) => Promise<Unsealed | undefined>
}

/** Five parts (RFC 7516 §7.1); those of a direct key and of an empty text are empty. */
const compactJwe = /^[\w-]+(?:\.[\w-]*){4}$/

/** An opener over a private RSA key, for RSA-OAEP-256 and RSA-OAEP; the content may be encrypted in any way. */
export const makeOpener = (key: KeyObject, kid?: string): Opener => ({
  ...(kid !== undefined && { kid }),
  async open(text) {
    if (!compactJwe.test(text)) return undefined
    const header = headerOf(text.split('.')[0])
    if (header === undefined) return undefined
    try {
      const options = { keyManagementAlgorithms: ['RSA-OAEP-256', 'RSA-OAEP'] }
      const { plaintext } = await compactDecrypt(text, key, options)
      return { header, text: Buffer.from(plaintext).toString('utf8') }
    } catch (cause) {
      return { header, failed: (cause as { code?: string }).code ?? 'the key does not fit' }
    }
  },
})
