import { createHash, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'jose'

/** An RSA key of 2048 bits for PS256. */
export interface SigningKey {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly privateJwk: JWK
  readonly publicJwk: JWK
}

const generate = promisify(generateKeyPair)

/** Makes a key off the main thread; `kid` is a digest of its modulus. */
export const signingKey = async (): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 })
  const jwk = publicKey.export({ format: 'jwk' })
  const kid = createHash('sha256')
    .update(jwk.n ?? '')
    .digest('base64url')
    .slice(0, 22)
  const named = { kid, use: 'sig', alg: 'PS256' }
  return {
    kid,
    privateKey,
    publicKey,
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...named } as JWK,
    publicJwk: { ...jwk, ...named } as JWK,
  }
}

let made: Promise<readonly [bank: SigningKey, client: SigningKey, other: SigningKey]> | undefined

/** The signing keys of every bank of this process and of its two clients: they are thrown away with it. */
export const signingKeys = (): NonNullable<typeof made> => {
  made ??= Promise.all([signingKey(), signingKey(), signingKey()])
  return made
}
