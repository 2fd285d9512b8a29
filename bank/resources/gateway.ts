import { randomUUID } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Answered, Asked } from '../defects/answered.ts'
import type { Listener } from '../face.ts'
import type { RateLimit } from '../options.ts'
import type { CommonSetting } from '../setting.ts'
import { rateLimiter } from './rate-limit.ts'

type Bindings = { readonly Bindings: HttpBindings }

/** A request to a path that is served. */
export interface Reached {
  readonly request: Request
  readonly socket: TLSSocket
  readonly path: Readonly<Record<string, string>>
}

/** What is answered where no operation was reached, without the headers that every answer has. */
export interface OwnAnswers {
  /** The client showed no certificate of the authority. */
  readonly unknownClient: () => Response
  /** `wait` is in whole seconds. */
  readonly tooMany: (wait: number) => Response
  readonly notFound: () => Response
  readonly failed: () => Response
}

interface Gateway {
  readonly setting: CommonSetting
  readonly limit: RateLimit
  /** What wire defects make of an answer; undefined where there are none. */
  readonly spoil?: (answer: Answered, asked: Asked) => Promise<Answered>
  readonly own: OwnAnswers
  /** Answers by path: parameters are written `:AccountId`. */
  readonly routes: Readonly<Record<string, (reached: Reached) => Promise<Response>>>
}

const interactionId = 'x-fapi-interaction-id'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const socketOf = (c: Context<Bindings>): TLSSocket => c.env.incoming.socket as TLSSocket

/** Applies wire defects to every answer of the resources. */
const spoiled =
  (change: NonNullable<Gateway['spoil']>): MiddlewareHandler<Bindings> =>
  async (c, next) => {
    const sent = ['GET', 'HEAD'].includes(c.req.method) ? undefined : await c.req.raw.clone().text()
    await next()
    const before: Answered = { status: c.res.status, headers: [...c.res.headers], body: await c.res.text() }
    const headersSent = Object.entries(c.req.header())
    const asked = { method: c.req.method, url: c.req.url, headers: headersSent, ...(sent && { body: sent }) }
    const { status, headers, body } = await change(before, asked)
    const kept = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
    const length: [string, string][] = status === 204 ? [] : [['content-length', String(Buffer.byteLength(body))]]
    c.res = undefined
    c.res = new Response(body === '' ? null : body, {
      status,
      headers: [...kept.map(([name, value]): [string, string] => [name, value]), ...length],
    })
  }

/** Stands in front of the API: it knows certificates and nothing else. */
const doorkeeper =
  (refuse: () => Response, open: boolean): MiddlewareHandler<Bindings> =>
  async (c, next) =>
    socketOf(c).authorized || open ? next() : refuse()

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

const limited = (limit: RateLimit, tooMany: OwnAnswers['tooMany'], tooShort: boolean): MiddlewareHandler<Bindings> => {
  const waitFor = rateLimiter(limit, tooShort)
  return async (c, next) => {
    const token = c.req.header('authorization')
    const wait = token === undefined ? undefined : waitFor(token, Date.now())
    return wait === undefined ? next() : tooMany(wait)
  }
}

/** Serves resource APIs: everything in front of their operations. The listener answers every path. */
export const gateway = ({ setting, limit, spoil, own, routes }: Gateway): Listener => {
  const app = new Hono<Bindings>()
  if (spoil !== undefined) app.use(spoiled(spoil))
  app.use(
    marked(setting.misbehaves('interaction-id-of-another-call')),
    doorkeeper(own.unknownClient, setting.misbehaves('certificate-not-needed')),
    limited(limit, own.tooMany, setting.misbehaves('retry-after-too-short')),
  )
  for (const [path, answer] of Object.entries(routes)) {
    app.all(path, (c) => {
      setting.beforeCall()
      return answer({ request: c.req.raw, socket: socketOf(c), path: c.req.param() })
    })
  }
  app.notFound(() => own.notFound())
  app.onError((error) => {
    process.emitWarning(error)
    return own.failed()
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  return (request, response) => {
    void listener(request, response)
  }
}
