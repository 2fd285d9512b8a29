import { mayBeKept, otherAge } from '../../../../checks/kept-for.ts'
import {
  issuerIsTheAddress,
  listsHold,
  metadataIsServed,
  mutualTlsIsNamed,
  switchesOff,
} from '../../../../checks/metadata.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consentType } from '../../consent-request.ts'
import { discovery } from '../../operations.ts'
import { type TableRow, tableOf } from '../../row.ts'
import { readDiscovery } from '../scenarios/read-discovery.ts'

const asRule = tableOf<Exchange>({
  about: 'hub',
  on: [readDiscovery],
  operation: discovery,
  breaks: (shows) => `GET /.well-known/openid-configuration\n\n${shows}`,
})

const wellKnown = 'trust-framework/well-known.md'
const json = '200\ncontent-type: application/json\n\n'

const rows: readonly TableRow<Exchange>[] = [
  {
    id: 'UAE-DSC-001',
    level: 'MUST',
    title: 'Discovery is answered with JSON',
    cites: [cite.guide(wellKnown), cite.guide('sandbox/model-bank.md')],
    check: metadataIsServed,
    defect: 'discovery-as-html',
    shows: '200\ncontent-type: text/html; charset=utf-8\n\n{"issuer":"https://auth1.bank.example", …}',
    finding: { at: 'header content-type', expected: 'application/json', got: 'text/html; charset=utf-8' },
  },
  {
    id: 'UAE-DSC-003',
    level: 'MUST',
    title: 'The issuer is the address at which discovery was read',
    cites: [cite.guide(wellKnown), cite.rfc('8414 §3.3')],
    check: issuerIsTheAddress,
    defect: 'discovery-with-another-issuer',
    shows: `${json}{"issuer":"https://issuer.invalid", …}`,
    finding: { at: '/issuer', expected: 'https://auth1.bank.example', got: 'https://issuer.invalid' },
  },
  {
    id: 'UAE-DSC-004',
    level: 'SHOULD',
    title: 'Discovery is kept by caches for a while',
    cites: [cite.guide(`${wellKnown}, caching`)],
    check: mayBeKept,
    observe: otherAge(900),
    defect: 'discovery-not-kept',
    shows: '200\ncontent-type: application/json\ncache-control: no-store\n\n{ … }',
    finding: { at: 'header cache-control', expected: 'a max-age, or nothing', got: 'no-store' },
  },
  {
    // A member that is left out says nothing; what the server does is judged where it does it.
    id: 'UAE-DSC-005',
    level: 'SHOULD',
    title: 'Discovery names the mechanisms of the profile',
    cites: [cite.fapi('FAPI 2.0 Security Profile §5.3.2'), cite.rfc('8414 §2'), cite.rfc('9396 §10')],
    check: listsHold({
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: ['PS256'],
      request_object_signing_alg_values_supported: ['PS256'],
      id_token_signing_alg_values_supported: ['PS256'],
      authorization_details_types_supported: [consentType],
    }),
    observe: switchesOff('require_pushed_authorization_requests', 'authorization_response_iss_parameter_supported'),
    defect: 'discovery-without-ps256',
    shows: `${json}{"request_object_signing_alg_values_supported":["RS256"], …}`,
    finding: {
      at: '/request_object_signing_alg_values_supported',
      expected: 'a list with PS256',
      got: '["RS256"]',
    },
  },
  {
    // An endpoint without an alias has its usual address (RFC 8705 §5): a list of aliases with gaps is no fault.
    id: 'UAE-DSC-006',
    level: 'SHOULD',
    title: 'Discovery says that tokens are bound to certificates, and where mutual TLS is spoken',
    cites: [cite.articles('mtls-endpoint-aliases'), cite.rfc('8705 §3.3'), cite.rfc('8705 §5')],
    check: mutualTlsIsNamed,
    observe: switchesOff('tls_client_certificate_bound_access_tokens'),
    defect: 'discovery-with-unbound-tokens',
    shows: `${json}{"tls_client_certificate_bound_access_tokens":false, …}`,
    finding: { at: '/tls_client_certificate_bound_access_tokens', expected: 'true', got: 'false' },
  },
]

/** UAE-DSC-001 and UAE-DSC-003 to UAE-DSC-006: what the discovery document says beside its endpoints. */
export const discoveryIsSound: readonly ScenarioRule<Exchange>[] = rows.map(asRule)
