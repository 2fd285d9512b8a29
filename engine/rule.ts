import type { Contract } from './contract.ts'
import type { Exchange } from './exchange.ts'
import type { Scenario } from './scenario.ts'

export type Level = 'MUST' | 'SHOULD' | 'MAY'

/** One way in which a piece of evidence breaks a rule: data, never a sentence. */
export interface Finding {
  /** Where: `header x-fapi-interaction-id`, `/Data/Account/0/AccountId`, `page 2 /Links/Prev`. */
  readonly at: string
  readonly expected: string
  readonly got: string
  /** The id of the exchange that shows it, where the evidence has several. */
  readonly exchange?: string
}

/** This evidence says nothing about the rule. */
export interface Silent {
  readonly silent: string
}

/** The evidence was meant to decide the rule and could not: data moved, the call without the mutation failed too. */
export interface Undecided {
  readonly undecided: string
}

export type Answer = readonly Finding[] | Silent | Undecided

export const silent = (reason: string): Silent => ({ silent: reason })
export const undecided = (reason: string): Undecided => ({ undecided: reason })

/** All that a check may know beside its evidence: plain data. Never the clock, the network or a key. */
export interface Given {
  /** The contract of an operation, by its id. */
  readonly contractOf: (operation: string) => Contract | undefined
  /** A contract by name; throws when the standard has none of that name. */
  readonly contract: (name: string) => Contract
  /** Whether any call of a contract's operations succeeded in this run, with the client's own certificate. */
  readonly apiSucceeded: (contract: string) => boolean
  /** When the run began. */
  readonly at: Date
  readonly claims: readonly string[]
  /** The variant of the standard. */
  readonly variant: string
  /** Facts of the profile that a check may compare with. */
  readonly profile: {
    readonly clientId: string
    readonly issuer: string
    readonly redirectUri: string
    readonly samples: Readonly<Record<string, string>>
  }
}

/** Pure and synchronous: evidence in, findings out, or silent. An empty list means that the evidence holds. */
export type Check<Evidence = Exchange> = (evidence: Evidence, given: Given) => Answer

/** What was seen, by name: never changes an outcome. */
export type Observed = Readonly<Record<string, string>>

/** Where a rule comes from: a key of `suites/sources.json`, with the place inside that source. */
export interface Citation {
  readonly source: string
  readonly place: string
}

interface RuleFacts {
  /** The owning requirement's id, published, never renamed; a softer branch of it is written `LFI-AUTH-013/should`. */
  readonly id: string
  readonly requirements: readonly [string, ...string[]]
  /** By variant where that differs; a variant that is not named does not have the rule. */
  readonly level: Level | Readonly<Record<string, Level>>
  /** Whom a finding blames. */
  readonly about: 'bank' | 'hub' | 'client'
  /** True of a conforming bank; no modal verbs. */
  readonly title: string
  /** A rule of the user's, not of the standard. */
  readonly own?: true
  readonly cites: readonly [Citation, ...Citation[]]
  /** Names of defects of the embedded bank that break it; the first is its own. */
  readonly defects: readonly [string, ...string[]] | readonly []
  /** An excerpt of an HTTP message that breaks it, and what is then found. Proven by the rule's test. */
  readonly example?: { readonly breaks: string; readonly findings: readonly Finding[] }
}

/** Judged on every exchange that a run recorded, failed and negative ones included. One verdict per operation. */
export interface ExchangeRule extends RuleFacts {
  readonly on: 'exchange'
  /**
   * Operations that it is about. One that was to be called and gave no evidence makes it inconclusive there. An empty list:
   * it is about answers that a target need not give, and where none came, nothing was lost.
   */
  readonly operations?: readonly string[]
  readonly check: Check<Exchange>
  readonly observe?: (evidence: Exchange, given: Given) => Observed
}

/** Judged once, on what it gathered from all exchanges of the run. */
export interface RunRule<Piece> extends RuleFacts {
  readonly on: 'run'
  /** The suite in which the verdict is shown. */
  readonly suite: string
  /** What the rule needs of an exchange, which is then let go; undefined for nothing. */
  readonly gather: (exchange: Exchange, given: Given) => Piece | undefined
  readonly check: Check<readonly Piece[]>
  readonly observe?: (evidence: readonly Piece[], given: Given) => Observed
}

/** Judged on what each of its scenarios returned. One verdict per scenario. */
export interface ScenarioRule<Evidence> extends RuleFacts {
  readonly on: readonly [Scenario<Evidence>, ...Scenario<Evidence>[]]
  /** The operation that a verdict names, when the rule is about one. */
  readonly operation?: string
  readonly check: Check<Evidence>
  readonly observe?: (evidence: Evidence, given: Given) => Observed
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds rules over different evidence; `rule` keeps each one typed.
export type Rule = ExchangeRule | RunRule<any> | ScenarioRule<any>

/** Types the check of a scenario's rule by what the scenario returns. */
export const rule = <Evidence>(it: ScenarioRule<Evidence>): ScenarioRule<Evidence> => it

/** A requirement of n probes is one rule over n of these; findings begin with the name. */
export type Probe =
  | { readonly name: string; readonly exchange: Exchange }
  | {
      readonly name: string
      readonly inconclusive: string
      /** The server broke off a connection without the client's own certificate. */
      readonly brokenOff?: true
    }
