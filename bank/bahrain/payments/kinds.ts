import type { ConsentKind } from '../book.ts'

/** What sets one kind of payment apart from another. */
export interface PaymentKind {
  readonly kind: Exclude<ConsentKind, 'accounts'>
  /** Paths of its consents and of its payments. */
  readonly consents: string
  readonly payments: string
  /** Name of the id of a payment, in bodies. */
  readonly idName: string
  /** State of a payment that the bank has taken. */
  readonly taken: string
  /** Members of `Data` beside the initiation that a request for a consent has. */
  readonly more: readonly string[]
}

/** Payments at once, and on a day to come. */
export const kinds = {
  domestic: {
    kind: 'payment',
    consents: '/domestic-payment-consents',
    payments: '/domestic-payments',
    idName: 'DomesticPaymentId',
    taken: 'AcceptedSettlementInProcess',
    more: ['ReadRefundAccount', 'Authorisation', 'SCASupportData'],
  },
  future: {
    kind: 'future-payment',
    consents: '/domestic-future-dated-payment-consents',
    payments: '/domestic-future-dated-payments',
    idName: 'DomesticFutureDatedPaymentId',
    taken: 'InitiationPending',
    more: ['Permission', 'ReadRefundAccount', 'Authorisation', 'SCASupportData'],
  },
} as const satisfies Readonly<Record<string, PaymentKind>>
