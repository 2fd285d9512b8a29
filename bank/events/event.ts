import { type Consent, consentBody } from '../consents.ts'
import { isObject } from '../policy/values.ts'

/** A change of a resource that a client may want to hear of. */
export interface BankEvent {
  readonly clientId: string
  /** The `Subscription` of the resource as it is now: `{ Webhook: { Url, IsActive } }`. */
  readonly subscription: unknown
  /** What of the resource is told in `Meta`: `{ ConsentId: … }`, `{ AccountId: … }`. */
  readonly id: Readonly<Record<string, string>>
  /** Absolute URL of the resource. */
  readonly resource: string
  /** The resource as its schema of events has it. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Where a subscription wants events to go, whether they are switched on or not; undefined for none. */
export const webhookOf = (subscription: unknown): { readonly url: string; readonly isActive: boolean } | undefined => {
  const webhook = isObject(subscription) ? subscription.Webhook : undefined
  if (!isObject(webhook) || typeof webhook.Url !== 'string') return undefined
  return { url: webhook.Url, isActive: webhook.IsActive === true }
}

/** The event of a consent whose status has changed; `self` is its absolute URL. */
export const consentEvent = (consent: Consent, self: string): BankEvent => ({
  clientId: consent.clientId,
  subscription: consent.subscription,
  id: { ConsentId: consent.id },
  resource: self,
  data: consentBody(consent, self).Data as Readonly<Record<string, unknown>>,
})
