import type { Archive } from '../../engine/archive.ts'
import type { Outcome, Verdict } from '../../engine/report.ts'
import { count, found, subject } from '../message.ts'
import type { Row } from '../rows.ts'
import { exchangeText } from './exchange-text.ts'

/** One step of a result: an operation or scenario with findings, or a summary of those without. */
export interface StepView {
  readonly name: string
  readonly outcome: Outcome
  /** Findings, each once. */
  readonly findings: readonly string[]
  readonly attachments: readonly { readonly name: string; readonly text: string }[]
}

const limits = { steps: 20, findings: 20, attachments: 3 }

const all = (verdicts: readonly Verdict[]): string => {
  if (verdicts.every(({ operation }) => operation !== '*')) return count(verdicts.length, 'operation')
  if (verdicts.every(({ scenario }) => scenario !== '*')) return count(verdicts.length, 'scenario')
  return 'the run as a whole'
}

const named = (verdicts: readonly Verdict[]): string => {
  const names = [...new Set(verdicts.flatMap((verdict) => subject(verdict) ?? []))]
  if (names.length === 0) return all(verdicts)
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
}

const withFindings = (verdict: Verdict, exchanges: Archive): StepView => {
  const findings = [...new Set(verdict.findings.map(found))]
  const shown = findings.slice(0, limits.findings)
  if (findings.length > shown.length) shown.push(`and ${findings.length - shown.length} more; see report.json`)
  const ids = new Set([...verdict.findings.flatMap(({ exchange }) => exchange ?? []), ...verdict.exchanges])
  const attachments = [...ids]
    .slice(0, limits.attachments)
    .flatMap((id) => exchanges.get(id) ?? [])
    .map((it) => ({
      name: `${it.id} · ${it.operation ?? it.request.method} · ${it.purpose} · ${it.response.status}`,
      text: exchangeText(it),
    }))
  return { name: subject(verdict) ?? verdict.title, outcome: verdict.outcome, findings: shown, attachments }
}

const words: Partial<Record<Outcome, string>> = {
  broken: 'the check broke',
  'not-asked': 'not asked',
  'not-applicable': 'not applicable',
}

const summary = (verdicts: readonly [Verdict, ...Verdict[]]): StepView => {
  const [{ outcome, reason }] = verdicts
  const why = reason === undefined ? '' : ` (${reason})`
  return { name: `${words[outcome] ?? outcome}: ${named(verdicts)}${why}`, outcome, findings: [], attachments: [] }
}

const held = (verdicts: readonly Verdict[]): readonly StepView[] => {
  if (verdicts.length === 0) return []
  const pieces = verdicts.reduce((sum, it) => sum + it.held, 0)
  const name = `held for ${all(verdicts)}, ${count(pieces, 'piece')} of evidence`
  return [{ name, outcome: 'pass', findings: [], attachments: [] }]
}

/**
 * What a result shows step by step: the operations with findings (20 at most, then a count), then the others by reason,
 * then for how many it held.
 */
export const steps = (row: Row, exchanges: Archive): readonly StepView[] => {
  const faulty = row.verdicts.filter(({ findings }) => findings.length > 0)
  const silent = new Map<string, [Verdict, ...Verdict[]]>()
  for (const verdict of row.verdicts) {
    if (verdict.outcome === 'pass' || verdict.findings.length > 0) continue
    const key = `${verdict.outcome} ${verdict.reason}`
    const alike = silent.get(key)
    if (alike === undefined) silent.set(key, [verdict])
    else alike.push(verdict)
  }
  const rest = faulty.slice(limits.steps)
  const [next] = rest
  const more: readonly StepView[] =
    next === undefined
      ? []
      : [
          {
            name: `and ${rest.length} more with findings; see report.json`,
            outcome: next.outcome,
            findings: [],
            attachments: [],
          },
        ]
  return [
    ...faulty.slice(0, limits.steps).map((verdict) => withFindings(verdict, exchanges)),
    ...more,
    ...[...silent.values()].map(summary),
    ...held(row.verdicts.filter(({ outcome }) => outcome === 'pass')),
  ]
}
