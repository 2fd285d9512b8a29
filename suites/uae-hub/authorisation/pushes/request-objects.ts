import { cite } from '../../cite.ts'
import type { PushRule } from './push-rule.ts'
import { claims, either, form, refused } from './row.ts'

const claimsIn = (request: string | undefined): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(request?.split('.')[1] ?? '', 'base64url').toString())

const asFields = (request: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(claimsIn(request)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  )

const pushed = 'urn:ietf:params:oauth:request-uri:mizan'

/** What is pushed, and how: the form, the signature, and for whom the request object is. */
export const requestObjects: readonly PushRule[] = [
  {
    id: 'UAE-PAR-004',
    level: 'SHOULD',
    title: 'A push comes as a form, and no other media type gives a request_uri that leads to a code',
    cites: [cite.authorizationEndpoints('POST /par, requestBody'), cite.rfc('9126 §2.1')],
    defects: ['json-push-accepted'],
    scenario: 'push-json',
    what: 'their media type',
    rows: [refused('a JSON body', { mediaType: 'application/json' })],
  },
  {
    id: 'UAE-PAR-005',
    level: 'MUST',
    title: 'A push without a request object leads to no code',
    cites: [cite.authorizationEndpoints('PushedAuthorizationRequestBody, required'), cite.rfc('9101 §5')],
    defects: ['push-without-request-accepted'],
    scenario: 'push-nothing',
    what: 'having no request object',
    rows: [
      refused(
        'no request',
        form(() => ({ request: undefined })),
      ),
    ],
  },
  {
    // A request_uri in either place is refused by RFC 9126 §2.1 and RFC 9101 §4.
    id: 'UAE-PAR-006',
    level: 'MUST',
    title: 'A push says everything in its request object: neither loose parameters nor a request_uri lead to a code',
    cites: [cite.guide('security/fapi/index.md, signed requests'), cite.rfc('9126 §2.1'), cite.rfc('9101 §4')],
    defects: ['loose-parameters-accepted', 'pushed-request-uri-accepted'],
    scenario: 'push-loose-parameters',
    what: 'what lies outside of the request object',
    rows: [
      refused(
        'all parameters as form fields',
        form(({ request }) => ({ ...asFields(request), request: undefined })),
      ),
      refused(
        'request_uri as a form field',
        form(() => ({ request: undefined, request_uri: pushed })),
      ),
      refused('request_uri inside the request object', claims({ request_uri: pushed })),
      either(
        'request_uri beside the request object',
        form(() => ({ request_uri: pushed })),
      ),
    ],
  },
  {
    id: 'UAE-PAR-008',
    level: 'MUST',
    title: 'Only a request object that a key of the client signed with PS256 leads to a code',
    cites: [cite.articles('jwt-claims, JOSE header'), cite.rfc('9101 §6.2'), cite.rfc('9126 §2.1')],
    defects: ['request-object-unverified'],
    scenario: 'push-spoiled-signatures',
    what: 'the signature of the request object',
    rows: [
      refused('broken signature', { signing: 'broken' }),
      refused('RS256', { signing: 'RS256' }),
      refused('unsigned', { signing: 'none' }),
      refused('unknown kid', { signing: 'unknown-kid' }),
      refused('foreign key', { signing: 'foreign-key' }),
    ],
  },
  {
    // An aud left out and a list that holds the issuer are legal by RFC 9101 §4 and the OpenAPI document.
    id: 'UAE-PAR-009',
    level: 'MUST',
    title: 'A request object for another audience than the issuer leads to no code',
    cites: [cite.articles('jwt-claims, aud'), cite.rfc('9101 §10.4')],
    defects: ['request-audience-ignored'],
    scenario: 'push-other-audiences',
    what: 'the aud of the request object',
    rows: [
      refused('aud of another server', claims({ aud: 'https://other.example' })),
      refused('aud of the token endpoint', ({ token }) => claims({ aud: token })),
      refused('aud of the PAR endpoint', ({ par }) => claims({ aud: par })),
      either('no aud', claims({ aud: undefined })),
      either(
        'aud as a list',
        claims(({ aud }) => ({ aud: [aud] })),
      ),
    ],
  },
  {
    id: 'UAE-PAR-010',
    level: 'MUST',
    title: 'A request object names in iss and client_id the client that pushes it',
    cites: [cite.articles('jwt-claims, iss and client_id'), cite.rfc('9126 §2.1'), cite.rfc('9101 §6.3')],
    defects: ['request-of-another-client-accepted'],
    scenario: 'push-for-another-client',
    what: 'the client of the request object',
    rows: [
      refused('another iss', claims({ iss: 'somebody-else' })),
      refused('another client_id', claims({ client_id: 'somebody-else' })),
    ],
  },
]
