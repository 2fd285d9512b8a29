import type { Correction } from './correction.ts'
import type { Edit } from './edit.ts'

const schemas = '/components/schemas'
const schema = (name: string) => ({ $ref: `#${schemas}/${name}` })
const [accounts, authorization, payments] = ['account-information', 'authorization-endpoints', 'bank-initiation'].map(
  (name) => `standards/${name}`,
) as [string, string, string]
const insurance = 'standards/insurance'
const consentManager = 'api-hub/consent-manager'
const consentEvents = 'ozone-connect/consent-events-actions'
const caap = 'ozone-connect/caap-operations'

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
const quoteStates = [
  'ApplicationApproved',
  'ApplicationPending',
  'Available',
  'Completed',
  'CustomerCancelled',
  'Expired',
  'KYCCaptured',
  'LFICancelled',
  'PaymentRequired',
  'PolicyIssued',
  'Rejected',
]
const insuranceKinds = ['employment', 'health', 'home', 'life', 'motor', 'renters', 'travel']

const together = (name: string): Edit => ({ together: `${schemas}/${name}` })
const toAnyOf = (name: string): Edit => ({ rename: `${schemas}/${name}/oneOf`, to: 'anyOf' })

/** Every known defect of the published documents, in the order in which they are corrected. */
export const corrections: readonly Correction[] = [
  {
    id: 'UAE-SCH-001',
    documents: [accounts],
    reason:
      'A closed branch beside the registered claims forbids iss, exp and nbf, so that no signed body can be valid.',
    edits: closedSignedSchemas.map(
      (name): Edit => ({ remove: `${schemas}/${name}/allOf/1/additionalProperties`, was: false }),
    ),
  },
  {
    id: 'UAE-SCH-002',
    documents: [authorization],
    reason: 'A closed wrapper without members of its own forbids the members of the error that it includes.',
    edits: [{ remove: `${schemas}/OAuthBadRequestErrorResponse/additionalProperties`, was: false }],
  },
  {
    id: 'UAE-SCH-003',
    documents: [authorization],
    reason:
      'An answer without refresh_token fits two of the three bodies, which oneOf forbids; the grant decides which.',
    edits: [{ rename: '/paths/~1token/post/responses/200/content/application~1json/schema/oneOf', to: 'anyOf' }],
  },
  {
    id: 'UAE-SCH-004',
    documents: [authorization],
    reason: 'The answer to a refresh may bring a new refresh token, but its closed schema has no such member.',
    edits: [
      { set: `${schemas}/AERefreshTokenGrantTokenResponseProperties/properties/refresh_token`, to: { type: 'string' } },
    ],
  },
  {
    id: 'UAE-SCH-005',
    documents: [
      'standards/account-opening-service-initiation',
      'standards-v2.0/account-opening-service-initiation',
      'standards/fx-service-initiation',
      insurance,
    ],
    reason: 'The JSON body of a server error has the schema of the signed one; it is judged by the unsigned schema.',
    edits: [
      {
        set: '/components/responses/500Error/content/application~1json/schema',
        was: schema('AEError500ResponseBodySigned'),
        to: schema('AEError500ResponseBody'),
      },
    ],
  },
  {
    id: 'UAE-SCH-006',
    documents: [payments],
    reason: 'The URI of a payment is longer than the 40 characters that its header is given.',
    edits: [{ remove: '/components/headers/Location/schema/maxLength', was: 40 }],
  },
  {
    id: 'UAE-SCH-007',
    documents: [payments],
    reason: 'Bounds of a number on a string, which JSON Schema ignores.',
    harmless: [`${schemas}/AEPaymentTransactionId`],
  },
  {
    id: 'UAE-SCH-008',
    documents: [authorization],
    reason: 'The value is written as it looks inside a form, and has to be compared after decoding.',
    edits: assertionTypeHolders.map(
      (name): Edit => ({
        set: `${schemas}/${name}/properties/client_assertion_type/enum/0`,
        was: 'urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer',
        to: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      }),
    ),
  },
  {
    id: 'UAE-SCH-009',
    documents: [payments],
    reason: 'The body is a JWT and its schema that of the message alone; with the claims around it, it is read too.',
    edits: [
      {
        either: '/components/responses/200IdempotencyKeyQuery/content/application~1jwt/schema',
        or: {
          allOf: [
            schema('AEJwt'),
            { type: 'object', required: ['message'], properties: { message: schema('AEIdempotencyKeyQuery') } },
          ],
        },
      },
    ],
  },
  {
    id: 'UAE-PAR-001',
    documents: [authorization],
    reason: 'RFC 9126 §2.2 has a push answered with 201; the document knows 200 only. Both are accepted.',
    edits: [{ copy: '/paths/~1par/post/responses/200', to: '/paths/~1par/post/responses/201' }],
  },
  {
    id: 'UAE-TOK-011',
    documents: [authorization],
    reason: 'RFC 6749 §5.2 lets a failed client authentication be answered with 401; the document knows 400 only.',
    edits: ['/paths/~1par', '/paths/~1token'].map(
      (path): Edit => ({ copy: `${path}/post/responses/400`, to: `${path}/post/responses/401` }),
    ),
  },
  {
    id: 'UAE-TOK-012',
    documents: [authorization],
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
    documents: [authorization],
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
    id: 'UAE-DOC-001',
    documents: [consentManager, consentEvents],
    reason: 'A consent is closed beside a closed base, so that each forbids what the other requires; closed as one.',
    edits: [
      'AEAccountAccessConsentBody/properties/Data',
      'AEInsuranceConsentBody/properties/Data',
      'AuthorizationDetailsDataSharingConsent',
    ].map(together),
  },
  {
    id: 'UAE-DOC-002',
    documents: [insurance],
    reason: 'The closed quote forbids the status that every state of it requires; the two are closed as one.',
    edits: ['AEHealthInsuranceQuoteRead', 'AEInsuranceQuoteRead'].flatMap((name) =>
      quoteStates.map((state) => together(`${name}${state}ResponseProperties`)),
    ),
  },
  {
    id: 'UAE-DOC-003',
    documents: [insurance],
    reason:
      'The answer to a change of a quote is JSON and its schema that of a JWT; the message alone and the JWT are read too.',
    edits: insuranceKinds.flatMap((kind): readonly Edit[] => {
      const content = `/paths/~1${kind}-insurance-quotes~1{QuoteId}/patch/responses/200/content`
      const signed = `${content}/application~1json/schema`
      return [
        { copy: `${content}/application~1json`, to: `${content}/application~1jwt` },
        { either: signed, or: { $ref: `#${signed}/anyOf/0/properties/message` } },
      ]
    }),
  },
  {
    id: 'UAE-DOC-004',
    documents: [caap],
    reason: 'Nothing that is required tells the alternatives apart, and oneOf forbids what fits two of them.',
    edits: [
      'OzoneConnectConsentEventActionAPIs.AuthorizationDetails',
      'OzoneConnectConsentEventActionAPIs.cbuaeConsentBody',
    ].map(toAnyOf),
  },
  {
    id: 'UAE-DOC-005',
    documents: ['ozone-connect/insurance'],
    reason: 'A person with an Emirates ID and a passport fits all three alternatives, which oneOf forbids.',
    edits: [toAnyOf('AEInsurance.AEInsuranceIdentityTypes')],
  },
  {
    id: 'UAE-DOC-006',
    documents: [consentManager, consentEvents],
    reason: 'Only the type tells the alternatives apart, which RFC 9396 §2 requires and the document does not.',
    harmless: [`${schemas}/AuthorizationDetails`],
  },
  {
    id: 'UAE-DOC-007',
    documents: ['standards/webhook-template'],
    reason: 'The event is shown as it is after decryption; nobody is judged by it as JSON.',
    harmless: ['/paths/~1/post/requestBody/content/application~1json'],
  },
  {
    id: 'UAE-SCH-011',
    documents: 'any',
    reason: 'A pattern whose backslashes were escaped twice demands a backslash and matches nothing that is meant.',
    everywhere: 'doubled-backslashes',
  },
  {
    id: 'UAE-SCH-014',
    documents: 'known',
    reason: 'RFC 7519 §4 has unknown claims ignored and lets aud be one string or a list.',
    everywhere: 'registered-claims',
  },
]
