import type { Verdict, Waiver } from '../report.ts'
import type { Finding } from '../rule.ts'

/** Verdicts after waivers, and how many findings each waiver covered. */
export interface Waived {
  readonly verdicts: readonly Verdict[]
  readonly waivers: readonly (Waiver & { readonly used: number })[]
  /** Waivers that no longer do what they say, although their rule was judged: expired, or without a finding to cover. */
  readonly faults: readonly string[]
  /** The same where it proves nothing: to be told, and no fault. */
  readonly remarks: readonly string[]
}

/** What the verdicts are of: a run, unless said. */
interface WaiverOptions {
  /** A recording: it may just not hold what a waiver is about, so that only one that ended is a fault. */
  readonly recorded?: boolean
}

const withFindings: ReadonlySet<string> = new Set(['fail', 'warn', 'note'])
const judged: ReadonlySet<string> = new Set(['fail', 'warn', 'note', 'pass', 'waived'])

const about = (waiver: Waiver, { rule, operation, scenario }: Verdict): boolean =>
  waiver.rule === rule &&
  (waiver.operation === undefined || waiver.operation === operation) &&
  (waiver.scenario === undefined || waiver.scenario === scenario)

const covers = (waiver: Waiver, finding: Finding): boolean => waiver.at === undefined || waiver.at === finding.at

/** Applies waivers by the key of a verdict, and by place where they name one. `today` is a full-date. */
export const applyWaivers = (
  verdicts: readonly Verdict[],
  waivers: readonly Waiver[],
  today: string,
  { recorded = false }: WaiverOptions = {},
): Waived => {
  const valid = waivers.filter(({ until }) => until >= today)
  const waived = verdicts.map((verdict): Verdict => {
    if (!withFindings.has(verdict.outcome)) return verdict
    const mine = valid.filter((waiver) => about(waiver, verdict))
    const all = verdict.findings.every((finding) => mine.some((waiver) => covers(waiver, finding)))
    const [first] = mine
    if (!all || first === undefined) return verdict
    return { ...verdict, outcome: 'waived', reason: `${first.reason} (${first.owner}, until ${first.until})` }
  })
  const uses = waivers.map((waiver) => ({
    ...waiver,
    used:
      waiver.until < today
        ? 0
        : verdicts
            .filter((one) => about(waiver, one))
            .reduce((sum, { findings }) => sum + findings.filter((finding) => covers(waiver, finding)).length, 0),
  }))
  const known = uses.filter((waiver) =>
    verdicts.some((verdict) => about(waiver, verdict) && judged.has(verdict.outcome)),
  )
  const idle = known.filter(({ until, used }) => until >= today && used === 0)
  const faults = known.flatMap((waiver) => {
    if (waiver.until < today) return [`the waiver of ${waiver.rule} ended on ${waiver.until} (owner ${waiver.owner})`]
    const isFault = idle.includes(waiver) && !recorded
    return isFault ? [`the waiver of ${waiver.rule} covers no finding any more (owner ${waiver.owner})`] : []
  })
  const remarks = recorded
    ? idle.map(({ rule, owner }) => `the waiver of ${rule} covers no finding of this recording (owner ${owner})`)
    : []
  return { verdicts: waived, waivers: uses, faults, remarks }
}
