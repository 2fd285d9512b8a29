import { createHash } from 'node:crypto'
import type { Archive } from '../../engine/archive.ts'
import type { Outcome } from '../../engine/report.ts'
import { count } from '../message.ts'
import type { Reporting } from '../reporting.ts'
import { type Row, rows } from '../rows.ts'
import { sentences, why } from '../why.ts'
import { description } from './description.ts'
import { type StepView, steps } from './steps.ts'

/** One rule in one suite, ready to be shown: plain data that can be handed to another thread. */
export interface RowView {
  /** Of standard, suite and rule only: the same in every run and on every machine. */
  readonly id: string
  /** `uae-hub/bank-data-sharing UAE-HDR-001` */
  readonly fullName: string
  readonly name: string
  readonly epic: string
  readonly feature: string
  readonly story: string
  readonly severity: 'critical' | 'normal' | 'minor'
  readonly tags: readonly string[]
  readonly links: readonly { readonly url: string; readonly name: string }[]
  readonly description: string
  readonly outcome: Outcome
  /** What the report says first about it; undefined for a plain pass. */
  readonly message?: string
  readonly steps: readonly StepView[]
  /** When its first evidence began and its last ended, in milliseconds since the epoch; without evidence, when the run began. */
  readonly start: number
  readonly stop: number
}

/** Rows by suite id. */
export type View = Readonly<Record<string, readonly RowView[]>>

/** Label by which the listener finds the row again; it is never written. */
export const rowLabel = '_row'

const severities = { MUST: 'critical', SHOULD: 'normal', MAY: 'minor' } as const

const area = (row: Row, titles: Reporting['titles']): string => {
  if (row.own) return 'Your own rules'
  const [, code] = /^[A-Z]+-([A-Z]+)-\d/.exec(row.rule) ?? []
  if (code === undefined) return 'Other'
  const title = titles.areas?.[code]
  return title === undefined ? code : `${code} · ${title}`
}

/** Findings that a message lists before it only counts the rest. */
const listed = 20

const message = (row: Row, report: Reporting['report']): string | undefined => {
  const lines = sentences(row)
  const reason = why(row, report)
  if (row.outcome === 'broken') return reason
  const head = lines.length > 1 ? [`${count(lines.length, 'finding')}:`] : []
  const tail = lines.length > listed ? [`… and ${lines.length - listed} more; see report.json`] : []
  const all = [...(reason === undefined ? [] : [reason]), ...head, ...lines.slice(0, listed), ...tail]
  return all.length === 0 ? undefined : all.join('\n')
}

/** The times of a recording are those of whoever recorded it, or nobody's. */
const span = (row: Row, known: Archive, report: Reporting['report']): Pick<RowView, 'start' | 'stop'> => {
  const begun = Date.parse(report.startedAt)
  if (report.recording !== undefined) return { start: begun, stop: begun }
  const evidence = row.verdicts.flatMap(({ exchanges }) => exchanges.flatMap((id) => known.span(id) ?? []))
  const starts = evidence.map(({ startedAt }) => Date.parse(startedAt))
  const stops = evidence.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs)
  const start = starts.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  return evidence.length === 0
    ? { start: begun, stop: begun }
    : { start, stop: stops.reduce((most, time) => Math.max(most, time), start) }
}

/** Everything that Allure will show, by suite. */
export const view = ({ report, exchanges, titles, link }: Omit<Reporting, 'out'>): View => {
  const suites: Record<string, RowView[]> = {}
  for (const row of rows(report)) {
    const said = message(row, report)
    const fullName = `${row.suite} ${row.rule}`
    suites[row.suite] ??= []
    suites[row.suite]?.push({
      id: createHash('sha256').update(`${report.standard} ${fullName}`).digest('hex').slice(0, 32),
      fullName,
      name: `${row.rule} · ${row.title}`,
      epic: titles.standard,
      feature: titles.suites[row.suite] ?? row.suite,
      story: area(row, titles),
      severity: severities[row.level],
      tags: [row.level, row.outcome, ...(row.own ? ['own rule'] : [])],
      links: row.cites.flatMap((citation) => {
        const url = link(citation)
        return url === undefined ? [] : [{ url, name: `${citation.source}, ${citation.place}` }]
      }),
      description: description(row, said, link),
      outcome: row.outcome,
      ...(said === undefined ? {} : { message: said }),
      steps: steps(row, exchanges),
      ...span(row, exchanges, report),
    })
  }
  return suites
}
