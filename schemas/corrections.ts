import { from30, from31 } from './convert.ts'
import type { Edit } from './edit.ts'
import type { JsonObject, Schema } from './openapi.ts'

/** A known defect of a published document, and what is read instead. */
export interface Correction {
  /** Of the requirement that names the defect. */
  readonly id: string
  /** The contract that has it; `*`: any may. */
  readonly contract: string
  readonly reason: string
  /** Applied in order. An edit that no longer fits its document is an error: the document has changed. */
  readonly edits?: readonly Edit[]
  /** Applied to every schema of the document. */
  readonly everywhere?: (schema: JsonObject, openapi: string) => Schema
}

const schemas = '/components/schemas'
const stringOrList = { type: ['string', 'array'], items: { type: 'string' } }
const list = { type: 'array', items: { type: 'string' } }
const decodedAssertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const encodedAssertionType = 'urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer'

const closedSignedSchemas = [
  'AEConsentsByBaseConsentIdResponseSigned',
  'AEPatchConsentSigned',
  'AEReadAccountIdSigned',
  'AEReadAccountSigned',
  'AEReadBalanceSigned',
  'AEReadBeneficiarySigned',
  'AEReadConsentResponseSigned',
  'AEReadDirectDebitSigned',
  'AEReadProduct1Signed',
  'AEReadScheduledPaymentSigned',
  'AEReadStandingOrderSigned',
  'AEReadStatementsSigned',
  'AEReadTransactionSigned',
]

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

const doubled = /\\\\(?=[dDsSwWbB.+*?^$()[\]{}|/-])/g

/** All corrections, in the order in which they are applied. */
export const corrections: readonly Correction[] = [
  {
    id: 'UAE-SCH-001',
    contract: 'account-information',
    reason:
      'A closed branch beside the registered claims forbids iss, exp and nbf, so that no signed body can be valid.',
    edits: closedSignedSchemas.map(
      (name): Edit => ({ remove: `${schemas}/${name}/allOf/1/additionalProperties`, was: false }),
    ),
  },
  {
    id: 'UAE-SCH-014',
    contract: 'account-information',
    reason: 'RFC 7519 §4 has unknown claims ignored and lets aud be one string or a list.',
    edits: [
      { set: `${schemas}/Jwt/properties/aud`, was: list, to: stringOrList },
      ...['AEReadParty2Signed', 'AEReadParty4Signed'].flatMap((name): readonly Edit[] => [
        { remove: `${schemas}/${name}/additionalProperties`, was: false },
        { set: `${schemas}/${name}/properties/aud`, was: list, to: stringOrList },
      ]),
    ],
  },
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
  {
    id: 'UAE-SCH-011',
    contract: '*',
    reason: 'A pattern whose backslashes were escaped twice demands a backslash and matches nothing that is meant.',
    everywhere: (schema) =>
      typeof schema.pattern === 'string' && schema.pattern.search(doubled) !== -1
        ? { ...schema, pattern: schema.pattern.replace(doubled, '\\') }
        : schema,
  },
  {
    id: 'UAE-SCH-015',
    contract: '*',
    reason: 'The schemas of OpenAPI 3.0 are a dialect of their own and are read as JSON Schema 2020-12.',
    everywhere: (schema, openapi) => (openapi.startsWith('3.0.') ? from30(schema) : from31(schema)),
  },
]
