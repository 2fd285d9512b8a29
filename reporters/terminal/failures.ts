import { count, subject } from '../message.ts'
import type { Reporting } from '../reporting.ts'
import { bySuite, type Row } from '../rows.ts'
import type { Colors } from './colors.ts'
import { cut, hang } from './wrap.ts'

/** Failed rules that are shown with their first finding; the others are only named. */
const detailed = 8
/** Characters of an expected or received value: a body does not belong on a terminal. */
const value = 300

const rest = (row: Row): string | undefined => {
  const more = row.findings.length - 1
  if (more <= 0) return undefined
  const places = new Set(row.findings.map(({ verdict }) => subject(verdict) ?? ''))
  const noun = row.findings.every(({ verdict }) => verdict.operation !== '*') ? 'operation' : 'scenario'
  const where = places.size > 1 ? `; ${count(places.size, noun)} in all` : ''
  return `and ${count(more, 'more finding')}${where}`
}

const details = (row: Row, width: number, colors: Colors): readonly string[] => {
  const head = hang(`  ${row.rule}  `, `${row.title}${row.own ? ' (a rule of your own)' : ''}`, width).map(
    (line, index) => (index === 0 ? line.replace(row.rule, colors.bold(colors.red(row.rule))) : line),
  )
  const [first] = row.findings
  if (first === undefined) return head
  const { at, expected, got } = first.finding
  const id = first.finding.exchange ?? first.verdict.exchanges[0]
  const about = subject(first.verdict)
  const more = rest(row)
  return [
    ...head,
    ...hang(
      '    at        ',
      `${about === undefined ? '' : `${about} · `}${at}${id === undefined ? '' : ` (${id})`}`,
      width,
    ),
    ...hang('    expected  ', cut(expected, value), width),
    ...hang('    got       ', cut(got, value), width),
    ...(more === undefined ? [] : [colors.dim(`    ${more}`)]),
  ]
}

/**
 * Rules at MUST that findings break, by suite: id, title, the first finding with the exchange that shows it, and how many
 * more. A rule that was shown under an earlier suite is only counted again.
 */
export const failures = (
  all: readonly Row[],
  titles: Reporting['titles'],
  width: number,
  colors: Colors,
): readonly string[] => {
  const failed = all.filter(({ outcome, level }) => outcome === 'fail' && level === 'MUST')
  if (failed.length === 0) return []
  const shown = new Set<string>()
  const lines = ['', colors.bold(`${count(new Set(failed.map(({ rule }) => rule)).size, 'MUST')} not met`)]
  for (const [suite, rows] of bySuite(failed)) {
    const named: string[] = []
    lines.push(colors.underline(titles.suites[suite] ?? suite))
    for (const row of rows) {
      if (shown.has(row.rule))
        lines.push(`  ${colors.red(row.rule)}  as above; ${count(row.findings.length, 'finding')}`)
      else if (shown.size < detailed) {
        shown.add(row.rule)
        lines.push(...details(row, width, colors))
      } else named.push(row.rule)
    }
    if (named.length > 0) lines.push(...hang('  and ', named.join(', '), width))
  }
  return lines
}
