import { namesEndpoints } from '../../../../checks/discovery.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { discovery } from '../../operations.ts'
import { readDiscovery } from '../scenarios/read-discovery.ts'

/** UAE-DSC-002 */
export const discoveryNamesEndpoints = rule({
  id: 'UAE-DSC-002',
  requirements: ['UAE-DSC-002'],
  level: 'MUST',
  about: 'hub',
  title: 'Discovery names the issuer, its keys and four endpoints as https URLs',
  cites: [cite.guide('trust-framework/well-known.md, table of properties')],
  defects: ['discovery-without-registration-endpoint', 'discovery-without-par-endpoint'],
  on: [readDiscovery],
  operation: discovery,
  check: namesEndpoints([
    'issuer',
    'authorization_endpoint',
    'token_endpoint',
    'jwks_uri',
    'registration_endpoint',
    'pushed_authorization_request_endpoint',
  ]),
  example: {
    breaks: `GET /.well-known/openid-configuration

200
content-type: application/json

{"issuer":"https://auth1.bank.example", … no registration_endpoint}`,
    findings: [{ at: '/registration_endpoint', expected: 'an absolute https URL', got: 'nothing' }],
  },
})
