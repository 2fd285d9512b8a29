import type { Correction } from './correction.ts'
import type { Edit } from './edit.ts'

const schemas = '/components/schemas'
const decodedAssertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const encodedAssertionType = 'urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer'
const assertionTypeHolders = [
  'AEPushedAuthorizationRequestsV21.PushedAuthorizationRequestBody',
  'AuthorizationCodeGrantTokenRequestProperties',
  'ClientCredentialsGrantTokenRequestProperties',
  'RefreshTokenGrantTokenRequestProperties',
]
const tokenAnswers = [
  'AEAuthorizationCodeGrantTokenResponseProperties',
  'AEClientCredentialsGrantTokenResponseProperties',
  'AERefreshTokenGrantTokenResponseProperties',
]

/** Defects of the authorization endpoints, v2.1 errata 2. */
export const authorizationEndpoints: readonly Correction[] = [
  {
    id: 'UAE-SCH-002',
    contract: 'authorization-endpoints',
    reason: 'A closed wrapper without members of its own forbids the members of the error that it includes.',
    edits: [{ remove: `${schemas}/OAuthBadRequestErrorResponse/additionalProperties`, was: false }],
  },
  {
    id: 'UAE-SCH-003',
    contract: 'authorization-endpoints',
    reason:
      'An answer without refresh_token fits two of the three bodies, which oneOf forbids; the grant decides which.',
    edits: [{ rename: '/paths/~1token/post/responses/200/content/application~1json/schema/oneOf', to: 'anyOf' }],
  },
  {
    id: 'UAE-SCH-004',
    contract: 'authorization-endpoints',
    reason: 'The answer to a refresh may bring a new refresh token, but its closed schema has no such member.',
    edits: [
      { set: `${schemas}/AERefreshTokenGrantTokenResponseProperties/properties/refresh_token`, to: { type: 'string' } },
    ],
  },
  {
    id: 'UAE-SCH-008',
    contract: 'authorization-endpoints',
    reason: 'The value is written as it looks inside a form, and has to be compared after decoding.',
    edits: assertionTypeHolders.map(
      (name): Edit => ({
        set: `${schemas}/${name}/properties/client_assertion_type/enum/0`,
        was: encodedAssertionType,
        to: decodedAssertionType,
      }),
    ),
  },
  {
    id: 'UAE-PAR-001',
    contract: 'authorization-endpoints',
    reason: 'RFC 9126 §2.2 has a push answered with 201; the document knows 200 only. Both are accepted.',
    edits: [{ copy: '/paths/~1par/post/responses/200', to: '/paths/~1par/post/responses/201' }],
  },
  {
    id: 'UAE-TOK-011',
    contract: 'authorization-endpoints',
    reason: 'RFC 6749 §5.2 lets a failed client authentication be answered with 401; the document knows 400 only.',
    edits: ['/paths/~1par', '/paths/~1token'].map(
      (path): Edit => ({ copy: `${path}/post/responses/400`, to: `${path}/post/responses/401` }),
    ),
  },
  {
    id: 'UAE-TOK-012',
    contract: 'authorization-endpoints',
    reason: 'RFC 6749 §5.1 compares the value of token_type without regard to letter case.',
    edits: tokenAnswers.map(
      (name): Edit => ({
        set: `${schemas}/${name}/properties/token_type`,
        was: { enum: ['Bearer'], type: 'string' },
        to: { type: 'string', pattern: '^[Bb][Ee][Aa][Rr][Ee][Rr]$' },
      }),
    ),
  },
  {
    id: 'UAE-TOK-010',
    contract: 'authorization-endpoints',
    reason:
      'RFC 9101, 9126 and 9396 register error codes that the enumeration lacks; the rule itself judges the value.',
    edits: [
      {
        remove: `${schemas}/OAuthErrorCodes/enum`,
        was: [
          'invalid_request',
          'invalid_client',
          'invalid_grant',
          'unauthorized_client',
          'unsupported_grant_type',
          'invalid_scope',
        ],
      },
    ],
  },
]
