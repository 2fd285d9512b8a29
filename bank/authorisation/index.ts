import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider'
import type { Change } from '../defects/answered.ts'
import type { Listener } from '../face.ts'
import type { CommonSetting, Setting } from '../setting.ts'
import { configuration } from './configuration.ts'
import { asksOf, lodge } from './details.ts'
import { library } from './library.ts'
import { mistreatPushes } from './mistreat.ts'
import { mistreatRequests } from './mistreat-requests.ts'
import type { Asks } from './question.ts'
import { type Middleware, surface } from './surface.ts'

/** What an authorization server is made of, beside the bank that it belongs to. */
interface Parts {
  readonly configuration: Configuration
  readonly asks: Asks
  readonly changes: readonly Change[]
  readonly unruly?: (provider: Provider) => readonly Middleware[]
  /** Called when a request was pushed. */
  readonly pushed?: (ctx: KoaContextWithOIDC) => void
}

/** Starts an authorization server; the listener answers every path that is no resource. */
export const serverOf = async (setting: CommonSetting, parts: Parts): Promise<Listener> => {
  const { Provider } = await library()
  const provider = new Provider(setting.issuer, parts.configuration)
  const behind = { asks: parts.asks, changes: parts.changes, unruly: parts.unruly?.(provider) ?? [] }
  for (const middleware of surface(setting, provider, behind)) provider.use(middleware)
  if (parts.pushed !== undefined) provider.on('pushed_authorization_request.success', parts.pushed)
  provider.on('server_error', (_ctx, error) => process.emitWarning(error))
  const callback = provider.callback()
  return (request, response) => {
    void callback(request, response)
  }
}

/** Starts the authorization server of the hub. */
export const authorisationServer = (setting: Setting, changes: readonly Change[]): Promise<Listener> =>
  serverOf(setting, {
    configuration: configuration(setting),
    asks: asksOf(setting),
    changes,
    unruly: (provider) =>
      [mistreatPushes(setting), mistreatRequests(setting, provider)].filter((one) => one !== undefined),
    pushed: (ctx) => lodge(setting, ctx),
  })
