import type { KoaContextWithOIDC } from 'oidc-provider'
import type { RequestFacts } from '../policy/row.ts'
import { refusedBy } from '../policy.ts'
import type { Setting } from '../setting.ts'
import { library } from './library.ts'
import { signAs } from './sign-as.ts'

type Claims = Readonly<Record<string, unknown>>

const enforce = async (
  setting: Setting,
  facts: Pick<RequestFacts, 'assertion' | 'token' | 'request'>,
): Promise<void> => {
  const refused = refusedBy(
    {
      ...facts,
      issuer: setting.issuer,
      now: Math.floor(Date.now() / 1000),
      consentExists: (id) => setting.consents.find(id) !== undefined,
    },
    setting.hasDefect,
  )
  if (refused === undefined) return
  const { errors } = await library()
  if (refused.error === 'invalid_client') throw new errors.InvalidClientAuth(refused.description)
  throw new errors.CustomOIDCProviderError(refused.error, refused.description)
}

/** The two places at which the library lets a policy look at what a client sent. */
export const policyHooks = (setting: Setting) => ({
  /** Called with every client assertion whose signature fits. */
  clientAssertion: async (ctx: KoaContextWithOIDC, assertion: Claims): Promise<void> => {
    const isToken = ctx.oidc.route === 'token'
    await enforce(setting, { assertion, ...(isToken && { token: { ...ctx.oidc.params } }) })
  },
  /** Called with every request object, before its signature is verified; again at the authorization endpoint. */
  requestObject: async (ctx: KoaContextWithOIDC, claims: Claims): Promise<void> => {
    if (ctx.oidc.route !== 'pushed_authorization_request') return
    await enforce(setting, { request: claims })
    const { params, client } = ctx.oidc
    if (!setting.misbehaves('request-object-unverified') || params === undefined || client === undefined) return
    const known = setting.clients.find(({ id }) => id === client.clientId)
    if (known !== undefined) params.request = await signAs(known, claims)
  },
})
