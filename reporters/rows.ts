import type { Outcome, Report, Verdict } from '../engine/report.ts'
import type { Finding } from '../engine/rule.ts'

/**
 * From worst to best: one rule in one suite has the first of these that any of its verdicts has. Findings come before
 * what could not be judged, so that nothing that was found is hidden by what was not.
 */
export const severity: readonly Outcome[] = [
  'fail',
  'broken',
  'waived',
  'warn',
  'note',
  'inconclusive',
  'pass',
  'not-asked',
  'not-applicable',
]

/** One rule in one suite: the unit that JUnit calls a test case and Allure a test result. */
export interface Row
  extends Pick<
    Verdict,
    'rule' | 'own' | 'suite' | 'title' | 'level' | 'about' | 'requirements' | 'cites' | 'durationMs'
  > {
  readonly outcome: Outcome
  /** All its verdicts, worst first. */
  readonly verdicts: readonly Verdict[]
  /** Every finding with the verdict that has it, worst verdict first. */
  readonly findings: readonly { readonly verdict: Verdict; readonly finding: Finding }[]
  /** The different reasons of the verdicts that decided the outcome. */
  readonly reasons: readonly string[]
  /** How many verdicts passed. */
  readonly passed: number
}

const rank = (outcome: Outcome): number => severity.indexOf(outcome)

const row = (group: readonly [Verdict, ...Verdict[]]): Row => {
  const verdicts = [...group].sort((a, b) => rank(a.outcome) - rank(b.outcome))
  const [first] = group
  const outcome = (verdicts[0] ?? first).outcome
  const { rule, suite, title, level, about, requirements, cites } = first
  const reasons = verdicts.flatMap((it) => (it.outcome === outcome && it.reason !== undefined ? [it.reason] : []))
  return {
    ...{ rule, suite, title, level, about, requirements, cites, outcome, verdicts },
    ...(first.own && { own: true as const }),
    findings: verdicts.flatMap((verdict) => verdict.findings.map((finding) => ({ verdict, finding }))),
    reasons: [...new Set(reasons)],
    passed: verdicts.filter((it) => it.outcome === 'pass').length,
    durationMs: verdicts.reduce((sum, it) => sum + it.durationMs, 0),
  }
}

const grouped = ({ verdicts }: Pick<Report, 'verdicts'>, keyOf: (verdict: Verdict) => string): readonly Row[] => {
  const groups = new Map<string, [Verdict, ...Verdict[]]>()
  for (const verdict of verdicts) {
    const key = keyOf(verdict)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [verdict])
    else group.push(verdict)
  }
  return [...groups.values()].map(row)
}

/** The verdicts of a report by rule and suite, both in the order of the report. Each verdict is in exactly one row. */
export const rows = (report: Pick<Report, 'verdicts'>): readonly Row[] =>
  grouped(report, ({ suite, rule }) => `${suite} ${rule}`)

/** The verdicts by rule alone: one that is judged in several suites is one row, and stands under the first of them. */
export const rules = (report: Pick<Report, 'verdicts'>): readonly Row[] => grouped(report, ({ rule }) => rule)

/** Rows by suite, suites in the order in which they first occur. */
export const bySuite = (all: readonly Row[]): ReadonlyMap<string, readonly Row[]> => {
  const suites = new Map<string, Row[]>()
  for (const one of all) suites.set(one.suite, [...(suites.get(one.suite) ?? []), one])
  return suites
}
