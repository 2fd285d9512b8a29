import type { Credentials, Exchange } from './exchange.ts'

/** Ends a scenario without evidence: the occasion failed to come. Its rules become `inconclusive`, never findings. */
export class Inconclusive extends Error {
  override readonly name = 'Inconclusive'
}

export interface CallOptions {
  /** What the request is for; `good call` unless said. */
  readonly purpose?: string
  /** Values of the path template's parameters, not yet encoded. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Added to the usual headers, or instead of them; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Which token to present. `user` where the scenario uses a consent, else `client`. `first` is the consent's first token, never refreshed. */
  readonly token?: Credentials['token']
  readonly certificate?: Credentials['certificate']
  /** Another method than the operation's. */
  readonly method?: string
  readonly body?: { readonly text: string; readonly mediaType: string }
  /** A 429 is the evidence here and is not waited out. */
  readonly expects429?: true
}

/** How a JWT of the client is signed, or spoiled. */
export type Signing = 'PS256' | 'RS256' | 'none' | 'broken' | 'unknown-kid' | 'foreign-key'

type Claims = Readonly<Record<string, unknown>>

export interface PushOptions {
  readonly purpose: string
  /** Changes the claims of the request object before it is signed. */
  readonly claims?: (claims: Claims) => Claims
  readonly signing?: Signing
  /** Changes the form that is posted: `client_assertion_type`, `client_assertion`, `request`. */
  readonly form?: (form: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** Changes the client assertion. */
  readonly assertion?: { readonly claims?: (claims: Claims) => Claims; readonly signing?: Signing }
}

/** A pushed authorization request and what came of it. */
export interface Push {
  readonly consentId: string
  /** The claims of the request object as they were signed. */
  readonly claims: Claims
  readonly par: Exchange
  readonly requestUri?: string
  /** Seconds. */
  readonly expiresIn?: number
}

/** What the authorization endpoint made of a `request_uri`. */
export interface Authorisation {
  /** `code`: it redirected with a code. `error`: an error page or an error redirect. `page`: a page that the run could not take further. */
  readonly outcome: 'code' | 'error' | 'page'
  /** Where the user agent came back to the client, and with which parameters of the query; `code` itself is kept out. */
  readonly callback?: {
    readonly parameters: Readonly<Record<string, string>>
    /** Names of the parameters in the fragment. */
    readonly fragment: readonly string[]
    /** The address without query and fragment. */
    readonly to: string
    readonly withCode: boolean
  }
  readonly exchanges: readonly Exchange[]
}

/** What a consent has to hold. Equal needs share one consent, and one journey of the user. */
export interface ConsentNeed {
  readonly permissions: readonly string[]
  /** First and last day of the data, as full-date. */
  readonly fromDate?: string
  readonly toDate?: string
  /** The consent must permit nothing else: something is expected to be refused. */
  readonly only?: true
  /** The scenario will spoil the consent: it gets one that nobody else uses. */
  readonly own?: true
}

/** A consent that a user gave, and all that was said on the way. */
export interface Journey {
  readonly push: Push
  readonly authorisation: Authorisation
  readonly token: Exchange
  readonly consentId: string
  readonly need: ConsentNeed
}

/** What a scenario may do. It never sees a credential. */
export interface Session {
  readonly now: () => Date
  readonly limits: {
    /** Pages of a walk. */
    readonly pages: number
    /** Requests of an agreed burst. */
    readonly burst: number
    /** Seconds added to a lifetime before the run relies on its having ended. */
    readonly clockTolerance: number
    /** Seconds for which a change of state may take to show. */
    readonly settle: number
  }
  /** Makes one call of a contract's operation. Throws `Inconclusive` when no answer comes. */
  readonly call: (operation: string, options?: CallOptions) => Promise<Exchange>
  /** Follows a link that an answer gave. Throws `Inconclusive` when it leads to an origin that the profile does not name. */
  readonly follow: (link: string, from: Exchange, options?: CallOptions) => Promise<Exchange>
  /** The discovery document and the key set, as the run read them at its start. */
  readonly discovery: () => Promise<Exchange>
  readonly jwks: () => Promise<Exchange>
  /** Asks for a client-credentials token; `scope` is the standard's unless said, `as` the first client. */
  readonly clientToken: (options?: {
    readonly scope?: string
    readonly purpose?: string
    readonly as?: 'own' | 'second'
  }) => Promise<Exchange>
  /** The consent of this scenario (`uses`), with the journey by which it came. */
  readonly journey: () => Promise<Journey>
  /** The id of the consent of this scenario (`uses`), whether a user gave it in this run or long before. */
  readonly consentId: () => Promise<string>
  readonly push: (options: PushOptions) => Promise<Push>
  /** Takes a `request_uri` to the authorization endpoint, and through log-in and consent where the profile can. */
  readonly authorise: (push: Push, purpose: string) => Promise<Authorisation>
  /** Waits, for slow scenarios. Ends early with `Inconclusive` when the run is interrupted. */
  readonly wait: (milliseconds: number) => Promise<void>
}
