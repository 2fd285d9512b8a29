import type { Suite } from '../../../engine/standard.ts'
import { clientTokensOpenNoData, mutualTlsIsDemanded, wrongPasswordsOpenNothing } from './rules/access.ts'
import { discoveryNamesTheProfile } from './rules/discovery.ts'
import { connectWeakly } from './scenarios/connect-weakly.ts'
import { logInWrongly } from './scenarios/log-in-wrongly.ts'
import { readDiscovery } from './scenarios/read-discovery.ts'
import { useWrongGrant } from './scenarios/use-wrong-grant.ts'

/** How clients and users get in, and who does not. */
export const security: Suite = {
  id: 'bahrain/security',
  title: 'Transport, tokens and log-in',
  operations: ['GET /.well-known/openid-configuration', 'authorization'],
  scenarios: [readDiscovery, connectWeakly, useWrongGrant, logInWrongly],
  rules: [discoveryNamesTheProfile, mutualTlsIsDemanded, clientTokensOpenNoData, wrongPasswordsOpenNothing],
}
