import type { Correction } from './correction.ts'
import type { Edit } from './edit.ts'

const schemas = '/components/schemas'
const stringOrList = { type: ['string', 'array'], items: { type: 'string' } }
const list = { type: 'array', items: { type: 'string' } }
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

/** Defects of the account information API, v2.1 errata 2. */
export const accountInformation: readonly Correction[] = [
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
]
