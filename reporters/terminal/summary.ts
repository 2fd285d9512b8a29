import { join } from 'node:path'
import type { Reporting } from '../reporting.ts'
import { type Row, rows, rules } from '../rows.ts'
import { paint } from './colors.ts'
import { failures } from './failures.ts'
import { headline } from './headline.ts'
import { lists } from './lists.ts'
import { notJudged } from './not-judged.ts'

/** How a summary is to look, and what beside the reports it has to say. */
export interface SummaryOptions {
  /** Columns; kept between 60 and 100, 80 unless said. */
  readonly width?: number
  /** Whether the reader shows colours: not in a file, and not under `NO_COLOR`. */
  readonly colors?: boolean
  /** The folder of the reports, as the reader would write it; that of the reporting unless said. */
  readonly folder?: string
  /** The flags that name the target, as the reader would write them; none for the embedded bank. */
  readonly target?: string
  /** The command that was given, where it is not `run` with the flags of the target. */
  readonly command?: string
  /** Names of reports that could not be written, such as `allure/index.html`. */
  readonly missing?: readonly string[]
}

const files: readonly (readonly [name: string, about: string])[] = [
  ['allure/index.html', 'every verdict with its requests; open it in a browser'],
  ['report.json', 'the same, for programs'],
  ['junit.xml', 'for build servers'],
]
const allOfThem = ['recording.har', 'all requests and responses'] as const
const someOfThem = ['recording.har', 'the requests that verdicts name'] as const

/** The failed rule with the most findings: mending it is likely to mend the most. */
const worst = (all: readonly Row[]): Row | undefined =>
  all
    .filter(({ outcome }) => outcome === 'fail')
    .reduce<Row | undefined>(
      (most, row) => ((most?.findings.length ?? 0) >= row.findings.length ? most : row),
      undefined,
    )

const next = (all: readonly Row[], { target, command }: SummaryOptions): readonly string[] => {
  const again = command ?? `run${target === undefined ? '' : ` ${target}`}`
  const row = worst(all)
  if (row !== undefined) {
    const explained = row.own ? [] : [`  npx mizan rules ${row.rule}`]
    return [...explained, `  npx mizan ${again} --rule ${row.rule}`]
  }
  const soft = all.find(({ outcome, own }) => !own && (outcome === 'inconclusive' || outcome === 'warn'))
  return soft === undefined ? [] : [`  npx mizan rules ${soft.rule}`]
}

/**
 * A run on one screen, for the engineer whose API was asked: the result first, then the MUSTs that are not met with what
 * to look at, then everything weaker in short, then where to read on. Ends with a line break.
 */
export const summary = (reporting: Reporting, options: SummaryOptions = {}): string => {
  const width = Math.min(100, Math.max(60, options.width ?? 80))
  const colors = paint(options.colors ?? false)
  const all = rules(reporting.report)
  const folder = options.folder ?? reporting.out
  const { recording } = reporting.report
  const written = [...files, recording === undefined ? allOfThem : someOfThem].filter(
    ([name]) => !options.missing?.includes(name),
  )
  const longest = Math.max(...written.map(([name]) => join(folder, name).length))
  const steps = next(all, options)
  return [
    ...headline(reporting, all, width, colors),
    ...failures(rows(reporting.report), reporting.titles, width, colors),
    ...lists(all, reporting.report, width, colors),
    ...(recording === undefined ? [] : notJudged(recording, width, colors)),
    '',
    colors.bold('Reports'),
    ...written.map(([name, about]) => `  ${join(folder, name).padEnd(longest)}  ${colors.dim(about)}`),
    ...(steps.length === 0 ? [] : ['', colors.bold('Next'), ...steps]),
    '',
  ].join('\n')
}
