import { type SigningKey, signingKey } from '../keys.ts'

let made: Promise<SigningKey> | undefined

/** The key with which events are encrypted for the clients of every bank of this process: it is thrown away with it. */
export const encryptionKey = async (): Promise<SigningKey> => {
  made ??= signingKey().then(({ privateJwk, publicJwk, ...key }) => {
    const named = { kid: key.kid, use: 'enc', alg: 'RSA-OAEP-256' }
    return { ...key, privateJwk: { ...privateJwk, ...named }, publicJwk: { ...publicJwk, ...named } }
  })
  return made
}
