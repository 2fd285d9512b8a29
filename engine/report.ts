import type { Citation, Finding, Level, Observed } from './rule.ts'

export const outcomes = [
  'pass',
  'fail',
  'warn',
  'note',
  'waived',
  'broken',
  'inconclusive',
  'not-asked',
  'not-applicable',
] as const
export type Outcome = (typeof outcomes)[number]

/** What one rule concluded for one operation or scenario. Its key is `rule, operation, scenario`. */
export interface Verdict {
  readonly rule: string
  readonly requirements: readonly string[]
  readonly level: Level
  readonly about: 'bank' | 'hub' | 'client'
  readonly title: string
  /** A rule of the user's, not of the standard. */
  readonly own?: true
  readonly suite: string
  /** `*` for a rule on every exchange. */
  readonly scenario: string
  /** `*` for a rule that is about no operation in particular. */
  readonly operation: string
  readonly outcome: Outcome
  /** Why there is no evidence, or what broke; absent when the findings or the pass speak for themselves. */
  readonly reason?: string
  readonly findings: readonly Finding[]
  readonly observed: Observed
  readonly cites: readonly Citation[]
  /** Ids of the exchanges behind it: those of the findings, or all that were judged, 20 at most. */
  readonly exchanges: readonly string[]
  /** How many pieces of evidence held. */
  readonly held: number
  /** How long its scenario took; 0 for a rule that has none. */
  readonly durationMs: number
}

export interface Waiver {
  readonly rule: string
  readonly operation?: string | undefined
  readonly scenario?: string | undefined
  readonly at?: string | undefined
  readonly reason: string
  readonly owner: string
  readonly until: string
}

/** What was judged instead of a target: a recording, and what of it was not judged. */
export interface JudgedRecording {
  /** Name of the file. */
  readonly file: string
  readonly entries: number
  /** Hosts whose answers were judged. */
  readonly hosts: readonly { readonly host: string; readonly exchanges: number }[]
  /** Requests of the standard to which no answer came, or one without headers. */
  readonly unanswered: number
  /** Entries that stand in it twice, or came from the cache or a worker of a browser. */
  readonly repeated: number
  /** Judged answers whose body is not in the recording. */
  readonly withoutBody: number
  /** Requests that were left out: to hosts that `--host` does not name, and of operations that were not asked for. */
  readonly leftOut: { readonly hosts: number; readonly operations: number }
  /** Findings that are only counted: at each place of an operation's answers, a rule tells of 20 exchanges. */
  readonly furtherFindings: number
  /** Requests that belong to no operation of the standard: the most frequent, and how many more. */
  readonly unknown: {
    readonly total: number
    readonly requests: readonly { readonly method: string; readonly address: string; readonly times: number }[]
    readonly more: number
  }
}

/** `out/report.json`. A public format: see `schemas/report.schema.json`. */
export interface Report {
  readonly reportVersion: 1
  readonly suite: { readonly version: string; readonly commit?: string }
  readonly standard: string
  readonly variant: string
  readonly contracts: readonly {
    readonly name: string
    readonly version: string
    readonly sha256: string
    /** Known defects of the published document, which was read otherwise in so many places. */
    readonly corrections?: readonly { readonly id: string; readonly reason: string; readonly places: number }[]
    /** What of the document could not be judged by, each with its JSON Pointer. */
    readonly unjudged?: readonly string[]
  }[]
  readonly profile: { readonly name: string; readonly environment: string }
  readonly startedAt: string
  readonly finishedAt: string
  readonly interrupted: boolean
  readonly result: 'conformant' | 'not-conformant' | 'partial'
  readonly scope: 'whole' | 'part'
  /** What was claimed and left out, one entry per reason. */
  readonly notAsked: readonly { readonly reason: string; readonly rules: readonly string[] }[]
  readonly counts: Readonly<Record<Outcome, number>>
  readonly verdicts: readonly Verdict[]
  readonly coverage: {
    readonly operations: { readonly claimed: number; readonly called: number }
    readonly requirements: { readonly catalogued: number; readonly judged: number }
  }
  readonly waivers: readonly (Waiver & { readonly used: number })[]
  readonly exchanges: number
  readonly recording?: JudgedRecording
}
