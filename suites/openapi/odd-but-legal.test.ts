import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { Run } from '../../engine/run.ts'
import type { JsonObject } from '../../schemas/openapi.ts'
import { plainRun } from '../../testing/plain-run.ts'
import { openApiStandard } from './index.ts'
import { openedSample } from './sample.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** Runs a document against a server that answers GET so, and any other method with 405. */
const ask = async (
  document: JsonObject,
  get: (request: IncomingMessage, response: ServerResponse) => void,
  headers: Readonly<Record<string, string>> = {},
): Promise<Run> => {
  const listener: RequestListener = (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') get(request, response)
    else response.writeHead(405, { allow: 'GET, HEAD' }).end()
  }
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closers.push(() => server.close())
  const standard = openApiStandard({
    ...openedSample(document),
    ...{ params: {}, positive: false, write: false, headers: Object.keys(headers) },
  })
  return plainRun(standard, { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, headers })
}

const told = ({ report }: Run): readonly string[] =>
  report.verdicts.flatMap(({ outcome, rule, reason, findings }) =>
    ['pass', 'not-asked'].includes(outcome)
      ? []
      : [`${rule} ${outcome} ${reason ?? ''} ${findings.map(({ at, got }) => `${at}: ${got}`)}`],
  )

const json = (schema: JsonObject): JsonObject => ({ description: 'x', content: { 'application/json': { schema } } })
const typed = (type: string): JsonObject => ({ description: 'x', content: { [type]: { schema: { type: 'object' } } } })
const text = { type: 'string' }
const object = { type: 'object' }
const part = (...members: readonly string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(members.map((name) => [name, text])),
})
const oneOf = { oneOf: [part('a'), part('b')], discriminator: { propertyName: 'a' } }
const writeOnly = { ...part('name'), required: ['name', 'pin'], properties: { pin: { ...text, writeOnly: true } } }

/** Sends a type only to who accepts it. */
const strict =
  (type: string, body: string): RequestListener =>
  ({ headers }, response) => {
    if (headers.accept?.includes(type)) response.writeHead(200, { 'content-type': type }).end(body)
    else response.writeHead(406).end()
  }
const plain =
  (body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

it.each<readonly [string, JsonObject, RequestListener]>([
  ['members that only requests have', { 200: json(writeOnly) }, plain({ name: 'Tom' })],
  ['alternatives that a discriminator tells apart', { 200: json(oneOf) }, plain({ a: 'x', b: 'y' })],
  ['text, from a server that insists on Accept', { 200: typed('text/csv') }, strict('text/csv', 'a,b')],
  ['JSON of a longer name', { 200: typed('application/hal+json') }, strict('application/hal+json', '{}')],
  ['no content, although there may be some', { 200: json(object), 204: {} }, (_, to) => to.writeHead(204).end()],
  ['a type for no body', { 200: {} }, (_, to) => to.writeHead(200, { 'content-type': 'application/json' }).end()],
  ['JSON without a schema', { 200: { content: { 'application/json': {} } } }, plain({})],
  ['a redirect of a declared class', { '3XX': {} }, (_, to) => to.writeHead(303, { location: '/x' }).end()],
])('finds nothing and leaves nothing open: %s', async (_, responses, answer) => {
  const paths = { '/odd': { get: { responses } }, '/even': { get: { responses: { 200: json(object) } } } }
  const run = await ask({ paths }, (request, response) =>
    request.url === '/odd' ? answer(request, response) : plain({})(request, response),
  )
  expect(told(run)).toEqual([])
  expect(run.report.result).toBe('conformant')
})

it('asks nothing of HEAD that only a body could show', async () => {
  const paths = { '/odd': { head: { responses: { 200: json(object) } } } }
  expect(told(await ask({ paths }, plain({})))).toEqual([])
})

it('follows no cursor', async () => {
  const list = { type: 'object', properties: { items: { type: 'array', items: part('id') }, next: text } }
  const urls: (string | undefined)[] = []
  const run = await ask({ paths: { '/odd': { get: { responses: { 200: json(list) } } } } }, (request, response) => {
    urls.push(request.url)
    plain({ items: [{ id: '1' }], next: 'eyJhIjoxfQ' })(request, response)
  })
  expect(new Set(urls)).toEqual(new Set(['/odd']))
  expect(told(run)).toEqual(
    ['OAS-031', 'OAS-032'].map(
      (id) => `${id} inconclusive the link to the next page is no address: it may be a cursor `,
    ),
  )
})

it('takes a redirect that nobody declared for no answer of the API', async () => {
  const get = { responses: { 200: json(object) } }
  const run = await ask({ paths: { '/odd': { get }, '/even': { get } } }, (request, response) =>
    request.url === '/odd' ? response.writeHead(301, { location: '/odd/' }).end() : plain({})(request, response),
  )
  expect(run.report.verdicts.filter(({ findings }) => findings.length > 0)).toEqual([])
  expect(told(run).join('\n')).toContain('answered with 301, a redirect that is not followed')
})

it('is no success while an operation was not seen to work, whatever it is that it answers', async () => {
  const paths = {
    '/odd': { get: { responses: { 200: typed('text/csv') } } },
    '/even': { get: { responses: { 204: {} } } },
  }
  const run = await ask({ paths }, ({ url }, to) => to.writeHead(url === '/even' ? 204 : 404).end())
  expect(run.report.verdicts.filter(({ findings, level }) => level === 'MUST' && findings.length > 0)).toEqual([])
  expect(run.report.result).toBe('partial')
})

it('does not ask what the document says another server has', async () => {
  const get = { responses: { 200: json(object) } }
  const document = { paths: { '/odd': { get, servers: [{ url: 'https://other.example' }] }, '/even': { get } } }
  const run = await ask(document, ({ url }, response) =>
    url === '/even' ? plain({})({} as IncomingMessage, response) : response.writeHead(404).end(),
  )
  expect(told(run)).toEqual([])
  expect(run.report.notAsked.map(({ reason }) => reason)).toContain(
    'the document names another server for it (servers)',
  )
})

const secured = (scheme: JsonObject): JsonObject => ({
  components: { securitySchemes: { it: scheme } },
  paths: {
    '/odd': {
      get: {
        security: [{ it: [] }],
        parameters: [{ name: 'X-Version', in: 'header', required: true, schema: { ...text, enum: ['1'] } }],
        responses: { 200: json(object), 401: { description: 'x' } },
      },
    },
  },
})

it.each<readonly [string, JsonObject, Record<string, string>, (headers: IncomingMessage['headers']) => boolean]>([
  [
    'one cookie of two',
    { type: 'apiKey', in: 'cookie', name: 'session' },
    { Cookie: 'session=abcdefgh; lang=en' },
    ({ cookie }) => cookie?.includes('session=abcdefgh') === true,
  ],
  [
    'a key whose letter case does not matter',
    { type: 'apiKey', in: 'header', name: 'X-Key' },
    { 'X-Key': 'aaaaaaaa' },
    (headers) => String(headers['x-key']).toLowerCase() === 'aaaaaaaa',
  ],
  [
    'a parameter among others',
    { type: 'http', scheme: 'custom' },
    { Authorization: 'Token token="abcdefgh", client=web' },
    ({ authorization }) => authorization?.includes('token="abcdefgh"') === true,
  ],
])('spoils what the server looks at, and keeps what it demands: %s', async (_, scheme, headers, opens) => {
  const run = await ask(
    secured(scheme),
    (request, response) => {
      if (!opens(request.headers)) response.writeHead(302, { location: '/login' }).end()
      else if (request.headers['x-version'] !== '1') response.writeHead(400).end()
      else plain({})(request, response)
    },
    headers,
  )
  expect(told(run)).toEqual([])
  const outcome = (id: string) => run.report.verdicts.find(({ rule }) => rule === id)?.outcome
  expect([outcome('OAS-020'), outcome('OAS-021'), outcome('OAS-022')]).toEqual(['pass', 'pass', 'pass'])
})

it('says who is asking', async () => {
  const agents = new Set<string | undefined>()
  await ask({ paths: { '/odd': { get: { responses: { 200: json(object) } } } } }, (request, response) => {
    agents.add(request.headers['user-agent'])
    plain({})(request, response)
  })
  expect([...agents]).toEqual([expect.stringMatching(/^mizan\//)])
})

it.each<readonly [string, RequestListener, string]>([
  ['web pages', (_, to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<p>'), 'was a web page'],
  ['redirects', (_, to) => to.writeHead(301, { location: 'https://x.example/' }).end(), 'answered 301 × 1'],
])('takes a target that answers only %s for a wrong base URL', async (_, answer, message) => {
  await expect(ask({ paths: { '/odd': { get: { responses: { 200: json(object) } } } } }, answer)).rejects.toMatchObject(
    { name: 'SetUpFault', where: '--base-url', message: expect.stringContaining(message) },
  )
})
