import { type Defect, wire } from './defect.ts'
import { inner, isDiscovery, isKeySet, isToken, onObject, withHeader } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

/** Answers that gave a token of a user. A code gives a refresh token with it, a refresh gives none. */
const ofUser = (change: (body: Json) => Json) =>
  onObject(isToken, [200], (body) => ('authorization_details' in body ? change(body) : undefined))
const ofCode = (change: (body: Json) => Json) =>
  onObject(isToken, [200], (body) => ('refresh_token' in body ? change(body) : undefined))
const ofRefresh = (change: (body: Json) => Json) =>
  onObject(isToken, [200], (body) =>
    'authorization_details' in body && !('refresh_token' in body) ? change(body) : undefined,
  )

const withStatus = (body: Json, status: string): Json => {
  const [detail] = Array.isArray(body.authorization_details) ? body.authorization_details : []
  const consent = inner(detail, 'consent')
  const changed = { ...consent, Data: { ...inner(consent, 'Data'), Status: status } }
  return { ...body, authorization_details: [{ ...detail, consent: changed }] }
}

/** A 2048-bit modulus of nobody's key. */
const modulus = Buffer.alloc(256, 0xb5).toString('base64url')

const errors = [400, 401] as const

/** Wire defects of discovery, keys and tokens. */
export const tokenDefects: readonly Defect[] = [
  wire('discovery-as-html', 'The discovery document says that it is HTML', 'UAE-DSC-001', (answer, asked) =>
    isDiscovery(asked)
      ? { ...answer, headers: withHeader(answer.headers, 'content-type', 'text/html; charset=utf-8') }
      : answer,
  ),
  wire(
    'discovery-with-another-issuer',
    'The discovery document names another issuer',
    'UAE-DSC-003',
    onObject(isDiscovery, [200], (body) => ({ ...body, issuer: 'https://issuer.invalid' })),
  ),
  wire('discovery-not-kept', 'No cache may keep the discovery document', 'UAE-DSC-004', (answer, asked) =>
    isDiscovery(asked) ? { ...answer, headers: withHeader(answer.headers, 'cache-control', 'no-store') } : answer,
  ),
  wire(
    'discovery-without-ps256',
    'The discovery document names RS256 alone for request objects',
    'UAE-DSC-005',
    onObject(isDiscovery, [200], (body) => ({ ...body, request_object_signing_alg_values_supported: ['RS256'] })),
  ),
  wire(
    'discovery-with-unbound-tokens',
    'The discovery document says that tokens are bound to nothing',
    'UAE-DSC-006',
    onObject(isDiscovery, [200], (body) => ({ ...body, tls_client_certificate_bound_access_tokens: false })),
  ),
  wire(
    'key-without-kid',
    'The key set holds a second key without an id',
    'UAE-DSC-008',
    onObject(isKeySet, [200], ({ keys }) => ({
      keys: [...(Array.isArray(keys) ? keys : []), { kty: 'RSA', use: 'sig', alg: 'PS256', n: modulus, e: 'AQAB' }],
    })),
  ),
  wire('key-set-not-kept', 'No cache may keep the key set', 'UAE-DSC-010', (answer, asked) =>
    isKeySet(asked) ? { ...answer, headers: withHeader(answer.headers, 'cache-control', 'no-store') } : answer,
  ),
  wire(
    'oauth-error-without-code',
    'A refusal of the token endpoint lacks its error code',
    'UAE-TOK-010',
    onObject(isToken, errors, ({ error: _, ...rest }) => rest),
  ),
  wire('oauth-error-answers-403', 'The token endpoint refuses with 403', 'UAE-TOK-011', (answer, asked) =>
    isToken(asked) && answer.status === 400 ? { ...answer, status: 403 } : answer,
  ),
  wire(
    'token-with-wider-scope',
    'A token has a scope that was not asked for',
    'UAE-TOK-019',
    ofUser((body) => ({ ...body, scope: `${body.scope} payments` })),
  ),
  wire(
    'code-token-without-type',
    'The token for a code has no type',
    'UAE-TOK-021',
    ofCode(({ token_type: _, ...rest }) => rest),
  ),
  wire(
    'token-of-waiting-consent',
    'The token for a code says that its consent still waits',
    'UAE-TOK-023',
    ofCode((body) => withStatus(body, 'AwaitingAuthorization')),
  ),
  wire(
    'token-with-another-state',
    'The token for a code carries another state',
    'UAE-TOK-024',
    ofCode((body) => ({ ...body, state: 'another' })),
  ),
  wire(
    'token-without-id-token',
    'No id_token comes with a token',
    'UAE-TOK-025',
    ofUser(({ id_token: _, ...rest }) => rest),
  ),
  wire(
    'refreshed-token-without-details',
    'A refreshed token names no consent',
    'UAE-TOK-031',
    ofRefresh(({ authorization_details: _, ...rest }) => rest),
  ),
  wire(
    'refreshed-token-of-another-state',
    'A refreshed token says that its consent still waits',
    'UAE-TOK-035',
    ofRefresh((body) => withStatus(body, 'AwaitingAuthorization')),
  ),
]
