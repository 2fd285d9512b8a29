import { spawnSync } from 'node:child_process'
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { stringify } from 'yaml'
import { type Credential, makeCertificates } from '../../bank/certificates.ts'
import { SetUpFault } from '../set-up-fault.ts'
import { readCredentials } from './credentials.ts'
import { checkProfile, readProfile } from './read.ts'

const phrase = 'canary-passphrase'
const days = (count: number): Date => new Date(Date.now() + count * 86_400_000)
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const rsaPem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString()
const rsaJwk = rsa.export({ format: 'jwk' })
const { d: _, ...publicJwk } = rsaJwk

let folder: string
let own: Credential
let other: Credential

const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-keys-'))
  const { ca, clients } = await makeCertificates(['one', 'two'])
  const [first, second] = clients
  if (!first || !second) throw new Error('two certificates were wanted')
  own = first
  other = second
  write('ca.pem', ca)
  write('own.pem', own.certificate)
  write('own.key', own.key)
  write('other.pem', other.certificate)
  write('other.key', other.key)
  const locked = createPrivateKey(own.key).export({
    type: 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: phrase,
  })
  write('locked.key', locked.toString())
  write('passphrase', `${phrase}\n`)
  write('signing.pem', rsaPem)
  write('signing.jwk', JSON.stringify({ ...rsaJwk, kid: 'kid-of-jwk' }))
  write('nameless.jwk', JSON.stringify(rsaJwk))
  write('public.jwk', JSON.stringify(publicJwk))
  write('half.jwk', JSON.stringify(rsaJwk).slice(0, 300))
  write('ec.jwk', JSON.stringify(createPrivateKey(own.key).export({ format: 'jwk' })))
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
  write('short.pem', short.export({ type: 'pkcs8', format: 'pem' }).toString())
  write('notes.txt', 'canary-notes: not a key at all')
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllEnvs())

type Fields = Readonly<Record<string, unknown>>

const goodSigning = { key: { file: 'signing.pem' }, kid: 'k1' }
const goodTransport = { certificate: { file: 'own.pem' }, key: { file: 'own.key' } }

/** Each field on a line of its own, so that a message can be held against the line that it names. */
const profileText = (change: {
  readonly signing?: Fields
  readonly transport?: Fields
  readonly more?: Fields
}): string =>
  stringify({
    name: 'Acme',
    standard: 'uae-hub',
    issuer: 'https://auth.example',
    resources: {},
    authorisation: { mode: 'browser' },
    client: {
      id: 'c1',
      redirectUri: 'https://tpp.example/cb',
      signing: change.signing ?? goodSigning,
      transport: change.transport ?? goodTransport,
    },
    ...change.more,
  })

const read = (change: Parameters<typeof profileText>[0] = {}, now = new Date()) => {
  write('acme.yaml', profileText(change))
  const raw = readProfile(join(folder, 'acme.yaml'))
  return readCredentials(checkProfile(raw), raw, now)
}

/** The line on which a field of the profile stands, found by its words and not by a parser. */
const lineOf = (text: string, path: string): number => {
  const lines = text.split('\n')
  let from = 0
  for (const [depth, name] of path.split('.').entries()) {
    from = lines.findIndex((line, index) => index >= from && line.startsWith(`${'  '.repeat(depth)}${name}:`))
  }
  return from + 1
}

const faultOf = (attempt: () => unknown): SetUpFault => {
  try {
    attempt()
  } catch (fault) {
    if (fault instanceof SetUpFault) return fault
    throw fault
  }
  throw new Error('nothing was found to be wrong')
}

/** Lines of keys in PEM, members of keys in JWK, and words of the files: none may stand in a message. */
const secrets = (): readonly string[] => [
  ...[rsaPem, own.key, other.key].flatMap((pem) => pem.split('\n').slice(1, -2)),
  ...[rsaJwk.d, rsaJwk.p, rsaJwk.q].map(String),
  'canary',
]

describe('read', () => {
  test('PEM: a signing key with the kid of the profile, a certificate with its key', async () => {
    const { signer, certificates, second, ca } = read()
    expect(signer.kid).toBe('k1')
    expect(signer.key.equals(rsa)).toBe(true)
    expect(certificates).toEqual({ own: { cert: own.certificate, key: own.key } })
    expect([second, ca]).toEqual([undefined, undefined])
  })

  test('a JWK brings its kid, and that of the profile goes before', () => {
    expect(read({ signing: { key: { file: 'signing.jwk' } } }).signer.kid).toBe('kid-of-jwk')
    const named = read({ signing: { key: { file: 'signing.jwk' }, kid: 'k1' } }).signer
    expect(named.kid).toBe('k1')
    expect(named.key.equals(rsa)).toBe(true)
  })

  test('a key behind a passphrase, which opens it for TLS as well', () => {
    const transport = { ...goodTransport, key: { file: 'locked.key' }, passphrase: { file: 'passphrase' } }
    const { certificates, secrets: kept } = read({ transport })
    expect(certificates.own).toMatchObject({ passphrase: phrase })
    expect(() => createSecureContext(certificates.own)).not.toThrow()
    expect(kept).toContainEqual({ value: phrase, kind: 'passphrase' })
  })

  test('from the environment, and from a command run in the folder of the profile', () => {
    vi.stubEnv('MIZAN_TEST_KEY', own.key)
    const { certificates, signer } = read({
      signing: {
        key: { command: `${JSON.stringify(process.execPath)} -p "fs.readFileSync('signing.pem','utf8')"` },
        kid: 'k1',
      },
      transport: { ...goodTransport, key: { env: 'MIZAN_TEST_KEY' } },
    })
    expect(signer.key.equals(rsa)).toBe(true)
    expect(certificates.own).toEqual({ cert: own.certificate, key: own.key })
  })

  test('a passphrase that a command echoes', () => {
    const transport = { ...goodTransport, key: { file: 'locked.key' }, passphrase: { command: `echo ${phrase}` } }
    expect(read({ transport }).certificates.own).toMatchObject({ passphrase: phrase })
  })

  test('a second client and an authority', () => {
    const {
      second,
      certificates,
      ca,
      secrets: kept,
    } = read({
      more: {
        trust: { ca: { file: 'ca.pem' } },
        second: {
          id: 'c2',
          signing: { key: { file: 'signing.jwk' } },
          transport: { certificate: { file: 'other.pem' }, key: { file: 'other.key' } },
        },
      },
    })
    expect(second?.kid).toBe('kid-of-jwk')
    expect(certificates.second).toEqual({ cert: other.certificate, key: other.key })
    expect(ca).toContain('-----BEGIN CERTIFICATE-----')
    expect(kept.map(({ value }) => value)).toEqual(
      expect.arrayContaining([rsaPem.trim(), own.key.trim(), other.key.trim()]),
    )
  })
})

type Wrong = readonly [
  what: string,
  change: Parameters<typeof profileText>[0],
  field: string,
  message: string | RegExp,
  /** Days from now on which it is read. */
  later?: number,
]

const signing = (file: string, kid?: string): Fields => ({ key: { file }, ...(kid && { kid }) })
const transport = (change: Fields): Fields => ({ ...goodTransport, ...change })

const wrongs: readonly Wrong[] = [
  [
    'an EC key for PS256',
    { signing: signing('own.key', 'k1') },
    'client.signing.key',
    'PS256 needs an RSA key, this one is ec',
  ],
  [
    'an EC key as JWK',
    { signing: signing('ec.jwk', 'k1') },
    'client.signing.key',
    'PS256 needs an RSA key, this one is ec',
  ],
  [
    'no key at all',
    { signing: signing('notes.txt', 'k1') },
    'client.signing.key',
    'this is not a private key in PEM or JWK',
  ],
  [
    'half a JWK',
    { signing: signing('half.jwk', 'k1') },
    'client.signing.key',
    'this is not a private key in PEM or JWK',
  ],
  [
    'a public JWK',
    { signing: signing('public.jwk', 'k1') },
    'client.signing.key',
    'this is not a private key in PEM or JWK',
  ],
  [
    'an encrypted signing key',
    { signing: signing('locked.key', 'k1') },
    'client.signing.key',
    'the private key is encrypted',
  ],
  [
    'a short RSA key',
    { signing: signing('short.pem', 'k1') },
    'client.signing.key',
    'PS256 needs an RSA key of 2048 bits or more, this one has 1024',
  ],
  ['no kid anywhere', { signing: signing('nameless.jwk') }, 'client.signing', 'the kid is missing'],
  ['no kid for PEM', { signing: signing('signing.pem') }, 'client.signing', 'the kid is missing'],
  [
    'the key of another certificate',
    { transport: transport({ key: { file: 'other.key' } }) },
    'client.transport.key',
    /^the key does not belong to the certificate of .*CN=one/,
  ],
  [
    'a wrong passphrase',
    { transport: transport({ key: { file: 'locked.key' }, passphrase: { command: 'echo canary-wrong' } }) },
    'client.transport.key',
    'this is not a private key in PEM, or its passphrase is wrong',
  ],
  [
    'a passphrase that is not given',
    { transport: transport({ key: { file: 'locked.key' } }) },
    'client.transport.key',
    'this is not a private key in PEM, or its passphrase is wrong',
  ],
  [
    'a certificate that is none',
    { transport: transport({ certificate: { file: 'notes.txt' } }) },
    'client.transport.certificate',
    /^expected a PEM certificate/,
  ],
  ['a certificate that ended', {}, 'client.transport.certificate', /^the certificate ended on /, 400],
  ['a certificate of tomorrow', {}, 'client.transport.certificate', /^the certificate is not valid before /, -2],
  [
    'an authority that is none',
    { more: { trust: { ca: { file: 'notes.txt' } } } },
    'trust.ca',
    /^expected a PEM certificate/,
  ],
  [
    'a second client whose key is none',
    { more: { second: { id: 'c2', signing: signing('notes.txt', 'k2'), transport: goodTransport } } },
    'second.signing.key',
    'this is not a private key in PEM or JWK',
  ],
  [
    'a PKCS#12 file that is none',
    { transport: { pkcs12: { file: 'notes.txt' } } },
    'client.transport.pkcs12',
    /^this is not a PKCS#12 file/,
  ],
  [
    'a file that is not there',
    { signing: signing('gone.pem', 'k1') },
    'client.signing.key',
    /^there is no file .*gone\.pem$/,
  ],
  [
    'a variable that is not set',
    { transport: transport({ key: { env: 'MIZAN_TEST_UNSET' } }) },
    'client.transport.key',
    'the environment variable MIZAN_TEST_UNSET is not set',
  ],
  [
    'a command that fails after it has said something',
    { transport: transport({ key: { command: 'cat notes.txt; cat notes.txt >&2; exit 7' } }) },
    'client.transport.key',
    'the command ended with exit code 7',
  ],
]

describe('told with file, line and field, and without the secret', () => {
  test.each(wrongs.map((wrong) => ({ what: wrong[0], wrong })))('$what', ({ wrong }) => {
    const [, change, field, message, later = 0] = wrong
    const fault = faultOf(() => read(change, days(later)))
    const line = lineOf(profileText(change), field)
    expect(line).toBeGreaterThan(1)
    expect(fault.where).toBe(`${join(folder, 'acme.yaml')}:${line}: ${field}`)
    if (typeof message === 'string') expect(fault.message).toBe(message)
    else expect(fault.message).toMatch(message)
    expect(fault.todo).not.toBe('')
    expect(secrets().filter((secret) => fault.text.includes(secret))).toEqual([])
  })
})

const tool = 'openssl'
const noOpenssl =
  spawnSync(tool, ['version']).status === 0 ? '' : ' (left out: this machine has no openssl to make one)'

describe.skipIf(noOpenssl !== '')(`PKCS#12${noOpenssl}`, () => {
  beforeAll(() => {
    const args = [
      'pkcs12',
      '-export',
      '-in',
      'own.pem',
      '-inkey',
      'own.key',
      '-out',
      'own.p12',
      '-passout',
      `pass:${phrase}`,
    ]
    const { status, stderr } = spawnSync(tool, args, { cwd: folder })
    if (status !== 0) throw new Error(`openssl made no file: ${stderr}`)
  })

  test('is opened with its passphrase', () => {
    const { certificates, secrets: kept } = read({
      transport: { pkcs12: { file: 'own.p12' }, passphrase: { file: 'passphrase' } },
    })
    expect(certificates.own).toMatchObject({ pfx: expect.any(Buffer), passphrase: phrase })
    expect(() => createSecureContext(certificates.own)).not.toThrow()
    expect(kept).toContainEqual({ value: phrase, kind: 'passphrase' })
  })

  test.each<readonly [string, Fields]>([
    ['a wrong one', { passphrase: { command: 'echo canary-wrong' } }],
    ['none', {}],
  ])('with %s it is a fault that names the field', (_what, passphrase) => {
    const change = { transport: { pkcs12: { file: 'own.p12' }, ...passphrase } }
    const fault = faultOf(() => read(change))
    const line = lineOf(profileText(change), 'client.transport.pkcs12')
    expect(fault.where).toBe(`${join(folder, 'acme.yaml')}:${line}: client.transport.pkcs12`)
    expect(fault.message).toMatch(/or its passphrase is wrong$/)
    expect(secrets().filter((secret) => fault.text.includes(secret))).toEqual([])
  })
})

const goodEvents = {
  url: 'https://tpp.example/hooks',
  listen: { port: 8443 },
  certificate: { file: 'own.pem' },
  key: { file: 'own.key' },
}

describe('events', () => {
  const withEvents = (events: Fields, encryption?: Fields) => ({
    more: {
      client: {
        id: 'c1',
        redirectUri: 'https://tpp.example/cb',
        signing: goodSigning,
        transport: goodTransport,
        ...(encryption && { encryption }),
      },
      events,
    },
  })
  const { certificate: _, key: __, ...behindProxy } = { ...goodEvents, plain: true }

  test('bring a certificate and the key that opens them, both of which are secret', () => {
    const { events, secrets: kept } = read(withEvents(goodEvents, { key: { file: 'signing.jwk' } }))
    expect(events?.tls).toEqual({ cert: own.certificate, key: own.key })
    expect(events?.opener.kid).toBe('kid-of-jwk')
    expect(kept.filter(({ kind }) => kind === 'private key')).toHaveLength(4)
  })

  test('take no certificate where a proxy ends TLS, and the kid of the profile goes before', () => {
    const { events } = read(withEvents(behindProxy, { key: { file: 'signing.jwk' }, kid: 'k9' }))
    expect(events?.tls).toBeUndefined()
    expect(events?.opener.kid).toBe('k9')
  })

  test('are not there without a place for them', () => {
    expect(read().events).toBeUndefined()
  })

  test.each([
    ['no key opens them', goodEvents, undefined, 'events', /names no key that opens them/],
    ['a key of another kind', goodEvents, { key: { file: 'ec.jwk' } }, 'client.encryption.key', /no private RSA key/],
    ['notes', goodEvents, { key: { file: 'notes.txt' } }, 'client.encryption.key', /no private RSA key/],
    [
      'another key',
      { ...goodEvents, key: { file: 'other.key' } },
      { key: { file: 'signing.jwk' } },
      'events.key',
      /does not belong/,
    ],
    [
      'no certificate',
      { ...goodEvents, certificate: undefined },
      { key: { file: 'signing.jwk' } },
      'events',
      /or plain: true/,
    ],
    ['both', { ...goodEvents, plain: true }, { key: { file: 'signing.jwk' } }, 'events', /or plain: true/],
    ['no TLS', { ...goodEvents, url: 'http://tpp.example' }, { key: { file: 'signing.jwk' } }, 'events.url', /https/],
    [
      'a query',
      { ...goodEvents, url: 'https://tpp.example/?a' },
      { key: { file: 'signing.jwk' } },
      'events.url',
      /without a query/,
    ],
  ])('%s: the fault names the field and no secret', (_name, events, encryption, path, words) => {
    const change = withEvents(events, encryption)
    const fault = faultOf(() => read(change))
    const line = lineOf(profileText(change), path)
    expect(fault.where).toContain(`acme.yaml:${line}`)
    expect(fault.message).toMatch(words)
    for (const secret of secrets()) expect(fault.text).not.toContain(secret)
  })
})
