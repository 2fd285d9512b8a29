import type { Provider } from 'oidc-provider'
import { places } from '../places.ts'
import type { RegisteredClient, Setting } from '../setting.ts'
import { bodyOf } from './form.ts'
import { type Claims, type Form, mendings, type Received } from './lenient.ts'
import { signAs } from './sign-as.ts'
import { strictnesses } from './strict.ts'

type Middleware = Parameters<Provider['use']>[0]
type Context = Parameters<Middleware>[0]

const formType = 'application/x-www-form-urlencoded'

/** The claims of a JWT, unverified; undefined for what is none. */
export const claimsOf = (jwt: string | undefined): Claims | undefined => {
  try {
    return JSON.parse(Buffer.from(jwt?.split('.')[1] ?? '', 'base64url').toString())
  } catch {
    return undefined
  }
}

const isJson = (mediaType: string): boolean => /\bjson\b/.test(mediaType)

const formOf = (text: string, mediaType: string): Form => {
  try {
    return isJson(mediaType) ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
  } catch {
    return {}
  }
}

/** Gives a request another method and body, as if it had come so. */
const replace = (ctx: Context, { method, mediaType, form }: Received): void => {
  const fields = Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const body = Buffer.from(isJson(mediaType) ? JSON.stringify(fields) : new URLSearchParams(fields).toString())
  ctx.method = method
  ctx.req.headers['content-type'] = mediaType
  ctx.req.headers['content-length'] = String(body.length)
  Object.defineProperty(ctx.req, 'readable', { value: true })
  Object.defineProperty(ctx.req, 'iterator', {
    value: async function* whole() {
      yield body
    },
  })
}

const refuse = (ctx: Context): void => {
  ctx.status = 400
  ctx.body = { error: 'invalid_request', error_description: 'this bank does not take such a request' }
}

/** What the bank does to pushed requests where it has defects: puts wrong ones right, and refuses good ones. */
export const mistreatPushes = (setting: Setting): Middleware | undefined => {
  const lenient = mendings.filter(({ name }) => setting.hasDefect(name))
  const strict = strictnesses.filter(({ name }) => setting.hasDefect(name))
  if (lenient.length === 0 && strict.length === 0) return undefined
  const last = new Map<string, Claims>()
  const clientOf = (...ids: readonly unknown[]): RegisteredClient | undefined =>
    setting.clients.find(({ id }) => ids.includes(id))

  return async (ctx, next) => {
    if (ctx.path !== places.pushed) return next()
    const mediaType = ctx.get('content-type') || formType
    const form = formOf((await bodyOf(ctx.req)) ?? '', mediaType)
    const [assertion, claims] = [claimsOf(form.client_assertion), claimsOf(form.request)]
    const now = Math.floor(Date.now() / 1000)
    if (strict.some((one) => one.refuses({ claims, assertion, now }))) return refuse(ctx)
    const client = clientOf(claims?.client_id, claims?.iss, assertion?.sub) ?? setting.clients[0]
    if (client === undefined) return next()
    const before = last.get(client.id)
    if (claims !== undefined) last.set(client.id, claims)
    let push: Received = { method: ctx.method, mediaType, form, ...(claims && { claims }) }
    for (const { mend } of lenient) {
      const mended = await mend(push, { setting, client, now, last: before })
      if (mended === undefined) continue
      const request = mended.claims === undefined ? undefined : await signAs(client, mended.claims)
      push = { ...push, ...mended, form: { ...(mended.form ?? push.form), ...(request && { request }) } }
    }
    replace(ctx, push)
    return next()
  }
}
