import type { Outcome, Report, Verdict } from '../engine/report.ts'
import { sentence } from './message.ts'
import type { Row } from './rows.ts'

const words: Partial<Record<Outcome, string>> = {
  broken: 'the check broke',
  inconclusive: 'inconclusive',
  'not-asked': 'not asked',
  'not-applicable': 'not applicable',
}

/** What to say when the run gave no reason. */
const unsaid: Partial<Record<Outcome, string>> = {
  broken: 'it threw an error that said nothing',
  inconclusive: 'the occasion to judge it did not come',
  'not-asked': 'this run left it out',
  'not-applicable': 'the profile does not claim it',
}

const covers = (waiver: Report['waivers'][number], verdict: Verdict): boolean =>
  waiver.rule === verdict.rule &&
  (waiver.operation === undefined || waiver.operation === verdict.operation) &&
  (waiver.scenario === undefined || waiver.scenario === verdict.scenario) &&
  (waiver.at === undefined || verdict.findings.some(({ at }) => at === waiver.at))

const waived = (row: Row, report: Pick<Report, 'waivers'>): string => {
  const verdicts = row.verdicts.filter(({ outcome }) => outcome === 'waived')
  const used = report.waivers.filter((waiver) => verdicts.some((verdict) => covers(waiver, verdict)))
  if (used.length === 0) return `waived${row.reasons.length === 0 ? '' : `: ${row.reasons.join('; ')}`}`
  return used.map(({ until, owner, reason }) => `waived until ${until} by ${owner}: ${reason}`).join('; ')
}

/**
 * Why a row has no judgement of its own, in one line: `inconclusive: …`, `not asked: …`, `not applicable: …`,
 * `the check broke: …`, `waived until … by …: …`. Undefined for rows that findings or a pass explain.
 */
export const why = (row: Row, report: Pick<Report, 'waivers'>): string | undefined => {
  if (row.outcome === 'waived') return waived(row, report)
  const word = words[row.outcome]
  return word === undefined ? undefined : `${word}: ${row.reasons.join('; ') || unsaid[row.outcome]}`
}

/** All findings of a row as sentences, each once. */
export const sentences = (row: Row): readonly string[] => [
  ...new Set(row.findings.map(({ verdict, finding }) => sentence(verdict, finding))),
]
