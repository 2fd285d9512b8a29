import type { Provider } from 'oidc-provider'
import { places } from '../places.ts'
import type { Setting } from '../setting.ts'
import { type Claims, claimsFromFields } from './lenient.ts'
import { claimsOf } from './mistreat.ts'
import { signAs } from './sign-as.ts'

type Middleware = Parameters<Provider['use']>[0]
type Query = Readonly<Record<string, string>>

const urn = 'urn:ietf:params:oauth:request_uri:'

/** The request object behind a request_uri that was given out. */
const pushedUnder = async (setting: Setting, requestUri: string): Promise<Claims | undefined> => {
  const kept = await setting.store.adapter('PushedAuthorizationRequest').find(requestUri.slice(urn.length))
  return claimsOf(typeof kept?.request === 'string' ? kept.request : undefined)
}

/** Pushes on behalf of the client what it sent without a push. */
const pushFor = async (setting: Setting, provider: Provider, query: Query): Promise<Query> => {
  const client = setting.clients.find(({ id }) => id === query.client_id)
  if (client === undefined) return query
  const now = Math.floor(Date.now() / 1000)
  const around = { iss: client.id, aud: setting.issuer, nbf: now, exp: now + 60 }
  const request = query.request ?? (await signAs(client, { ...claimsFromFields(query), ...around }))
  const pushed = new provider.PushedAuthorizationRequest({ request, trusted: true } as never)
  return { client_id: client.id, request_uri: `${urn}${await pushed.save(60)}` }
}

/** What the bank does to authorization requests where it has defects. */
export const mistreatRequests = (setting: Setting, provider: Provider): Middleware | undefined => {
  const bound = !setting.hasDefect('request-uri-not-bound')
  const tolerant = !setting.hasDefect('further-parameters-refused')
  const pushes = !setting.hasDefect('request-without-push-accepted')
  if (bound && tolerant && pushes) return undefined
  return async (ctx, next) => {
    const query = ctx.query as Query
    const { request_uri: requestUri } = query
    if (ctx.path !== places.authorization) return next()
    if (!tolerant && requestUri !== undefined && query.response_type !== undefined) {
      ctx.status = 400
      ctx.body = 'This bank takes client_id and request_uri, and nothing else.'
      return
    }
    if (!pushes && requestUri === undefined) ctx.query = await pushFor(setting, provider, query)
    const claims = bound || requestUri === undefined ? undefined : await pushedUnder(setting, requestUri)
    if (claims !== undefined) ctx.query = { ...query, client_id: String(claims.client_id) }
    return next()
  }
}
