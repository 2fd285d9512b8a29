import { CompactSign } from 'jose'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { clientsOf, commonConfiguration, commonFeatures } from '../authorisation/configuration.ts'
import { serverOf } from '../authorisation/index.ts'
import { library } from '../authorisation/library.ts'
import type { Asks } from '../authorisation/question.ts'
import type { Middleware } from '../authorisation/surface.ts'
import type { Change } from '../defects/answered.ts'
import type { Listener } from '../face.ts'
import { places } from '../places.ts'
import { isObject } from '../policy/values.ts'
import { parsed } from './json.ts'
import type { BahrainSetting } from './setting.ts'

const scopes = ['accounts', 'payments'] as const

/** Name of the claim of an id_token by which a client says about which consent a user is to be asked. */
const intent = 'openbanking_intent_id'

/** The consent that a `claims` parameter is about, by id. */
const consentIn = (claims: unknown): string | undefined => {
  const asked = isObject(claims) && isObject(claims.id_token) ? claims.id_token[intent] : undefined
  return isObject(asked) && typeof asked.value === 'string' ? asked.value : undefined
}

/** Lets a request pass that asks about a consent of the client itself. */
const assertClaims =
  (setting: BahrainSetting) =>
  async (ctx: KoaContextWithOIDC, claims: unknown): Promise<void> => {
    const consent = setting.book.find(consentIn(claims) ?? '')
    if (consent?.clientId === ctx.oidc.client?.clientId) return
    const { errors } = await library()
    throw new errors.InvalidRequest(`${intent} names no consent of this client`)
  }

/** FAPI 1.0 Advanced: signed request objects by value, `code id_token`, tokens bound to certificates. */
const configuration = (setting: BahrainSetting): Configuration =>
  ({
    ...commonConfiguration(setting),
    clients: clientsOf(setting, {
      grant_types: ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'],
      response_types: ['code id_token'],
    }),
    claims: { openid: ['sub'], [intent]: null },
    features: {
      ...commonFeatures(setting, scopes),
      fapi: { enabled: true, profile: '1.0 Final' },
      claimsParameter: { enabled: true, assertClaimsParameter: assertClaims(setting) },
      pushedAuthorizationRequests: { enabled: false },
      requestObjects: { enabled: true, requireSignedRequestObject: true },
    },
    findAccount: (_ctx: unknown, accountId: string) => ({
      accountId,
      claims: async (_use: string, _scope: string, claims: unknown) => ({
        sub: accountId,
        [intent]: consentIn({ id_token: claims }),
      }),
    }),
    pkce: { required: () => false },
    responseTypes: ['code id_token'],
    scopes: ['openid', ...scopes],
  }) as unknown as Configuration

/** What a user is asked about the consent that a request names. */
const asksOf =
  (setting: BahrainSetting): Asks =>
  (params) => {
    const { book } = setting
    const id = consentIn(parsed(String(params.claims)))
    const consent = id === undefined ? undefined : book.find(id)
    if (id === undefined || consent === undefined) return undefined
    const { Permissions: permissions } = consent.asked.Data
    return {
      permissions: Array.isArray(permissions) ? permissions.map(String) : [consent.kind],
      ...(consent.status !== 'AwaitingAuthorisation' && { over: consent.status }),
      claims: [intent],
      accounts: (customer) => customer.accounts,
      given: (customer, accounts, grantId) =>
        book.change(id, { status: 'Authorised', customer: customer.id, accounts, grantId }),
      declined: () =>
        void book.change(id, { status: setting.has('bh-declined-consent-authorised') ? 'Authorised' : 'Rejected' }),
    }
  }

const asText = (claims: Readonly<Record<string, unknown>>): object => ({
  ...claims,
  iat: String(claims.iat),
  exp: String(claims.exp),
})

/** Signs id_tokens anew with their times as strings. */
const withTextualTimes =
  ({ signing }: BahrainSetting): Middleware =>
  async (ctx, next) => {
    await next()
    const answer = ctx.body as { readonly id_token?: string } | undefined
    if (ctx.path !== places.token || answer?.id_token === undefined) return
    const claims = JSON.parse(Buffer.from(answer.id_token.split('.')[1] ?? '', 'base64url').toString())
    const jws = await new CompactSign(Buffer.from(JSON.stringify(asText(claims))))
      .setProtectedHeader({ alg: 'PS256', kid: signing.kid })
      .sign(signing.privateKey)
    ctx.body = { ...answer, id_token: jws }
  }

/** Starts the authorization server. */
export const authorisationServer = (setting: BahrainSetting, changes: readonly Change[]): Promise<Listener> =>
  serverOf(setting, {
    configuration: configuration(setting),
    asks: asksOf(setting),
    changes,
    unruly: () => (setting.has('bh-id-token-times-are-text') ? [withTextualTimes(setting)] : []),
  })
