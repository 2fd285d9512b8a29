import { type Defect, wire } from './defect.ts'
import { headerOf, inner, isAuthorization, isDiscovery, isPushed, isToken, onObject, withHeader } from './reading.ts'

const otherConsent = (details: unknown): unknown => {
  if (!Array.isArray(details)) return undefined
  return details.map((detail) => {
    const consent = inner(detail, 'consent')
    const data = { ...inner(consent, 'Data'), ConsentId: '00000000-0000-4000-8000-000000000000' }
    return { ...detail, consent: { ...consent, Data: data } }
  })
}

const otherIssuer = (location: string): string | undefined => {
  const url = new URL(location, 'https://localhost')
  if (!url.searchParams.has('iss') || !url.searchParams.has('code')) return undefined
  url.searchParams.set('iss', 'https://issuer.invalid')
  return url.href
}

/** Wire defects of the authorization server. */
export const authorisationDefects: readonly Defect[] = [
  wire(
    'discovery-without-registration-endpoint',
    'The discovery document names no registration endpoint',
    'UAE-DSC-002',
    onObject(isDiscovery, [200], ({ registration_endpoint: _, ...rest }) => rest),
  ),
  wire(
    'discovery-without-par-endpoint',
    'The discovery document names no endpoint for pushed requests',
    'UAE-DSC-002',
    onObject(isDiscovery, [200], ({ pushed_authorization_request_endpoint: _, ...rest }) => rest),
  ),
  wire(
    'par-expires-in-as-text',
    'expires_in of a pushed request is a text',
    'UAE-PAR-001',
    onObject(isPushed, [200, 201], (body) => ({ ...body, expires_in: String(body.expires_in) })),
  ),
  wire(
    'client-token-with-refresh-token',
    'A client-credentials token comes with a refresh token',
    'UAE-TOK-012',
    onObject(isToken, [200], (body) =>
      'authorization_details' in body ? undefined : { ...body, refresh_token: 'bm90LWEtcmVhbC1vbmU' },
    ),
  ),
  wire('token-cacheable', 'Token answers may be kept by caches', 'UAE-TOK-015', (answer, asked) =>
    isToken(asked) && answer.status === 200
      ? { ...answer, headers: withHeader(withHeader(answer.headers, 'cache-control', undefined), 'pragma', undefined) }
      : answer,
  ),
  wire(
    'token-of-another-consent',
    'The token answer names another consent than the one that was pushed',
    'UAE-TOK-022',
    onObject(isToken, [200], (body) => {
      const details = otherConsent(body.authorization_details)
      return details === undefined ? undefined : { ...body, authorization_details: details }
    }),
  ),
  wire(
    'callback-with-another-iss',
    'The way back to the client names another issuer',
    'UAE-CBK-006',
    (answer, asked) => {
      const location = headerOf(answer.headers, 'location')
      if (!isAuthorization(asked) || location === undefined) return answer
      const changed = otherIssuer(location)
      return changed === undefined ? answer : { ...answer, headers: withHeader(answer.headers, 'location', changed) }
    },
  ),
]
