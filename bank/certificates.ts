import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

type Pair = Awaited<ReturnType<typeof newPair>>

/** A certificate and its private key, both PEM. */
export interface Credential {
  readonly certificate: string
  readonly key: string
}

/** A certificate authority of one run, and what it signed. All keys are EC P-256. */
export interface Certificates {
  readonly ca: string
  readonly server: Credential
  readonly clients: readonly Credential[]
  /** Of a server of the first client, for `localhost`. */
  readonly receiver: Credential
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const { subtle } = webcrypto
const hour = 3_600_000
const days = 30

const newPair = () => subtle.generateKey(algorithm, true, ['sign', 'verify'])

const pem = async (pair: Pair): Promise<string> =>
  PemConverter.encode(await subtle.exportKey('pkcs8', pair.privateKey), 'PRIVATE KEY')

interface Issue {
  readonly subject: string
  readonly issuer: string
  readonly key: Pair
  readonly signer: Pair
  readonly extensions: readonly Extension[]
}

const issue = async ({ subject, issuer, key, signer, extensions }: Issue): Promise<X509Certificate> =>
  X509CertificateGenerator.create({
    // A serial number is positive: the first bit stays clear (RFC 5280 §4.1.2.2).
    serialNumber: `4${randomBytes(15).toString('hex').slice(1)}`,
    subject,
    issuer,
    notBefore: new Date(Date.now() - hour),
    notAfter: new Date(Date.now() + days * 24 * hour),
    signingAlgorithm: algorithm,
    publicKey: key.publicKey,
    signingKey: signer.privateKey,
    extensions: [
      ...extensions,
      await SubjectKeyIdentifierExtension.create(key.publicKey),
      await AuthorityKeyIdentifierExtension.create(signer.publicKey),
    ],
  })

const leaf = async (
  authority: { readonly name: string; readonly pair: Pair },
  subject: string,
  extensions: readonly Extension[],
): Promise<Credential> => {
  const key = await newPair()
  const certificate = await issue({
    subject,
    issuer: authority.name,
    key,
    signer: authority.pair,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      ...extensions,
    ],
  })
  return { certificate: certificate.toString('pem'), key: await pem(key) }
}

/** Makes an authority, a server certificate for `localhost` and 127.0.0.1, one for a receiver of events there, and one client certificate for each name. */
export const makeCertificates = async (clients: readonly string[]): Promise<Certificates> => {
  cryptoProvider.set(webcrypto as never)
  const name = 'C=AE, O=Mizan, CN=Mizan throw-away authority'
  const pair = await newPair()
  const authority = { name, pair }
  const onThisMachine = [
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'ip', value: '127.0.0.1' },
    ]),
  ]
  const [ca, server, receiver, ...rest] = await Promise.all([
    issue({
      subject: name,
      issuer: name,
      key: pair,
      signer: pair,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      ],
    }),
    leaf(authority, 'C=AE, O=Mizan, CN=localhost', onThisMachine),
    leaf(authority, 'C=AE, O=Mizan test client, CN=localhost', onThisMachine),
    ...clients.map((client) =>
      leaf(authority, `C=AE, O=Mizan test client, CN=${client}`, [
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      ]),
    ),
  ])
  return { ca: ca.toString('pem'), server, receiver, clients: rest }
}
