import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { makeSigner, readPrivateKey, type Signer } from '../jose.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { ClientCertificate } from '../transport.ts'
import { type EventCredentials, readEventKeys } from './event-credentials.ts'
import type { RawProfile } from './read.ts'
import type { AnyProfile, PlainProfile, ProfileFile, SecretReference, TransportReference } from './schema.ts'
import { readSecret } from './secrets.ts'

/** Everything secret that a run works with, read and checked before anything is sent. */
export interface ClientCredentials {
  readonly signer: Signer
  /** Of the second client, if there is one. */
  readonly second?: Signer
  readonly certificates: { readonly own: ClientCertificate; readonly second?: ClientCertificate }
  readonly ca?: string
  /** With what events are received, where the profile has a place for them. */
  readonly events?: EventCredentials
  /** Values that must never be written, with what to call them. */
  readonly secrets: readonly { readonly value: string; readonly kind: string }[]
}

/** Bits (RFC 7518 §3.5). */
const smallestRsa = 2048

const firstPem = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/

type Read = (reference: SecretReference, path: readonly string[]) => Buffer

const pem = (bytes: Buffer, where: string, now: Date): X509Certificate => {
  const [first] = firstPem.exec(bytes.toString('utf8')) ?? []
  let certificate: X509Certificate
  try {
    certificate = new X509Certificate(first ?? '')
  } catch (cause) {
    throw new SetUpFault(
      where,
      'expected a PEM certificate (-----BEGIN CERTIFICATE-----)',
      'Convert it with openssl x509.',
      { cause },
    )
  }
  if (new Date(certificate.validTo) < now) {
    throw new SetUpFault(
      where,
      `the certificate ended on ${certificate.validTo}`,
      'Ask the trust framework for a new one.',
    )
  }
  if (new Date(certificate.validFrom) > now) {
    throw new SetUpFault(
      where,
      `the certificate is not valid before ${certificate.validFrom}`,
      'Check the clock of this machine.',
    )
  }
  return certificate
}

const privateKey = (bytes: Buffer, passphrase: string | undefined, where: string): KeyObject => {
  try {
    return createPrivateKey({ key: bytes, ...(passphrase === undefined ? {} : { passphrase }) })
  } catch (cause) {
    throw new SetUpFault(
      where,
      'this is not a private key in PEM, or its passphrase is wrong',
      'Give the key that belongs to the certificate.',
      { cause },
    )
  }
}

/** A certificate in PEM with the key that belongs to it. */
const pemPair = (
  reference: { readonly certificate: SecretReference; readonly key: SecretReference },
  path: readonly string[],
  at: (path: readonly string[]) => string,
  read: Read,
  now: Date,
  passphrase?: string,
): { readonly cert: string; readonly key: string } => {
  const cert = read(reference.certificate, [...path, 'certificate'])
  const key = read(reference.key, [...path, 'key'])
  const certificate = pem(cert, at([...path, 'certificate']), now)
  if (!certificate.checkPrivateKey(privateKey(key, passphrase, at([...path, 'key'])))) {
    throw new SetUpFault(
      at([...path, 'key']),
      `the key does not belong to the certificate of ${certificate.subject.replaceAll('\n', ', ')}`,
      'Give the key that was made for this certificate.',
    )
  }
  return { cert: cert.toString('utf8'), key: key.toString('utf8') }
}

const clientCertificate = (
  reference: TransportReference,
  path: readonly string[],
  at: (path: readonly string[]) => string,
  read: Read,
  now: Date,
): ClientCertificate => {
  const passphrase =
    reference.passphrase &&
    read(reference.passphrase, [...path, 'passphrase'])
      .toString('utf8')
      .trimEnd()
  const withPassphrase = passphrase === undefined ? {} : { passphrase }
  if ('pkcs12' in reference) {
    const pfx = read(reference.pkcs12, [...path, 'pkcs12'])
    try {
      createSecureContext({ pfx, ...withPassphrase })
    } catch (cause) {
      throw new SetUpFault(
        at([...path, 'pkcs12']),
        'this is not a PKCS#12 file that this machine can open, or its passphrase is wrong',
        'Old files use RC2: convert them with openssl pkcs12 -legacy.',
        { cause },
      )
    }
    return { pfx, ...withPassphrase }
  }
  return { ...pemPair(reference, path, at, read, now, passphrase), ...withPassphrase }
}

const signer = (
  { signing }: Pick<ProfileFile['client'], 'signing'>,
  which: 'client' | 'second',
  at: (path: readonly string[]) => string,
  read: Read,
): { readonly signer: Signer; readonly text: string } => {
  const path = [which, 'signing', 'key']
  const bytes = read(signing.key, path)
  let found: ReturnType<typeof readPrivateKey>
  try {
    found = readPrivateKey(bytes)
  } catch (cause) {
    const encrypted = /ENCRYPTED/.test(bytes.toString('latin1'))
    throw new SetUpFault(
      at(path),
      encrypted ? 'the private key is encrypted' : 'this is not a private key in PEM or JWK',
      encrypted
        ? 'Let a command print it in the clear: { command: "openssl pkey -in … -passin …" }.'
        : 'Give the private key whose public half the trust framework holds.',
      { cause },
    )
  }
  if (found.key.asymmetricKeyType !== 'rsa') {
    throw new SetUpFault(
      at(path),
      `PS256 needs an RSA key, this one is ${found.key.asymmetricKeyType}`,
      'Give the RSA signing key of the client.',
    )
  }
  const { modulusLength = 0 } = found.key.asymmetricKeyDetails ?? {}
  if (modulusLength < smallestRsa) {
    throw new SetUpFault(
      at(path),
      `PS256 needs an RSA key of ${smallestRsa} bits or more, this one has ${modulusLength}`,
      'Make a larger key and register it.',
    )
  }
  const kid = signing.kid ?? found.kid
  if (kid === undefined)
    throw new SetUpFault(
      at(path.slice(0, 2)),
      'the kid is missing',
      'Name the key id that the trust framework gave the key.',
    )
  return { signer: makeSigner(found.key, kid), text: bytes.toString('utf8').trim() }
}

/** What a target that headers alone open may want of TLS. */
export type PlainCredentials = Omit<ClientCredentials, 'signer' | 'second' | 'certificates' | 'events'> & {
  readonly certificates: Partial<ClientCredentials['certificates']>
}

const authorities = (profile: AnyProfile, at: (path: readonly string[]) => string, read: Read, now: Date) => {
  const ca = profile.trust && read(profile.trust.ca, ['trust', 'ca']).toString('utf8')
  if (ca !== undefined) pem(Buffer.from(ca), at(['trust', 'ca']), now)
  return ca === undefined ? {} : { ca }
}

const secretsOf = (certificates: readonly (ClientCertificate | undefined)[]): ClientCredentials['secrets'] =>
  certificates.flatMap((one) => [
    ...(one !== undefined && 'key' in one ? [{ value: one.key.trim(), kind: 'private key' }] : []),
    ...(one?.passphrase === undefined ? [] : [{ value: one.passphrase, kind: 'passphrase' }]),
  ])

/** Reads and checks keys and certificates. Throws a `SetUpFault` naming file, line and field; nothing was sent yet. */
export const readCredentials = (profile: ProfileFile, raw: RawProfile, now: Date): ClientCredentials => {
  const at = (path: readonly string[]): string => `${raw.locate(path)}: ${path.join('.')}`
  const read: Read = (reference, path) => readSecret(reference, raw.path, at(path))
  const own = clientCertificate(profile.client.transport, ['client', 'transport'], at, read, now)
  const second = profile.second && clientCertificate(profile.second.transport, ['second', 'transport'], at, read, now)
  const first = signer(profile.client, 'client', at, read)
  const other = profile.second && signer(profile.second, 'second', at, read)
  const events = readEventKeys(profile, at, read, (pair, path) => pemPair(pair, path, at, read, now))
  const signing = [first, ...(other ? [other] : [])].map(({ text }) => ({ value: text, kind: 'private key' }))
  return {
    signer: first.signer,
    ...(other && { second: other.signer }),
    certificates: { own, ...(second === undefined ? {} : { second }) },
    ...authorities(profile, at, read, now),
    ...(events && { events: events.credentials }),
    secrets: [...signing, ...secretsOf([own, second]), ...(events?.secrets ?? [])],
  }
}

/** The same for a target that headers alone open. */
export const readPlainCredentials = (profile: PlainProfile, raw: RawProfile, now: Date): PlainCredentials => {
  const at = (path: readonly string[]): string => `${raw.locate(path)}: ${path.join('.')}`
  const read: Read = (reference, path) => readSecret(reference, raw.path, at(path))
  const own = profile.transport && clientCertificate(profile.transport, ['transport'], at, read, now)
  return {
    certificates: own === undefined ? {} : { own },
    ...authorities(profile, at, read, now),
    secrets: secretsOf([own]),
  }
}
