import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Answered, Asked, Change } from '../defects/answered.ts'
import type { RateLimit } from '../options.ts'
import { places } from '../places.ts'
import type { Setting } from '../setting.ts'
import { errorBody, signAgain, signedContent } from './answer.ts'
import { dispatch } from './dispatch.ts'
import { operations } from './operations.ts'
import { rateLimiter } from './rate-limit.ts'

type Bindings = { readonly Bindings: HttpBindings }

const interactionId = 'x-fapi-interaction-id'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const socketOf = (c: Context<Bindings>): TLSSocket => c.env.incoming.socket as TLSSocket

/**
 * An answer with changes made to it. What changes nothing but the JSON of a body changes that of a signed body, which is
 * then signed anew: one resource has the same data in both representations.
 */
const changed = async (
  setting: Setting,
  changes: readonly Change[],
  before: Answered,
  asked: Asked,
): Promise<Answered> => {
  let answer = before
  for (const change of changes) {
    const type = answer.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
    const content = signedContent(answer.body, type)
    const inside = content === undefined ? undefined : { ...answer, body: JSON.stringify(content) }
    const spoilt = inside && change(inside, asked)
    answer =
      spoilt !== undefined && spoilt !== inside && spoilt.status === answer.status && spoilt.headers === answer.headers
        ? { ...answer, body: await signAgain(setting, answer.body, JSON.parse(spoilt.body)) }
        : change(answer, asked)
  }
  return answer
}

/** Applies wire defects to every answer of the resources; those of content inside a signed one, too. */
const spoil =
  (setting: Setting, changes: readonly Change[]): MiddlewareHandler<Bindings> =>
  async (c, next) => {
    await next()
    const before: Answered = { status: c.res.status, headers: [...c.res.headers], body: await c.res.text() }
    const asked = { method: c.req.method, url: c.req.url, headers: Object.entries(c.req.header()) }
    const { status, headers, body } = await changed(setting, changes, before, asked)
    const kept = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
    const length: [string, string][] = status === 204 ? [] : [['content-length', String(Buffer.byteLength(body))]]
    c.res = undefined
    c.res = new Response(body === '' ? null : body, {
      status,
      headers: [...kept.map(([name, value]): [string, string] => [name, value]), ...length],
    })
  }

/** A gateway in front of the API: it knows certificates and nothing else. */
const gateway =
  (open: boolean): MiddlewareHandler<Bindings> =>
  async (c, next) =>
    socketOf(c).authorized || open ? next() : c.text('A client certificate of the trust framework is required.\n', 403)

/** An id that is no UUID is dropped, and a fresh one takes its place; one of an earlier call where they are `mixed`. */
const marked = (mixed: boolean): MiddlewareHandler<Bindings> => {
  const met: string[] = []
  return async (c, next) => {
    const sent = c.req.header(interactionId) ?? ''
    await next()
    const known = uuid.test(sent)
    if (mixed && known) met.push(sent)
    c.res.headers.set(interactionId, known ? sent : (met.shift() ?? randomUUID()))
    c.res.headers.set('cache-control', 'no-store')
  }
}

const limited = (limit: RateLimit, tooShort: boolean): MiddlewareHandler<Bindings> => {
  const waitFor = rateLimiter(limit, tooShort)
  return async (c, next) => {
    const token = c.req.header('authorization')
    const wait = token === undefined ? undefined : waitFor(token, Date.now())
    return wait === undefined ? next() : c.body(null, 429, { 'retry-after': String(wait), 'content-length': '0' })
  }
}

/** Starts the resource APIs; the listener answers every path below their base. */
export const resourceServer = (
  setting: Setting,
  limit: RateLimit,
  changes: readonly Change[],
): ((request: IncomingMessage, response: ServerResponse) => void) => {
  const app = new Hono<Bindings>()
  if (changes.length > 0) app.use(spoil(setting, changes))
  app.use(
    gateway(setting.misbehaves('certificate-not-needed')),
    marked(setting.misbehaves('interaction-id-of-another-call')),
    limited(limit, setting.misbehaves('retry-after-too-short')),
  )
  for (const [path, methods] of Object.entries(operations)) {
    app.all(`${places.resources}${path}`, (c) => {
      setting.beforeCall()
      return dispatch({ setting, request: c.req.raw, socket: socketOf(c), path: c.req.param() }, methods)
    })
  }
  app.notFound((c) => c.body(null, 404, { 'content-length': '0' }))
  app.onError((error, c) => {
    process.emitWarning(error)
    return c.json(errorBody({ code: 'GenericError', message: 'The bank failed to answer.' }), 500)
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request, response) => {
    void listener(request, response)
  }
}
