import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { consentType } from '../../consent-request.ts'
import { discoveryIsSound } from './metadata.ts'

const good = {
  issuer: 'https://auth1.bank.example',
  request_object_signing_alg_values_supported: ['PS256'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials', 'implicit'],
  authorization_details_types_supported: [consentType],
  tls_client_certificate_bound_access_tokens: true,
}
const document = (change: Readonly<Record<string, unknown>> = {}, headers = {}) =>
  exchange({
    operation: 'GET /.well-known/openid-configuration',
    url: 'https://auth1.bank.example/.well-known/openid-configuration',
    body: { ...good, ...change },
    headers: { 'content-type': 'application/json', 'cache-control': 'max-age=900', ...headers },
  })

type Breaks = Readonly<Record<string, readonly [ReturnType<typeof document>, string]>>

const broken: Readonly<Record<string, Breaks>> = {
  'UAE-DSC-001': { HTML: [document({}, { 'content-type': 'text/html; charset=utf-8' }), 'header content-type'] },
  'UAE-DSC-003': { another: [document({ issuer: 'https://issuer.invalid' }), '/issuer'] },
  'UAE-DSC-004': { 'not kept': [document({}, { 'cache-control': 'no-store' }), 'header cache-control'] },
  'UAE-DSC-005': {
    RS256: [
      document({ request_object_signing_alg_values_supported: ['RS256'] }),
      '/request_object_signing_alg_values_supported',
    ],
    'another consent': [
      document({ authorization_details_types_supported: ['urn:other'] }),
      '/authorization_details_types_supported',
    ],
  },
  'UAE-DSC-006': {
    unbound: [
      document({ tls_client_certificate_bound_access_tokens: false }),
      '/tls_client_certificate_bound_access_tokens',
    ],
  },
}

for (const rule of discoveryIsSound) proves(rule, { holds: { good: document() }, breaks: broken[rule.id] ?? {} })
