import type { Credentials, Exchange } from './exchange.ts'

/** Ends a scenario without evidence: the occasion failed to come. Its rules become `inconclusive`, never findings. */
export class Inconclusive extends Error {
  override readonly name: string = 'Inconclusive'
}

/**
 * No answer came to a request without the client's own certificate: the server broke off the handshake, or closed the
 * connection afterwards, which is how TLS 1.3 lets a certificate be refused. The host has answered others in this run.
 */
export class ConnectionRefused extends Inconclusive {
  override readonly name = 'ConnectionRefused'
}

export interface CallOptions {
  /** What the request is for; `good call` unless said. */
  readonly purpose?: string
  /** Values of the path template's parameters, not yet encoded. */
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** The query as it stands behind the question mark, for one that is no list of names and values; after `query`. */
  readonly search?: string
  /** Added to the usual headers, or instead of them; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Which token to present. `user` where the scenario uses a consent, else `client`. `first` is the consent's first token, never refreshed. */
  readonly token?: Exclude<Credentials['token'], 'other'>
  /** Presents the access token of this answer of the token endpoint instead; recorded as the token `other`. */
  readonly bearer?: Exchange
  readonly certificate?: Credentials['certificate']
  /** Another method than the operation's. */
  readonly method?: string
  readonly body?: SentBody
  /** A body that the client signs, instead of `body`. */
  readonly signed?: SignedBody
  /** A 429 is the evidence here and is not waited out. */
  readonly expects429?: true
}

/** How a JWT of the client is signed, or spoiled. `HS256`: with the client's public key as the secret. */
export type Signing = 'PS256' | 'RS256' | 'HS256' | 'none' | 'broken' | 'unknown-kid' | 'foreign-key'

type Claims = Readonly<Record<string, unknown>>

/** A body as it is sent; `detached` adds its signature as the header `x-jws-signature` (RFC 7515 appendix F). */
export interface SentBody {
  readonly text: string
  readonly mediaType: string
  readonly detached?: {
    /** Members of the protected header beside `alg` and `kid`; those named in `crit` are taken as understood. */
    readonly header: (given: { readonly now: Date; readonly clientId: string }) => Readonly<Record<string, unknown>>
    readonly signing?: Signing
    /** Signs another text than the one that is sent. */
    readonly over?: string
  }
}

/** A body that the client signs: a compact JWS whose claim `message` it is, with iss, aud (the issuer), iat, nbf and exp. */
export interface SignedBody {
  readonly message: unknown
  readonly mediaType: string
  readonly signing?: Signing
  /** Changes the claims, `message` among them, before they are signed. */
  readonly claims?: (claims: Claims) => Claims
  /** Changes the JWS after it was signed. */
  readonly change?: (jws: string) => string
}

/** Who speaks at the authorization server: which client, and with which certificate. */
export interface As {
  /** `own` unless said. */
  readonly as?: 'own' | 'second'
  /** That of the client unless said. */
  readonly certificate?: Credentials['certificate']
}

export interface PushOptions extends As {
  readonly purpose: string
  /** What the consent holds; that of the scenario (`uses`) unless said, else the standard's smallest. */
  readonly need?: ConsentNeed
  /** Changes the claims of the request object before it is signed. */
  readonly claims?: (claims: Claims) => Claims
  readonly signing?: Signing
  /** Changes the form that is posted: `client_assertion_type`, `client_assertion`, `request`. */
  readonly form?: (form: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** Changes the client assertion. */
  readonly assertion?: { readonly claims?: (claims: Claims) => Claims; readonly signing?: Signing }
  /** Another method or media type than a form that is posted. */
  readonly method?: string
  readonly mediaType?: string
}

/** How a request to the token endpoint differs from a good one. */
export interface GrantOptions extends As {
  readonly purpose: string
  /** Changes the form that is posted, client assertion included. */
  readonly form?: (form: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** Changes the client assertion. */
  readonly assertion?: PushOptions['assertion']
  /** Another method or media type than a form that is posted. */
  readonly method?: string
  readonly mediaType?: string
}

/** How an authorization request differs from a good one. */
export interface AuthoriseOptions {
  /** Changes the query of the authorization request: `client_id`, `request_uri`. */
  readonly query?: (query: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  /** The user declines: the profile's `authorisation.decline` is filled in instead of `authorisation.forms`. */
  readonly decline?: true
  /** The user types a password that is nobody's. */
  readonly wrongPassword?: true
  /** Stops at the first page, before anybody logs in. */
  readonly stop?: 'first-page'
}

/** A pushed authorization request and what came of it. */
export interface Push {
  readonly consentId: string
  /** The claims of the request object as they were signed. */
  readonly claims: Claims
  /** The push itself, or the creation of the consent where a standard has no pushes. */
  readonly par: Exchange
  readonly requestUri?: string
  /** Seconds. */
  readonly expiresIn?: number
}

/** What the authorization endpoint made of a `request_uri`. */
export interface Authorisation {
  /** `code`: it redirected with a code. `error`: an error page or an error redirect. `page`: a page that the run could not take further. */
  readonly outcome: 'code' | 'error' | 'page'
  /** Where the user agent came back to the client, and with which parameters; `code` and `id_token` themselves are kept out. */
  readonly callback?: {
    readonly parameters: Readonly<Record<string, string>>
    /** Names of the parameters in the fragment; where the response type puts the answer there, it is in `parameters` too. */
    readonly fragment: readonly string[]
    /** The address without query and fragment. */
    readonly to: string
    readonly withCode: boolean
  }
  readonly exchanges: readonly Exchange[]
}

export interface HandshakeOptions {
  readonly purpose: string
  /** An address whose host is one of the target's. */
  readonly url: string
  /** The only version that is offered; what the client offers by itself unless said. */
  readonly version?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
  /** The only cipher suites that are offered, by OpenSSL's names. */
  readonly ciphers?: readonly string[]
  readonly certificate?: Credentials['certificate']
}

/** How a TLS handshake went: evidence beside exchanges. */
export interface Handshake {
  readonly host: string
  readonly purpose: string
  /** `refused`: by an alert or a close after our hello. `untrusted`: the certificate of the server did not hold. */
  readonly outcome: 'agreed' | 'refused' | 'untrusted'
  readonly protocol?: string
  readonly cipher?: string
  /** The alert or error that ended it. */
  readonly reason?: string
}

/** What a consent has to hold. Equal needs share one consent, and one journey of the user. */
export interface ConsentNeed {
  readonly permissions: readonly string[]
  /** First and last day of the data, as full-date. */
  readonly fromDate?: string
  readonly toDate?: string
  /** Kinds of account that it is confined to, by the standard's names. */
  readonly accountSubTypes?: readonly string[]
  /** The consent that it renews. */
  readonly baseConsentId?: string
  /** Seconds from the push to its end; the standard's usual life unless said. */
  readonly expiresIn?: number
  /** Where events about it are to be sent. */
  readonly webhook?: string
  /**
   * What it permits to pay, where it is a consent to pay: an amount in the money of the market, at once or that many days
   * ahead. Nobody gives it back.
   */
  readonly payment?: { readonly amount: string; readonly inDays?: number }
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

/** Where the target's events arrive while a scenario goes on. */
export interface Inbox {
  /** The address to subscribe with: below the profile's `events.url`, and this inbox's alone. */
  readonly url: string
  /** Seconds for which `deliveries` waits at most: `events.wait` of the profile. */
  readonly seconds: number
  /** Why the address did not lead back here when this run called it itself; the target may reach it all the same. */
  readonly fault?: string
  /**
   * Waits until what has come is enough, or until the profile's limit is over; gives back all that came here so far. In a
   * delivery the target is the client: the request is its own, the response is what the inbox answered.
   */
  readonly deliveries: (enough: (soFar: readonly Exchange[]) => boolean) => Promise<readonly Exchange[]>
  /** Listens for so many seconds, for events that are not to come. */
  readonly listen: (seconds: number) => Promise<readonly Exchange[]>
  /** Whether any delivery of the target came in this run, to whichever inbox: it can reach us. */
  readonly reached: () => boolean
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
    /** Seconds after which an authorization code that nobody used counts as over. */
    readonly codeLife: number
    /** Seconds for which a change of state may take to show. */
    readonly settle: number
  }
  /** Values that the profile gives for what the target expects to be sent, by name. */
  readonly samples: Readonly<Record<string, string>>
  /** Makes one call of a contract's operation. Throws `Inconclusive` when no answer comes. */
  readonly call: (operation: string, options?: CallOptions) => Promise<Exchange>
  /** Follows a link that an answer gave, with GET unless said. Throws `Inconclusive` when it leads to an origin that the profile does not name. */
  readonly follow: (link: string, from: Exchange, options?: CallOptions) => Promise<Exchange>
  /** The discovery document and the key set, as the run read them at its start. */
  readonly discovery: () => Promise<Exchange>
  readonly jwks: () => Promise<Exchange>
  /** Does something once in a run, however many scenarios want it, and shares what came of it. */
  readonly once: <T>(key: string, make: () => Promise<T>) => Promise<T>
  /** A request to the token endpoint: `form` holds `grant_type` and its parameters, without the client assertion. */
  readonly grant: (form: Readonly<Record<string, string>>, options: GrantOptions) => Promise<Exchange>
  /** Redeems the code of an authorisation of this session, which stays hidden. */
  readonly redeem: (authorisation: Authorisation, options: GrantOptions) => Promise<Exchange>
  /** Uses the refresh token of an answer of the token endpoint. Throws `Inconclusive` when it has none. */
  readonly refresh: (token: Exchange, options: GrantOptions) => Promise<Exchange>
  /** Shakes hands with a host of the target and says how it went; nothing is sent. Throws `Inconclusive` when it is not there. */
  readonly handshake: (options: HandshakeOptions) => Promise<Handshake>
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
  readonly authorise: (push: Push, purpose: string, options?: AuthoriseOptions) => Promise<Authorisation>
  /** Opens an inbox for events. It answers with these statuses in turn, the last one for ever; 202 unless said. Throws `Inconclusive` where the profile has no place for events. */
  readonly inbox: (options?: { readonly answers?: readonly [number, ...number[]] }) => Promise<Inbox>
  /** Waits, for slow scenarios. Ends early with `Inconclusive` when the run is interrupted. */
  readonly wait: (milliseconds: number) => Promise<void>
}
