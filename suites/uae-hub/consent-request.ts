import type { ConsentNeed } from '../../engine/session.ts'
import type { Standard } from '../../engine/standard.ts'

/** Life of a consent that a run asks for, in milliseconds: one day, so that what a broken run leaves behind ends soon. */
const life = 24 * 60 * 60 * 1000

/** The `type` of the authorization details for data sharing, in version 2.1. */
export const consentType = 'urn:openfinanceuae:account-access-consent:v2.1'

/** An authorization request for bank data sharing. */
export const consentRequest: Standard['consentRequest'] = (need: ConsentNeed, { now, consentId }) => ({
  scope: 'accounts openid',
  authorizationDetails: [
    {
      type: consentType,
      consent: {
        ConsentId: consentId,
        ExpirationDateTime: new Date(now.getTime() + life).toISOString(),
        Permissions: need.permissions,
        ...(need.fromDate === undefined ? {} : { FromDate: need.fromDate }),
        ...(need.toDate === undefined ? {} : { ToDate: need.toDate }),
        OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
      },
    },
  ],
})

/** How a client ends a consent. */
export const revocation = (
  consentId: string,
): { readonly operation: string; readonly path: Readonly<Record<string, string>>; readonly body: string } => ({
  operation: 'PATCH /account-access-consents/{ConsentId}',
  path: { ConsentId: consentId },
  body: JSON.stringify({ Data: { Status: 'Revoked', RevokedBy: 'TPP' } }),
})
