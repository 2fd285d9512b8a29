/** How a bank is started. Every member may be left out. */
export interface BankOptions {
  /** Which standard it speaks; `uae-hub` unless said. */
  readonly standard?: BankStandard
  /** Variant of that standard; its first one unless said. */
  readonly variant?: string
  /** 0 takes any free port. */
  readonly port?: number
  /** The ledger's today. Tokens and consents live by the real clock all the same. */
  readonly now?: Date
  /** Names of defects to switch on. */
  readonly defects?: readonly string[]
  /** The authorization server without the policy of the standard: what the library alone refuses. */
  readonly bare?: boolean
  /** Seconds. 600, 90 and 60 unless said. */
  readonly lifetimes?: { readonly accessToken?: number; readonly requestUri?: number; readonly code?: number }
  /** Calls of resources that one access token may make within so many seconds; 60 in 2 unless said. */
  readonly rateLimit?: RateLimit
  /** User name of the customer whom the profile logs in: `salma` unless said. */
  readonly user?: string
  /**
   * Whether money moves while somebody reads, on the first account of the first customer: before every call of a resource,
   * or every so many milliseconds. It does not unless said.
   */
  readonly movement?: 'per-call' | { readonly everyMs: number }
  /**
   * What a page further on shows when something was booked since the first one: the list as it was then, or the list as it
   * has become, with records pushed from page to page. `snapshot` unless said.
   */
  readonly paging?: Paging
  /** Whether a refresh gives a new refresh token and uses up the old one; not unless said (FAPI 2.0 §5.3.2.1). */
  readonly rotateRefreshToken?: boolean
}

/** Standards that the bank can speak. */
export const bankStandards = ['uae-hub', 'bahrain'] as const

export type BankStandard = (typeof bankStandards)[number]

/** Whether the bank speaks the standard of an id. */
export const isBankStandard = (id: string): id is BankStandard => bankStandards.some((one) => one === id)

export type Paging = 'snapshot' | 'offset'

export interface RateLimit {
  readonly requests: number
  readonly seconds: number
}

/** Seconds. */
export interface Lifetimes {
  readonly accessToken: number
  readonly requestUri: number
  readonly code: number
}

export const defaultLifetimes: Lifetimes = { accessToken: 600, requestUri: 90, code: 60 }
export const defaultRateLimit: RateLimit = { requests: 60, seconds: 2 }
