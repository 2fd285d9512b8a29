import type { Contract } from '../contract.ts'
import { packageVersion } from '../package.ts'
import type { Plan } from '../plan/make-plan.ts'
import type { AnyProfile } from '../profile/schema.ts'
import type { Redactor } from '../redact/redactor.ts'
import type { Report, Verdict } from '../report.ts'
import type { Observed } from '../rule.ts'
import type { Standard } from '../standard.ts'
import { countsOf, notAskedIn, resultOf } from './result.ts'
import type { Waived } from './waivers.ts'

export interface ReportGiven {
  readonly standard: Standard
  readonly contracts: readonly Contract[]
  readonly profile: AnyProfile
  readonly plan: Plan
  readonly waived: Waived
  /** Operations that were called. */
  readonly called: ReadonlySet<string>
  /** How many there were. */
  readonly exchanges: number
  readonly startedAt: Date
  readonly interrupted: boolean
  readonly redactor: Redactor
  /** What was judged instead of a target. */
  readonly recording?: Report['recording']
}

const withEvidence: ReadonlySet<string> = new Set(['pass', 'fail', 'warn', 'note', 'waived'])

/** Characters of a reason: it may carry what a server said, and stands in every report once for each rule. */
const longestReason = 500

/** Cuts what was masked already: half a secret would pass unmasked. */
const short = (reason: string): string =>
  reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason

const nothingToMask = ({ reason, findings, observed }: Verdict): boolean =>
  reason === undefined && findings.length === 0 && Object.keys(observed).length === 0

const masked = (verdict: Verdict, { text, finding }: Redactor): Verdict =>
  nothingToMask(verdict)
    ? verdict
    : {
        ...verdict,
        ...(verdict.reason === undefined ? {} : { reason: short(text(verdict.reason)) }),
        findings: verdict.findings.map(finding),
        observed: Object.fromEntries(
          Object.entries(verdict.observed).map(([name, value]) => [name, text(value)]),
        ) as Observed,
      }

/** What stands of a contract in the report. */
const contractIn = ({ name, version, sha256, corrections, unjudged }: Contract): Report['contracts'][number] => ({
  ...{ name, version, sha256 },
  ...(corrections.length > 0 && {
    corrections: corrections.map(({ id, reason, at }) => ({ id, reason, places: at.length })),
  }),
  ...(unjudged.length > 0 && { unjudged }),
})

/** Puts the report together, redacted: the only shape in which verdicts leave the engine. */
export const makeReport = (given: ReportGiven): Report => {
  const { standard, profile, plan, waived, called, redactor } = given
  const { verdicts } = waived
  const judged = new Set(
    verdicts
      .filter(({ outcome, own }) => withEvidence.has(outcome) && !own)
      .flatMap(({ requirements }) => requirements),
  )
  const shown = verdicts.map((verdict) => masked(verdict, redactor))
  const notAsked = notAskedIn(shown)
  return {
    reportVersion: 1,
    suite: { version: packageVersion },
    standard: standard.id,
    variant: profile.variant ?? standard.variants[0],
    contracts: given.contracts.map(contractIn),
    profile: { name: profile.name, environment: profile.environment },
    startedAt: given.startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    interrupted: given.interrupted,
    result: resultOf(verdicts, given.interrupted),
    scope: notAsked.length === 0 ? 'whole' : 'part',
    notAsked,
    counts: countsOf(verdicts),
    verdicts: shown,
    coverage: {
      operations: { claimed: plan.operations.length, called: plan.operations.filter((one) => called.has(one)).length },
      requirements: { catalogued: standard.requirements().length, judged: judged.size },
    },
    waivers: waived.waivers,
    exchanges: given.exchanges,
    ...(given.recording && { recording: given.recording }),
  }
}
