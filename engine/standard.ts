import type { Contract } from './contract.ts'
import type { Exchange } from './exchange.ts'
import type { Rule } from './rule.ts'
import type { Scenario } from './scenario.ts'
import type { CallOptions, ConsentNeed } from './session.ts'

export interface Suite {
  /** `uae-hub/bank-data-sharing` */
  readonly id: string
  readonly title: string
  /** Operations whose exchanges are judged under this suite. */
  readonly operations: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: scenarios of a suite return different evidence.
  readonly scenarios: readonly Scenario<any>[]
  readonly rules: readonly Rule[]
}

/** A requirement without a rule, and why. */
export interface Exclusion {
  readonly requirement: string
  readonly state: 'planned' | 'excluded' | 'kept' | 'observed'
  readonly reason: string
}

export interface Requirement {
  readonly id: string
  readonly standard: string
  readonly area: string
  readonly level: Level
  readonly statement: string
  readonly source: string
}

type Level = 'MUST' | 'SHOULD' | 'MAY'

/** A member of a body, query, header or form that holds personal data. `path` is dotted, `*` matches one step, `**` any number. */
export interface PersonalPlace {
  readonly path: string
  readonly kind: string
}

/** What an authorization request says beside what every one says. */
export interface AuthorizationFacts {
  readonly scope: string
  /** RFC 9396. */
  readonly authorizationDetails?: readonly Readonly<Record<string, unknown>>[]
  /** The OpenID Connect parameter of that name. */
  readonly claims?: Readonly<Record<string, unknown>>
}

/** What of a run concerns the consents that it asks for: the samples of its profile, and what that claims. */
export interface Lodged {
  readonly now: Date
  readonly samples: Readonly<Record<string, string>>
  readonly claims: readonly string[]
}

/** What a standard asks of clients whose APIs stand behind a FAPI authorization server. */
export interface FapiFacts {
  /** Scope of the client-credentials token for the API of a contract, by its name. */
  readonly clientScope: (contract: string) => string
  /** What the authorization request has to say for a need. `consentId` is fresh, or that of `consentCall`. */
  readonly consentRequest: (
    need: ConsentNeed,
    given: { readonly now: Date; readonly consentId: string },
  ) => AuthorizationFacts
  /**
   * How a consent comes into being by a call of its own (FAPI 1.0 with an intent id): the request object is then signed and
   * handed over by value, with `response_type` `code id_token`. Without it consents are part of a pushed request (FAPI 2.0).
   */
  readonly consentCall?: {
    /** Called with a client-credentials token. */
    readonly operation: (need: ConsentNeed) => string
    readonly body: (need: ConsentNeed, given: Lodged) => CallOptions['body']
    readonly headers?: (need: ConsentNeed) => Readonly<Record<string, string>>
    readonly consentId: (answer: Exchange) => string | undefined
  }
  /** The need of a push that is made for its own sake. */
  readonly smallestNeed: ConsentNeed
  /** How a consent that the run made is revoked at its end. `variant` is the profile's, undefined for the first. */
  readonly revocation?: (
    consentId: string,
    variant: string | undefined,
  ) => {
    readonly operation: string
    readonly path: Readonly<Record<string, string>>
    /** JSON; none where the method alone says it. */
    readonly body?: string
  }
}

/** What a profile may claim. */
export interface Capability {
  readonly title: string
  readonly operations: readonly string[]
  /** The contract whose base URL (`resources`) it takes: without one it counts as claimed only where the profile says so. */
  readonly api?: string
}

/** A value that a profile may give under `samples`. */
export interface Sample {
  /** In a few words that follow "It is". */
  readonly is: string
  /** What suites rely on, and how a message names it. Any text, unless said. */
  readonly form?: { readonly pattern: RegExp; readonly expected: string }
}

/** Where verdicts of rules on every exchange are shown that belong to no operation of a suite. */
export const everyExchange = (standard: string): string => `${standard}/every-exchange`

/** What a market publishes, as the engine sees it. */
export interface Standard {
  readonly id: string
  readonly title: string
  readonly variants: readonly [string, ...string[]]
  /** Contracts by name, with the base path that the standard gives each API. Loaded on first use. */
  readonly contracts: (variant: string) => readonly Contract[]
  /** What a profile may claim, and the operations that each claim covers. */
  readonly capabilities: Readonly<Record<string, Capability>>
  /** What a profile may give under `samples`, by name: any name, unless said. */
  readonly samples?: Readonly<Record<string, Sample>>
  readonly suites: readonly Suite[]
  /** Rules on every exchange; shown under the suite that owns the operation. */
  readonly rules: readonly Rule[]
  readonly personal: readonly PersonalPlace[]
  /** Names of headers and parameters, in lower case, that an API's own document calls credentials, beside those that everybody knows. */
  readonly credentials?: readonly string[]
  /** How its clients get in; undefined where headers alone open an API. */
  readonly fapi?: FapiFacts
  readonly requirements: () => readonly Requirement[]
  readonly exclusions: () => readonly Exclusion[]
}
