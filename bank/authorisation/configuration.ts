import type { TLSSocket } from 'node:tls'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { clientScopes, places } from '../places.ts'
import { dataSharing } from '../policy/values.ts'
import type { CommonSetting, Setting } from '../setting.ts'
import { detailHooks } from './details.ts'
import { policyHooks } from './hooks.ts'
import { errorPage } from './pages.ts'

/** Seconds by which clocks may differ: request objects up to 8 s ahead of ours are good. */
const clockTolerance = 10
const hour = 3600
const year = 365 * 24 * hour

/** Seconds of the life of an access token. */
const tokenLife = ({ misbehaves, lifetimes }: CommonSetting): number =>
  misbehaves('user-token-lives-long') ? hour : lifetimes.accessToken

const tls = (ctx: { readonly req: { readonly socket: unknown } }): TLSSocket => ctx.req.socket as TLSSocket

/** What every client is registered with. */
export const clientsOf = (
  setting: CommonSetting,
  more: Readonly<Record<string, unknown>>,
): NonNullable<Configuration['clients']> =>
  setting.clients.map((client) => ({
    client_id: client.id,
    client_name: client.name,
    token_endpoint_auth_method: 'private_key_jwt',
    token_endpoint_auth_signing_alg: 'PS256',
    jwks: { keys: [client.signing.publicJwk as Record<string, unknown> & { kty: string }] },
    redirect_uris: [client.redirectUri],
    id_token_signed_response_alg: 'PS256',
    request_object_signing_alg: 'PS256',
    tls_client_certificate_bound_access_tokens: true,
    ...more,
  })) as NonNullable<Configuration['clients']>

/** Features of every authorization server of the bank: tokens are bound to certificates and opaque, with `scopes` on resources. */
export const commonFeatures = (setting: CommonSetting, scopes: readonly string[]): object => ({
  devInteractions: { enabled: false },
  clientCredentials: { enabled: true },
  userinfo: { enabled: false },
  rpInitiatedLogout: { enabled: false },
  dPoP: { enabled: false },
  mTLS: {
    enabled: true,
    certificateBoundAccessTokens: true,
    getCertificate: (ctx: KoaContextWithOIDC) => tls(ctx).getPeerX509Certificate(),
    certificateAuthorized: (ctx: KoaContextWithOIDC) => tls(ctx).authorized,
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => setting.resources,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: scopes.join(' '),
      audience: setting.resources,
      accessTokenFormat: 'opaque',
      accessTokenTTL: tokenLife(setting),
    }),
  },
})

const features = (setting: Setting): Configuration['features'] => {
  const hooks = policyHooks(setting)
  return {
    ...commonFeatures(setting, clientScopes),
    fapi: { enabled: true, profile: '2.0' },
    pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
    requestObjects: {
      enabled: true,
      requireSignedRequestObject: true,
      ...(!setting.bare && { assertJwtClaimsAndHeader: hooks.requestObject }),
    },
    richAuthorizationRequests: {
      enabled: true,
      types: { [dataSharing]: { validate: () => {} } },
      ...detailHooks(setting),
    },
  } as Configuration['features']
}

/** What every authorization server of the bank is set up with: how it signs, where it is, how long things live. */
export const commonConfiguration = (setting: CommonSetting): Partial<Configuration> =>
  ({
    adapter: setting.store.adapter,
    clientAuthMethods: ['private_key_jwt'],
    jwks: { keys: [setting.signing.privateJwk] },
    enabledJWA: {
      clientAuthSigningAlgValues: ['PS256'],
      requestObjectSigningAlgValues: ['PS256'],
      idTokenSigningAlgValues: ['PS256'],
    },
    clockTolerance,
    cookies: { keys: [setting.signing.kid] },
    interactions: { url: (_ctx, { uid }) => `${places.journey}/${uid}` },
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    pkce: { required: () => true },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = errorPage(out)
    },
    rotateRefreshToken: setting.rotateRefreshToken,
    routes: {
      authorization: places.authorization,
      pushed_authorization_request: places.pushed,
      token: places.token,
      jwks: places.jwks,
    },
    ttl: {
      AccessToken: tokenLife(setting),
      AuthorizationCode: setting.misbehaves('code-never-expires') ? hour : setting.lifetimes.code,
      ClientCredentials: setting.lifetimes.accessToken,
      Grant: year,
      IdToken: setting.lifetimes.accessToken,
      Interaction: hour,
      RefreshToken: year,
      Session: hour,
    },
  }) as Partial<Configuration>

/** How oidc-provider is set up as the authorization server of the hub. */
export const configuration = (setting: Setting): Configuration =>
  ({
    ...commonConfiguration(setting),
    clients: clientsOf(setting, {
      grant_types: ['authorization_code', 'refresh_token', 'client_credentials'],
      response_types: ['code'],
      require_pushed_authorization_requests: true,
      authorization_details_types: [dataSharing],
    }),
    ...(!setting.bare && { assertJwtClientAuthClaimsAndHeader: policyHooks(setting).clientAssertion }),
    discovery: { registration_endpoint: `${setting.issuer}${places.registration}`, claims_parameter_supported: false },
    features: features(setting),
    findAccount: (_ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId }) }),
    responseTypes: ['code'],
    scopes: ['openid', ...clientScopes],
  }) as Configuration
