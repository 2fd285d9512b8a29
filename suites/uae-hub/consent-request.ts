import type { ConsentNeed } from '../../engine/session.ts'
import type { FapiFacts } from '../../engine/standard.ts'

/** Life of a consent that a run asks for, in seconds: one day, so that what a broken run leaves behind ends soon. */
const life = 24 * 60 * 60

/** The `type` of the authorization details for data sharing, in version 2.1. */
export const consentType = 'urn:openfinanceuae:account-access-consent:v2.1'

/** Members of the consent object that a need may leave out. */
const optional = (need: ConsentNeed): Readonly<Record<string, unknown>> => ({
  ...(need.baseConsentId !== undefined && { BaseConsentId: need.baseConsentId }),
  ...(need.fromDate !== undefined && { FromDate: need.fromDate }),
  ...(need.toDate !== undefined && { ToDate: need.toDate }),
  ...(need.accountSubTypes !== undefined && { AccountSubType: need.accountSubTypes }),
})

/** An authorization request for bank data sharing. */
export const consentRequest: FapiFacts['consentRequest'] = (need: ConsentNeed, { now, consentId }) => ({
  scope: 'accounts openid',
  authorizationDetails: [
    {
      type: consentType,
      consent: {
        ConsentId: consentId,
        ExpirationDateTime: new Date(now.getTime() + (need.expiresIn ?? life) * 1000).toISOString(),
        Permissions: need.permissions,
        ...optional(need),
        OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
      },
      ...(need.webhook !== undefined && { subscription: { Webhook: { Url: need.webhook, IsActive: true } } }),
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
