import { together } from '../../../../checks/answers.ts'
import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { listsHold } from '../../../../checks/metadata.ts'
import { json } from '../../../../engine/exchange.ts'
import { type Check, rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { levels } from '../../levels.ts'
import { readDiscovery } from '../scenarios/read-discovery.ts'

const methods = ['private_key_jwt', 'tls_client_auth']

const member = 'token_endpoint_auth_methods_supported'

/** Either of the two methods will do. A member that is left out says nothing. */
const clientsGetIn: Check = ({ response }) => {
  const listed = at(json(response), member)
  if (listed === undefined) return []
  return Array.isArray(listed) && listed.some((one) => methods.includes(String(one)))
    ? []
    : [finding(`/${member}`, `a list with ${methods.join(' or ')}`, listed)]
}

/** BH-SEC-002 */
export const discoveryNamesTheProfile = rule({
  id: 'BH-SEC-002',
  requirements: ['BH-SEC-002'],
  level: levels('BH-SEC-002'),
  about: 'bank',
  title: 'Discovery names PS256, code id_token, and a way for clients to get in',
  cites: [cite.portals('discovery of four portals'), cite.rfc('8414 §2')],
  defects: ['bh-discovery-without-ps256'],
  on: [readDiscovery],
  operation: 'GET /.well-known/openid-configuration',
  check: (exchange, given) =>
    together(
      listsHold({
        response_types_supported: ['code id_token'],
        id_token_signing_alg_values_supported: ['PS256'],
        request_object_signing_alg_values_supported: ['PS256'],
        token_endpoint_auth_signing_alg_values_supported: ['PS256'],
      })(exchange, given),
      clientsGetIn(exchange, given),
    ),
  example: {
    breaks: `GET /.well-known/openid-configuration
200
{"id_token_signing_alg_values_supported":["RS256"], …}`,
    findings: [{ at: '/id_token_signing_alg_values_supported', expected: 'a list with PS256', got: '["RS256"]' }],
  },
})
