import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json as readJson } from 'node:stream/consumers'
import type { JsonObject } from '../schemas/openapi.ts'

/** What the pet shop answers: a body that is no text is sent as JSON. */
export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
}

/** What it was asked, with what it would answer. A fault of the shop makes another answer of it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly known: boolean
}

/** One way in which the shop breaks what its document says. */
export type Fault = (asked: Asked, answer: Answer) => Answer | Promise<Answer>

const text = { type: 'string' }
const pet = {
  type: 'object',
  required: ['id', 'name'],
  properties: {
    id: { type: 'integer', readOnly: true },
    name: text,
    tag: { ...text, format: 'uuid' },
    born: { ...text, format: 'date' },
    seen: { ...text, format: 'date-time' },
  },
}
const media = (schema: JsonObject): JsonObject => ({ 'application/json': { schema } })
const answer = (schema?: JsonObject, more: JsonObject = {}): JsonObject => ({
  description: 'x',
  ...(schema && { content: media(schema) }),
  ...more,
})
const fault = answer({ type: 'object', required: ['error'], properties: { error: text } })
const one = { $ref: '#/components/schemas/Pet' }
const secured = [{ bearer: [] }]
const refusals = { 400: fault, 401: fault, 404: fault }
const petId = { name: 'petId', in: 'path', required: true, schema: { type: 'integer' } }
const body = { required: true, content: media(one) }

/** The document of the pet shop. */
export const petShopDocument: JsonObject = {
  openapi: '3.0.3',
  info: { title: 'Pet shop', version: '1' },
  components: { schemas: { Pet: pet }, securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  paths: {
    '/pets': {
      get: {
        security: secured,
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        responses: {
          200: answer({ type: 'array', items: one }, { headers: { 'X-Total': { required: true, schema: text } } }),
          ...refusals,
        },
      },
      post: { security: secured, requestBody: body, responses: { 201: answer(one), ...refusals } },
    },
    '/pets/{petId}': {
      parameters: [petId],
      get: { security: secured, responses: { 200: answer(one), ...refusals } },
      put: { security: secured, requestBody: body, responses: { 200: answer(one), ...refusals } },
      delete: { security: secured, responses: { 204: { description: 'gone' }, ...refusals } },
    },
    '/toys': {
      get: {
        responses: {
          200: answer({
            type: 'object',
            required: ['toys'],
            properties: {
              toys: { type: 'array', items: { type: 'object', properties: { id: { type: 'integer' } } } },
              next: text,
            },
          }),
        },
      },
    },
    '/owners/{ownerId}': {
      get: { parameters: [{ ...petId, name: 'ownerId' }], responses: { 200: answer(one), ...refusals } },
    },
  },
}

const error = (status: number, headers: Answer['headers'] = {}): Answer => ({
  status,
  headers,
  body: { error: `${status}` },
})

/** What the honest shop holds. */
interface Stock {
  readonly pets: Map<number, { readonly id: number; readonly name: string }>
  readonly next: () => number
}

const petAt = ({ pets }: Stock, path: string) => pets.get(Number(path.split('/')[2]))

const onePet = (stock: Stock, { method, path }: Asked, sent: unknown): Answer => {
  const id = path.split('/')[2] ?? ''
  if (!/^\d+$/.test(id)) return error(400)
  const known = petAt(stock, path)
  if (known === undefined) return error(404)
  if (method === 'DELETE') {
    stock.pets.delete(known.id)
    return { status: 204 }
  }
  if (method === 'PUT') stock.pets.set(known.id, { ...(sent as { name: string }), id: known.id })
  return { status: 200, body: petAt(stock, path) }
}

const manyPets = (stock: Stock, { method, query }: Asked, sent: unknown): Answer => {
  if (method === 'POST') {
    const made = { ...(sent as { name: string }), id: stock.next() }
    stock.pets.set(made.id, made)
    return { status: 201, headers: { location: `/pets/${made.id}` }, body: made }
  }
  if (!/^\d*$/.test(query.get('limit') ?? '')) return error(400)
  return { status: 200, headers: { 'x-total': String(stock.pets.size) }, body: [...stock.pets.values()] }
}

const methodsAt = (path: string): readonly string[] | undefined => {
  if (path === '/pets') return ['GET', 'POST']
  if (/^\/pets\/[^/]+$/.test(path)) return ['GET', 'PUT', 'DELETE']
  return path === '/toys' ? ['GET'] : undefined
}

const honest = async (stock: Stock, asked: Asked, request: IncomingMessage): Promise<Answer> => {
  const methods = methodsAt(asked.path)
  if (methods === undefined) return error(404)
  if (!methods.includes(asked.method)) return error(405, { allow: methods.join(', ') })
  if (asked.path === '/toys') {
    return asked.query.get('page') === '2'
      ? { status: 200, body: { toys: [{ id: 2 }] } }
      : { status: 200, body: { toys: [{ id: 1 }], next: '/toys?page=2' } }
  }
  if (!asked.known) return error(401, { 'www-authenticate': 'Bearer' })
  if (!/\*\/\*|json/.test(asked.headers.accept ?? '*/*')) return error(406)
  let sent: unknown
  if (['POST', 'PUT'].includes(asked.method)) {
    if (asked.headers['content-type'] !== 'application/json') return error(415)
    sent = await readJson(request).catch(() => undefined)
    if (typeof (sent as { name?: unknown } | undefined)?.name !== 'string') return error(400)
  }
  return asked.path === '/pets' ? manyPets(stock, asked, sent) : onePet(stock, asked, sent)
}

/** A pet shop on this machine: honest, or with a fault. Its token is `good-token-of-the-shop`. */
export interface PetShop {
  readonly url: string
  /** Requests in order: `GET /pets`. */
  readonly asked: readonly string[]
  /** Names of the pets that are there. */
  readonly pets: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Opens a pet shop in this process. */
export const openPetShop = async (broken: Fault = (_, given) => given): Promise<PetShop> => {
  const all: string[] = []
  let last = 1
  const stock: Stock = {
    pets: new Map([[1, { id: 1, name: 'Tom' }]]),
    next: () => {
      last += 1
      return last
    },
  }
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop')
    const known = request.headers.authorization === 'Bearer good-token-of-the-shop'
    const asked = { method: request.method ?? '', path: pathname, query: searchParams, headers: request.headers, known }
    all.push(`${asked.method} ${request.url}`)
    const { status, headers = {}, body: given } = await broken(asked, await honest(stock, asked, request))
    request.resume()
    const isText = typeof given === 'string' || given instanceof Uint8Array
    const type = given === undefined ? {} : { 'content-type': 'application/json' }
    response.writeHead(status, { ...type, ...headers } as Record<string, string | string[]>)
    response.end(given === undefined || isText ? given : JSON.stringify(given))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: all,
    pets: () => [...stock.pets.values()].map(({ name }) => name),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
