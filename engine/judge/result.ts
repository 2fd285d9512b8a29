import { type Outcome, outcomes, type Report, type Verdict } from '../report.ts'

/** What a run means as a whole: see `docs/outcomes.md`. */
export const resultOf = (verdicts: readonly Verdict[], interrupted = false): Report['result'] => {
  const musts = verdicts.filter(({ level }) => level === 'MUST')
  if (musts.some(({ findings }) => findings.length > 0)) return 'not-conformant'
  if (musts.some(({ outcome }) => outcome === 'broken' || outcome === 'inconclusive')) return 'partial'
  // Neither an empty run nor one that was broken off is a success.
  return !interrupted && verdicts.some(({ outcome }) => outcome === 'pass') ? 'conformant' : 'partial'
}

export const countsOf = (verdicts: readonly Verdict[]): Readonly<Record<Outcome, number>> =>
  Object.fromEntries(
    outcomes.map((name) => [name, verdicts.filter(({ outcome }) => outcome === name).length]),
  ) as Record<Outcome, number>

/** What was claimed and left out, by reason, most rules first. */
export const notAskedIn = (verdicts: readonly Verdict[]): Report['notAsked'] => {
  const left = verdicts.filter(({ outcome }) => outcome === 'not-asked')
  const reasons = [...new Set(left.map(({ reason }) => reason ?? ''))]
  return reasons
    .map((reason) => ({
      reason,
      rules: [...new Set(left.filter((one) => one.reason === reason).map(({ rule }) => rule))].sort(),
    }))
    .sort((a, b) => b.rules.length - a.rules.length)
}

export const exitCodes = {
  conformant: 0,
  notConformant: 1,
  partial: 2,
  setUp: 3,
  ownFault: 4,
  interrupted: 130,
} as const

/** The exit code of a run that came to its report. `waiverFaults` are waivers that no longer do what they say. */
export const exitCodeOf = (report: Report, waiverFaults: readonly string[]): number => {
  if (report.interrupted) return exitCodes.interrupted
  if (report.verdicts.some(({ level, outcome }) => level === 'MUST' && outcome === 'fail'))
    return exitCodes.notConformant
  if (waiverFaults.length > 0) return exitCodes.setUp
  const undecided = report.verdicts.some(
    ({ level, outcome }) => level === 'MUST' && (outcome === 'broken' || outcome === 'inconclusive'),
  )
  if (undecided || report.result === 'partial') return exitCodes.partial
  return exitCodes.conformant
}
