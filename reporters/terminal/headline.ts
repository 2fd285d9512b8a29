import type { Outcome } from '../../engine/report.ts'
import { count } from '../message.ts'
import type { Reporting } from '../reporting.ts'
import type { Row } from '../rows.ts'
import type { Colors } from './colors.ts'
import { hang } from './wrap.ts'

/** The result in words: `not conformant, all known` when every finding against a MUST is waived. */
export const resultWords = (report: Reporting['report']): string => {
  if (report.result !== 'not-conformant') return report.result
  const open = report.verdicts.some(({ level, outcome }) => level === 'MUST' && outcome === 'fail')
  return open ? 'not conformant' : 'not conformant, all known'
}

const words: readonly (readonly [Outcome, string])[] = [
  ['pass', 'pass'],
  ['fail', 'fail'],
  ['broken', 'broken'],
  ['warn', 'warn'],
  ['note', 'note'],
  ['waived', 'waived'],
  ['inconclusive', 'inconclusive'],
  ['not-asked', 'not asked'],
  ['not-applicable', 'not applicable'],
]

const duration = ({ startedAt, finishedAt }: Reporting['report']): string => {
  const seconds = Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** First what came out and for whom, then in numbers: a rule counts once, with the worst that came of it. */
export const headline = (
  reporting: Reporting,
  all: readonly Row[],
  width: number,
  colors: Colors,
): readonly string[] => {
  const { report, titles } = reporting
  const { operations } = report.coverage
  const result = resultWords(report)
  const paint = { conformant: colors.green, 'not-conformant': colors.red, partial: colors.yellow }[report.result]
  const scope = report.scope === 'whole' ? 'all that is claimed was asked' : 'not all that is claimed was asked'
  const target = `${report.profile.name} (${report.profile.environment}), ${titles.standard} ${report.variant}`
  const totals = words
    .map(([outcome, word]) => ({ word, number: all.filter((row) => row.outcome === outcome).length }))
    .filter(({ number }) => number > 0)
    .map(({ word, number }) => `${number} ${word}`)
  const { recording } = report
  const soFar = report.interrupted ? ' that were read so far' : ''
  const from = recording === undefined ? '' : ` of ${count(recording.entries, 'recorded one')}${soFar}`
  const asked = `${count(report.exchanges, 'request')}${from} to ${operations.called} of ${count(operations.claimed, 'claimed operation')} in ${duration(report)}`
  return [
    colors.bold(paint(result.toUpperCase())),
    ...hang('', target, width),
    ...hang('', `${count(all.length, 'rule')}: ${totals.join(', ') || 'none judged'}`, width),
    ...hang('', `${asked}; ${scope}`, width),
    ...(report.interrupted ? [colors.yellow('The run was interrupted: these are the results so far.')] : []),
  ]
}
