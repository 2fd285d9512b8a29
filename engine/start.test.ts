import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fakeFapi, fakeProfile } from '../testing/standard.ts'
import { makeSigner } from './jose.ts'
import { NetworkFault } from './network-fault.ts'
import { makeRecorder } from './recorder.ts'
import { makeRedactor } from './redact/redactor.ts'
import { start } from './start.ts'
import type { Received, Transport } from './transport.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const document = {
  issuer: 'https://auth.example',
  authorization_endpoint: 'https://auth.example/authorize',
  token_endpoint: 'https://as.example/token',
  pushed_authorization_request_endpoint: 'https://as.example/par',
  jwks_uri: 'https://auth.example/keys',
}

const answer = (status: number, content: unknown, date = new Date()): Received => ({
  response: {
    status,
    headers: [
      ['content-type', 'application/json'],
      ['date', date.toUTCString()],
    ],
    body: JSON.stringify(content),
  },
  bytes: 0,
  bodySha256: '',
  validUtf8: true,
})

const token = answer(200, { access_token: 'canary-token', token_type: 'Bearer', expires_in: 300 })

const usual: Transport['send'] = async ({ url }) => {
  if (url.endsWith('/openid-configuration')) return answer(200, document)
  return url.endsWith('/keys') ? answer(200, { keys: [] }) : token
}

const begin = (send: Transport['send']) => {
  const redactor = makeRedactor([])
  const recorder = makeRecorder({
    transport: { send, close: async () => undefined },
    redactor,
    concurrency: 1,
    requestsPerSecond: 1000,
  })
  return start({
    profile: fakeProfile({ resources: { data: 'https://rs.example/data' } }),
    standard: fakeFapi,
    contracts: [],
    credentials: { signer: makeSigner(privateKey, 'k1'), certificates: { own: { cert: '', key: '' } }, secrets: [] },
    recorder,
    interrupted: new AbortController().signal,
    person: { tell: () => undefined, canType: false },
    locate: (path) => `acme.yaml:${path.length}`,
    forms: [],
    firstScope: 'toy',
    claims: [],
  })
}

test('endpoints come from the discovery document, and with the profile they are all that may be asked', async () => {
  const begun = await begin(usual)
  if (!('ground' in begun)) throw new Error(begun.inconclusive)
  const { allowed } = begun.ground
  expect(['https://auth.example', 'https://as.example', 'https://rs.example'].map(allowed)).toEqual([true, true, true])
  expect(allowed('https://elsewhere.example')).toBe(false)
})

describe('ours, and no run', () => {
  test.each<readonly [string, Transport['send'], string]>([
    [
      'a clock that is minutes behind',
      async (request, ...rest) =>
        request.url.endsWith('configuration')
          ? answer(200, document, new Date(Date.now() + 300_000))
          : usual(request, ...rest),
      'seconds behind the server',
    ],
    [
      'a clock that is minutes ahead',
      async (request, ...rest) =>
        request.url.endsWith('configuration')
          ? answer(200, document, new Date(Date.now() - 300_000))
          : usual(request, ...rest),
      'seconds ahead of the server',
    ],
    [
      'a refused client',
      async (request, ...rest) =>
        request.url.endsWith('/token')
          ? answer(401, { error: 'invalid_client', error_description: 'unknown kid' })
          : usual(request, ...rest),
      'refused the client with status 401 (invalid_client: unknown kid)',
    ],
    [
      'an unknown host',
      async () => Promise.reject(new NetworkFault('dns', 'auth.example', 'auth.example: the host name is not known')),
      'the host name is not known',
    ],
    [
      'a token endpoint that is not there',
      async (request, ...rest) =>
        request.url.endsWith('/token')
          ? Promise.reject(new NetworkFault('refused', 'as.example', 'as.example: nothing answers'))
          : usual(request, ...rest),
      'nothing answers',
    ],
    [
      'a discovery document that cannot be read',
      async () => Promise.reject(new NetworkFault('too-large', 'auth.example', 'auth.example: larger than the limit')),
      'larger than the limit',
    ],
  ])('%s', async (_, send, message) => {
    await expect(begin(send)).rejects.toMatchObject({
      name: 'SetUpFault',
      message: expect.stringContaining(message),
      where: expect.stringContaining('acme.yaml'),
    })
  })
})

test('a client without the role for an API is told which scope it asked for', async () => {
  const refuses: Parameters<typeof begin>[0] = async (request, ...rest) =>
    request.url.endsWith('/token') ? answer(400, { error: 'invalid_scope' }) : usual(request, ...rest)
  await expect(begin(refuses)).rejects.toMatchObject({
    message: expect.stringContaining('refused the client with status 400 (invalid_scope)'),
    todo: expect.stringContaining('the scope toy'),
  })
})

test('a discovery document out of a cache is as old as it says, and no fault of the clock', async () => {
  const old = answer(200, document, new Date(Date.now() - 600_000))
  const cached = { ...old, response: { ...old.response, headers: [...old.response.headers, ['age', '600'] as const] } }
  const begun = await begin(async (request, ...rest) =>
    request.url.endsWith('configuration') ? cached : usual(request, ...rest),
  )
  expect(begun).toHaveProperty('ground')
})

describe('theirs, to be judged', () => {
  test.each<readonly [string, Received, string]>([
    ['a discovery document that is an error', answer(500, {}), 'status 500'],
    [
      'one that is no JSON',
      { ...answer(200, ''), response: { status: 200, headers: [], body: '<html>' } },
      'gives no authorization_endpoint',
    ],
    [
      'one that lacks the PAR endpoint',
      answer(200, { ...document, pushed_authorization_request_endpoint: undefined }),
      'gives no pushed_authorization_request_endpoint',
    ],
    [
      'one whose token endpoint is no https URL',
      answer(200, { ...document, token_endpoint: 'http://as.example/token' }),
      'gives no token_endpoint',
    ],
  ])('%s', async (_, discovery, reason) => {
    const begun = await begin(async (request, ...rest) =>
      request.url.endsWith('configuration') ? discovery : usual(request, ...rest),
    )
    expect(begun).toMatchObject({
      inconclusive: expect.stringContaining(reason),
      discovery: { document: { operation: 'GET /.well-known/openid-configuration' } },
    })
  })
})

describe('theirs: a server that answered, and then did not', () => {
  const here = { ...document, token_endpoint: 'https://auth.example/token' }
  const slow = (): Promise<never> =>
    Promise.reject(new NetworkFault('timeout', 'auth.example', 'auth.example: no answer came in time'))
  const busy = answer(503, {})
  const later = { ...busy, response: { ...busy.response, headers: [['retry-after', '3600'] as const] } }
  const at =
    (end: string, send: () => Promise<Received>): Transport['send'] =>
    async (request, ...rest) => {
      if (request.url.endsWith(end)) return send()
      return request.url.endsWith('configuration') ? answer(200, here) : usual(request, ...rest)
    }

  test.each<readonly [string, Transport['send'], string]>([
    ['no key set', at('/keys', slow), 'gives no jwks_uri that can be read'],
    ['no token', at('/token', slow), 'no answer came in time'],
    ['a token in an hour', at('/token', async () => later), 'asks to wait 3600 seconds'],
  ])('%s', async (_, send, reason) => {
    expect(await begin(send)).toMatchObject({ inconclusive: expect.stringContaining(reason) })
  })
})

test('an Age that is no number of seconds says nothing about the clock', async () => {
  const plain = answer(200, document)
  const odd = {
    ...plain,
    response: { ...plain.response, headers: [...plain.response.headers, ['age', 'Infinity'] as const] },
  }
  const begun = await begin(async (request, ...rest) =>
    request.url.endsWith('configuration') ? odd : usual(request, ...rest),
  )
  expect(begun).toHaveProperty('ground')
})
