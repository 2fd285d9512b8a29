import { makeOpener, type Opener, readPrivateKey } from '../jose.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { ProfileFile, SecretReference } from './schema.ts'

/** With what a run receives events. */
export interface EventCredentials {
  readonly opener: Opener
  /** Of the receiver, PEM; absent where somebody in front of it ends TLS. */
  readonly tls?: { readonly cert: string; readonly key: string }
}

export interface EventKeys {
  readonly credentials: EventCredentials
  readonly secrets: readonly { readonly value: string; readonly kind: string }[]
}

type Read = (reference: SecretReference, path: readonly string[]) => Buffer
type At = (path: readonly string[]) => string

/** Reads a certificate with its key. */
type ReadPair = (
  reference: { readonly certificate: SecretReference; readonly key: SecretReference },
  path: readonly string[],
) => { readonly cert: string; readonly key: string }

const opener = ({ key: reference, kid }: NonNullable<ProfileFile['client']['encryption']>, at: At, read: Read) => {
  const path = ['client', 'encryption', 'key']
  const bytes = read(reference, path)
  const unfit = (cause?: unknown): SetUpFault =>
    new SetUpFault(
      at(path),
      'this is no private RSA key in PEM or JWK',
      'Give the private key with whose public half the target encrypts what it sends you.',
      { cause },
    )
  let found: ReturnType<typeof readPrivateKey>
  try {
    found = readPrivateKey(bytes)
  } catch (cause) {
    throw unfit(cause)
  }
  if (found.key.asymmetricKeyType !== 'rsa') throw unfit()
  const value = bytes.toString('utf8').trim()
  return { opener: makeOpener(found.key, kid ?? found.kid), secret: { value, kind: 'private key' } }
}

/**
 * Reads and checks what it takes to receive events: the key that opens them and the certificate of the receiver; undefined
 * for a profile without a place for events. Throws a `SetUpFault` naming file, line and field.
 */
export const readEventKeys = (
  { events, client }: ProfileFile,
  at: At,
  read: Read,
  readPair: ReadPair,
): EventKeys | undefined => {
  if (events === undefined) return undefined
  if (client.encryption === undefined) {
    throw new SetUpFault(
      at(['events']),
      'events are encrypted, and the profile names no key that opens them',
      'Name the private key of your encryption in client.encryption.',
    )
  }
  const { opener: opens, secret } = opener(client.encryption, at, read)
  const { certificate, key } = events
  if (certificate === undefined || key === undefined) return { credentials: { opener: opens }, secrets: [secret] }
  const tls = readPair({ certificate, key }, ['events'])
  return { credentials: { opener: opens, tls }, secrets: [secret, { value: tls.key.trim(), kind: 'private key' }] }
}
