import type { Outcome } from '../../engine/report.ts'
import { count, found, subject } from '../message.ts'
import type { Reporting } from '../reporting.ts'
import type { Row } from '../rows.ts'
import { why } from '../why.ts'
import type { Colors } from './colors.ts'
import { hang } from './wrap.ts'

/** Lines of a list before the rest is only counted. */
const most = 5

const limited = (entries: readonly (readonly string[])[], noun: string): readonly string[] => [
  ...entries.slice(0, most).flat(),
  ...(entries.length > most ? [`  and ${count(entries.length - most, `more ${noun}`)}`] : []),
]

const ids = (rules: readonly string[]): string => {
  const different = [...new Set(rules)]
  return different.length <= 3
    ? different.join(', ')
    : `${different.slice(0, 3).join(', ')} and ${different.length - 3} more`
}

/** What is weaker than a MUST, or known: a line each, with its first finding. */
const withFindings = (title: string, rows: readonly Row[], width: number, colors: Colors): readonly string[] => {
  if (rows.length === 0) return []
  const entries = rows.map((row) => {
    const [first] = row.findings
    const about = first === undefined ? undefined : subject(first.verdict)
    const more = row.findings.length > 1 ? ` (and ${row.findings.length - 1} more)` : ''
    const said =
      first === undefined ? row.title : `${about === undefined ? '' : `${about} · `}${found(first.finding)}${more}`
    return hang(`  ${row.rule}  `, said, width)
  })
  return ['', colors.bold(`${title}: ${rows.length}`), ...limited(entries, 'rule')]
}

/** What has no judgement, by reason: the reason first, then the rules. */
const byReason = (
  title: string,
  reasons: readonly { readonly reason: string; readonly rules: readonly string[] }[],
  width: number,
  colors: Colors,
): readonly string[] => {
  if (reasons.length === 0) return []
  const entries = [...reasons]
    .sort((a, b) => b.rules.length - a.rules.length)
    .map(({ reason, rules }) => hang('  ', `${reason}: ${ids(rules)}`, width))
  return ['', colors.bold(title), ...limited(entries, 'reason')]
}

const reasonsOf = (
  rows: readonly Row[],
  outcome: Outcome,
): readonly { readonly reason: string; readonly rules: string[] }[] => {
  const reasons = new Map<string, string[]>()
  for (const { rule, verdicts } of rows) {
    for (const verdict of verdicts.filter((it) => it.outcome === outcome)) {
      const reason = verdict.reason ?? 'no reason was given'
      reasons.set(reason, [...(reasons.get(reason) ?? []), rule])
    }
  }
  return [...reasons].map(([reason, rules]) => ({ reason, rules: [...new Set(rules)] }))
}

/** Everything but failed MUSTs that a person should know, each in a short list; empty lists are left out. */
export const lists = (
  all: readonly Row[],
  report: Reporting['report'],
  width: number,
  colors: Colors,
): readonly string[] => {
  const of = (outcome: Outcome): readonly Row[] => all.filter((row) => row.outcome === outcome)
  const broken = (own: boolean) =>
    reasonsOf(
      all.filter((row) => (row.own === true) === own),
      'broken',
    )
  // Also of a rule that is worse elsewhere.
  const known = all
    .filter(({ verdicts }) => verdicts.some(({ outcome }) => outcome === 'waived'))
    .map((row) => hang(`  ${row.rule}  `, why({ ...row, outcome: 'waived' }, report) ?? '', width))
  const softer = all.filter(({ outcome, level }) => outcome === 'warn' || (outcome === 'fail' && level !== 'MUST'))
  return [
    ...byReason('Checks that broke: a fault of this suite, please report it', broken(false), width, colors),
    ...byReason('Rules of your own that broke: mend them', broken(true), width, colors),
    ...(known.length === 0 ? [] : ['', colors.bold(`Known and waived: ${known.length}`), ...limited(known, 'rule')]),
    ...byReason('Asked, but not decided', reasonsOf(all, 'inconclusive'), width, colors),
    ...withFindings('SHOULD not met', softer, width, colors),
    ...withFindings('Noted', of('note'), width, colors),
    ...byReason('Not asked', report.notAsked, width, colors),
  ]
}
