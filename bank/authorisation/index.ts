import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Change } from '../defects/answered.ts'
import type { Setting } from '../setting.ts'
import { configuration } from './configuration.ts'
import { lodge } from './details.ts'
import { library } from './library.ts'
import { surface } from './surface.ts'

/** Starts the authorization server; the listener answers every path that is no resource. */
export const authorisationServer = async (
  setting: Setting,
  changes: readonly Change[],
): Promise<(request: IncomingMessage, response: ServerResponse) => void> => {
  const { Provider } = await library()
  const provider = new Provider(setting.issuer, configuration(setting))
  for (const middleware of surface(setting, provider, changes)) provider.use(middleware)
  provider.on('pushed_authorization_request.success', (ctx) => lodge(setting, ctx))
  provider.on('server_error', (_ctx, error) => process.emitWarning(error))
  const callback = provider.callback()
  return (request, response) => {
    void callback(request, response)
  }
}
