import type { Json } from '../resources/money.ts'

/** States of a consent; `Revoked` of access to accounts, `Consumed` of one to pay. */
export type ConsentStatus = 'AwaitingAuthorisation' | 'Authorised' | 'Rejected' | 'Revoked' | 'Consumed'

/** What a consent permits. */
export type ConsentKind = 'accounts' | 'payment' | 'future-payment'

export interface Consent {
  readonly id: string
  readonly clientId: string
  readonly kind: ConsentKind
  /** The body that asked for it. */
  readonly asked: { readonly Data: Json; readonly Risk?: unknown }
  readonly status: ConsentStatus
  readonly created: Date
  readonly updated: Date
  /** Who gave it, which accounts it covers, and the grant behind the user's tokens. */
  readonly customer?: string
  readonly accounts?: readonly string[]
  readonly grantId?: string
}

/** A payment order that the bank took. */
export interface Order {
  readonly id: string
  readonly clientId: string
  readonly kind: Exclude<ConsentKind, 'accounts'>
  readonly consentId: string
  readonly initiation: Json
  readonly created: Date
}

/** Consents and payments by id. */
export interface Book {
  readonly find: (id: string) => Consent | undefined
  readonly ofGrant: (grantId: string) => Consent | undefined
  readonly lodge: (consent: Pick<Consent, 'id' | 'clientId' | 'kind' | 'asked'>) => Consent
  /** Moves a consent on; false when its state allows no such step. */
  readonly change: (id: string, to: Partial<Consent> & Pick<Consent, 'status'>) => boolean
  /** Puts another body in the place of the one that asked for a consent: what no honest bank does. */
  readonly replace: (id: string, asked: Consent['asked']) => void
  /** The newest consent of a client to which something applies. */
  readonly last: (clientId: string, applies: (consent: Consent) => boolean) => Consent | undefined
  readonly order: (order: Order) => void
  readonly ordered: (id: string) => Order | undefined
}

const next: Readonly<Record<ConsentStatus, readonly ConsentStatus[]>> = {
  AwaitingAuthorisation: ['Authorised', 'Rejected', 'Revoked'],
  Authorised: ['Revoked', 'Consumed'],
  Rejected: [],
  Revoked: [],
  Consumed: [],
}

/** Keeps consents and payments in memory. `mayFollow` decides which steps beside the usual ones are let through. */
export const openBook = (mayFollow: (from: ConsentStatus, to: ConsentStatus) => boolean = () => false): Book => {
  const consents = new Map<string, Consent>()
  const orders = new Map<string, Order>()
  const all = (): readonly Consent[] => [...consents.values()]
  return {
    find: (id) => consents.get(id),
    ofGrant: (grantId) => all().find((consent) => consent.grantId === grantId),
    lodge: (consent) => {
      const created = new Date()
      const kept: Consent = { ...consent, status: 'AwaitingAuthorisation', created, updated: created }
      consents.set(consent.id, kept)
      return kept
    },
    change: (id, to) => {
      const consent = consents.get(id)
      if (consent === undefined) return false
      if (!next[consent.status].includes(to.status) && !mayFollow(consent.status, to.status)) return false
      // A state that follows another one is later, also within a millisecond.
      const updated = new Date(Math.max(Date.now(), consent.updated.getTime() + 1))
      consents.set(id, { ...consent, ...to, updated })
      return true
    },
    replace: (id, asked) => {
      const consent = consents.get(id)
      if (consent !== undefined) consents.set(id, { ...consent, asked })
    },
    last: (clientId, applies) => all().findLast((consent) => consent.clientId === clientId && applies(consent)),
    order: (order) => void orders.set(order.id, order),
    ordered: (id) => orders.get(id),
  }
}
