import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { detachedFacts, jwsFacts, makeSigner } from './jose.ts'
import type { SentBody, SignedBody, Signing } from './session.ts'
import { bodyMaker } from './signed-body.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }] }
const make = bodyMaker({ id: 'client-1', signer: makeSigner(privateKey, 'k1'), issuer: 'https://as.example' })
const message = { Data: { Name: 'نور' } }

const signed = async (change: Partial<SignedBody> = {}) => {
  const made = await make({ signed: { message, mediaType: 'application/jwt', ...change } })
  return { ...made, facts: await jwsFacts(made.text ?? '', jwks) }
}

test('a signed body is a JWS around the message, for the issuer, and holds for minutes', async () => {
  const { headers, facts } = await signed()
  expect(headers).toEqual([['content-type', 'application/jwt']])
  expect(facts).toMatchObject({
    header: { alg: 'PS256', kid: 'k1' },
    claims: { iss: 'client-1', aud: ['https://as.example'], message },
    verified: true,
  })
  const { iat, nbf, exp } = facts?.claims ?? {}
  expect([nbf, Number(exp) - Number(iat)]).toEqual([iat, 300])
})

test.each<[Signing, object]>([
  ['broken', { verified: false }],
  ['foreign-key', { verified: false }],
  ['unknown-kid', { verified: false, reason: 'ERR_JWKS_NO_MATCHING_KEY' }],
  ['RS256', { header: { alg: 'RS256' } }],
  ['none', { header: { alg: 'none' }, verified: false }],
])('it is spoiled as a scenario says: %s', async (signing, facts) => {
  expect((await signed({ signing })).facts).toMatchObject(facts)
})

test('its claims and its text are changed as a scenario says', async () => {
  const { text, facts } = await signed({ claims: ({ exp: _, ...claims }) => claims })
  expect(facts?.claims).not.toHaveProperty('exp')
  const cut = await signed({ change: (jws) => jws.split('.').slice(0, 2).join('.') })
  expect(cut.text?.split('.')).toHaveLength(2)
  expect(text?.split('.')).toHaveLength(3)
})

const crit = 'http://openbanking.org.bh/iat'
const detached = async (change: Partial<NonNullable<SentBody['detached']>> = {}) => {
  const text = JSON.stringify(message)
  const header = () => ({ [crit]: 1, crit: [crit] })
  const made = await make({ body: { text, mediaType: 'application/json', detached: { header, ...change } } })
  const [, [name, value = ''] = []] = made.headers
  return { made, text, name, value, facts: await detachedFacts(value, made.text ?? '', jwks) }
}

test('a detached signature stands beside the body as it is sent', async () => {
  const { made, text, name, value, facts } = await detached()
  expect(made.text).toBe(text)
  expect([name, made.headers[0]]).toEqual(['x-jws-signature', ['content-type', 'application/json']])
  expect(value).toMatch(/^[\w-]+\.\.[\w-]+$/)
  expect(facts).toMatchObject({ header: { alg: 'PS256', kid: 'k1', [crit]: 1 }, claims: message, verified: true })
})

test.each([{ signing: 'broken' as const }, { signing: 'foreign-key' as const }, { over: '{}' }])(
  'it is spoiled as a scenario says: %j',
  async (change) => {
    expect((await detached(change)).facts).toMatchObject({ verified: false })
  },
)

test('an unsigned one has no signature, and is none', async () => {
  const { value, facts } = await detached({ signing: 'none' })
  expect([value.endsWith('..'), facts]).toEqual([true, undefined])
})

test('what is no detached JWS has no facts; without a key set nothing is verified', async () => {
  expect(await detachedFacts('a.b.c', '{}', jwks)).toBeUndefined()
  expect(await detachedFacts('e30..x', '{}', undefined)).toMatchObject({
    verified: false,
    reason: 'no key set was read',
  })
})

test('other bodies go as they are; nothing is signed in nobody’s name', async () => {
  const body = { text: '{}', mediaType: 'application/json' }
  expect(await bodyMaker()({ body })).toEqual({ text: '{}', headers: [['content-type', 'application/json']] })
  expect(await bodyMaker()({})).toEqual({ headers: [] })
  await expect(bodyMaker()({ signed: { message, mediaType: 'application/jwt' } })).rejects.toThrow(/headers alone/)
})
