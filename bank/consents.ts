/** States of a data-sharing consent. `Suspended` is never entered by this bank. */
type ConsentStatus = 'AwaitingAuthorization' | 'Authorized' | 'Rejected' | 'Revoked' | 'Expired' | 'Suspended'

export interface Consent {
  readonly id: string
  readonly clientId: string
  readonly type: string
  /** The `consent` object as it was pushed. */
  readonly pushed: Readonly<Record<string, unknown>>
  readonly subscription?: Readonly<Record<string, unknown>>
  readonly status: ConsentStatus
  readonly created: Date
  readonly updated: Date
  readonly revokedBy?: string
  /** Who gave it, and which accounts it covers. */
  readonly customer?: string
  readonly accounts?: readonly string[]
}

/** Consents by id. What `find` and `list` give back has its state of this moment. */
export interface Consents {
  readonly find: (id: string) => Consent | undefined
  readonly list: (clientId: string, wanted: (consent: Consent) => boolean) => readonly Consent[]
  /** Keeps a consent that was pushed; an id that exists already keeps its first content. */
  readonly lodge: (consent: Pick<Consent, 'id' | 'clientId' | 'type' | 'pushed' | 'subscription'>) => void
  /** Moves a consent on, or changes its subscription. False when it is in a state that allows no such step. */
  readonly change: (
    id: string,
    to: Partial<Pick<Consent, 'status' | 'revokedBy' | 'customer' | 'accounts' | 'subscription' | 'pushed'>>,
  ) => boolean
  /** Makes a consent wait for its user again: what no honest bank does. */
  readonly reopen: (id: string) => void
}

const next: Readonly<Record<ConsentStatus, readonly ConsentStatus[]>> = {
  AwaitingAuthorization: ['Authorized', 'Rejected', 'Revoked', 'Expired'],
  Authorized: ['Suspended', 'Expired', 'Revoked'],
  Suspended: ['Authorized', 'Expired', 'Revoked'],
  Rejected: [],
  Revoked: [],
  Expired: [],
}

const endOf = (consent: Consent): number => Date.parse(String(consent.pushed.ExpirationDateTime))

/** Keeps consents in memory; they expire by the real clock, or never. `changed` is called with each whose status changes. */
export const consentBook = ({
  neverExpires,
  changed = () => {},
}: {
  readonly neverExpires: boolean
  readonly changed?: (consent: Consent) => void
}): Consents => {
  const kept = new Map<string, Consent>()
  const find = (id: string): Consent | undefined => {
    const consent = kept.get(id)
    if (consent === undefined || neverExpires) return consent
    if (!next[consent.status].includes('Expired') || !(endOf(consent) <= Date.now())) return consent
    const expired: Consent = { ...consent, status: 'Expired', updated: new Date(endOf(consent)) }
    kept.set(id, expired)
    changed(expired)
    return expired
  }
  return {
    find,
    list: (clientId, wanted) =>
      [...kept.keys()].flatMap((id) => {
        const consent = find(id)
        return consent?.clientId === clientId && wanted(consent) ? [consent] : []
      }),
    lodge: (consent) => {
      if (kept.has(consent.id)) return
      const created = new Date()
      kept.set(consent.id, { ...consent, status: 'AwaitingAuthorization', created, updated: created })
    },
    change: (id, to) => {
      const consent = find(id)
      if (consent === undefined) return false
      if (to.status !== undefined && !next[consent.status].includes(to.status)) return false
      const after: Consent = { ...consent, ...to, ...(to.status && { updated: new Date() }) }
      kept.set(id, after)
      if (to.status !== undefined) changed(after)
      return true
    },
    reopen: (id) => {
      const consent = find(id)
      if (consent !== undefined) kept.set(id, { ...consent, status: 'AwaitingAuthorization', updated: new Date() })
    },
  }
}

const pushedMembers = [
  'BaseConsentId',
  'Permissions',
  'ExpirationDateTime',
  'FromDate',
  'ToDate',
  'AccountType',
  'AccountSubType',
  'OnBehalfOf',
  'OpenFinanceBilling',
] as const

/** The consent as the resource API and the token response show it; `self` is its absolute URL. */
export const consentBody = (consent: Consent, self: string): Readonly<Record<string, unknown>> => ({
  Data: {
    ConsentId: consent.id,
    CreationDateTime: consent.created.toISOString(),
    Status: consent.status,
    StatusUpdateDateTime: consent.updated.toISOString(),
    ...Object.fromEntries(
      pushedMembers.flatMap((name) => (name in consent.pushed ? [[name, consent.pushed[name]]] : [])),
    ),
    ...(consent.revokedBy && { RevokedBy: consent.revokedBy }),
  },
  ...(consent.subscription && { Subscription: consent.subscription }),
  Links: { Self: self },
  Meta: {},
})

/** The permissions of a consent, as strings. */
export const permissionsOf = (consent: Consent): readonly string[] =>
  Array.isArray(consent.pushed.Permissions) ? consent.pushed.Permissions.map(String) : []
