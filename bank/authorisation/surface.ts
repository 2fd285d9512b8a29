import { randomUUID } from 'node:crypto'
import type { TLSSocket } from 'node:tls'
import type { KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Headers } from '../../engine/exchange.ts'
import type { Answered, Change } from '../defects/answered.ts'
import { places } from '../places.ts'
import type { CommonSetting } from '../setting.ts'
import { bodyOf } from './form.ts'
import { journey } from './journey.ts'
import { mendForm } from './mended-form.ts'
import { pushedLife } from './pushed-request.ts'
import type { Asks } from './question.ts'

/** A step in front of the library. */
export type Middleware = Parameters<Provider['use']>[0]
type Context = Parameters<Middleware>[0]

/** Endpoints that nobody reaches without a certificate of the authority. */
const gated: readonly string[] = [places.pushed, places.token, places.registration]
/** Seconds for which a public document may be kept. */
const keptFor: ReadonlyMap<string, number> = new Map([
  [places.discovery, 900],
  [places.jwks, 300],
])
const interactionId = 'x-fapi-interaction-id'

const register = async (ctx: Context): Promise<void> => {
  ctx.set(interactionId, ctx.get(interactionId) || randomUUID())
  const body = (await bodyOf(ctx.req)) ?? ''
  const isEmptyObject = /^\s*\{\s*\}\s*$/.test(body)
  ctx.status = isEmptyObject ? 204 : 400
  if (!isEmptyObject) ctx.body = { error: 'invalid_request', error_description: 'expected an empty JSON object' }
}

const headersOf = (ctx: Context): Headers =>
  Object.entries(ctx.response.headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [String(value)]).map((one) => [name, one] as const),
  )

const textOf = (body: unknown): string => {
  if (body === undefined || body === null) return ''
  return typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString('utf8') : JSON.stringify(body)
}

const replace = (ctx: Context, { status, headers, body }: Answered): void => {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')
  ctx.body = body === '' ? null : body
  ctx.status = status
  for (const name of Object.keys(ctx.response.headers)) ctx.remove(name)
  for (const [name, value] of headers) {
    if (!['content-length', 'content-type'].includes(name.toLowerCase())) ctx.append(name, value)
  }
  if (type && body !== '') ctx.set('content-type', type[1])
  ctx.set('content-length', String(Buffer.byteLength(body)))
}

/** Applies wire defects to what the authorization server is about to answer. */
const spoil =
  (setting: CommonSetting, changes: readonly Change[]): Middleware =>
  async (ctx, next) => {
    await next()
    const before: Answered = { status: ctx.status, headers: headersOf(ctx), body: textOf(ctx.body) }
    const asked = {
      method: ctx.method,
      url: `${setting.issuer}${ctx.url}`,
      headers: Object.entries(ctx.headers) as never,
    }
    const after = changes.reduce((answer, change) => change(answer, asked), before)
    if (after !== before) replace(ctx, after)
  }

/** What the library leaves to the bank: who may come in, how long documents are kept, how long a request lives. */
const finishing =
  (setting: CommonSetting): Middleware =>
  async (ctx, next) => {
    const { authorized } = ctx.req.socket as TLSSocket
    const open = ctx.path === places.registration && setting.misbehaves('registration-open')
    if (gated.includes(ctx.path) && !authorized && !open) {
      ctx.status = 403
      ctx.body = 'A client certificate of the trust framework is required.\n'
      return
    }
    await next()
    const age = keptFor.get(ctx.path)
    if (age !== undefined && ctx.status === 200) ctx.set('cache-control', `public, max-age=${age}`)
    const sent = ctx.get(interactionId)
    if (sent !== '' && gated.includes(ctx.path)) ctx.set(interactionId, sent)
    const { oidc } = ctx as unknown as Partial<KoaContextWithOIDC>
    // The library was not reached: the bank itself has answered.
    if (oidc === undefined) return
    if (ctx.path === places.pushed && ctx.status === 201) {
      const requestObject = String((oidc.body as Record<string, unknown>).request)
      ctx.body = { ...(ctx.body as object), expires_in: pushedLife(requestObject, setting.lifetimes.requestUri) }
    }
    if (ctx.path === places.token && ctx.status === 200 && setting.hasDefect('without-token-scope-check')) {
      const { scope } = oidc.body as { readonly scope?: string }
      ctx.body = { ...(ctx.body as object), ...(scope !== undefined && { scope }) }
    }
    // Without rotation the client keeps the refresh token that it has: the schema of this answer knows none.
    if (ctx.path === places.token && ctx.status === 200 && oidc.params?.grant_type === 'refresh_token') {
      const { refresh_token, ...rest } = ctx.body as Record<string, unknown>
      ctx.body = setting.rotateRefreshToken ? { ...rest, refresh_token } : rest
    }
  }

interface Behind {
  readonly changes: readonly Change[]
  readonly asks: Asks
  /** What treats requests as they do not deserve, before the library sees them. */
  readonly unruly: readonly Middleware[]
}

/** Everything of the authorization server that stands in front of the library, outermost first. */
export const surface = (
  setting: CommonSetting,
  provider: Provider,
  { changes, asks, unruly }: Behind,
): readonly Middleware[] => {
  const pages = journey(setting, provider, asks)
  const own: Middleware = async (ctx, next) => {
    if (ctx.path === places.token && ctx.method === 'GET' && setting.misbehaves('token-by-get')) {
      ctx.body = { access_token: 'bm90LWEtcmVhbC1vbmU', token_type: 'Bearer', expires_in: 300 }
      return
    }
    if (gated.includes(ctx.path) && ctx.method !== 'POST') {
      ctx.status = 405
      ctx.set('allow', 'POST')
      return
    }
    if (ctx.path === places.token) await mendForm(setting, ctx.req, (form) => Object.assign(ctx.req, { body: form }))
    if (ctx.path === places.registration) return register(ctx)
    if (ctx.path.startsWith(`${places.journey}/`)) return pages(ctx as never)
    return next()
  }
  return [...(changes.length > 0 ? [spoil(setting, changes)] : []), finishing(setting), ...unruly, own]
}
