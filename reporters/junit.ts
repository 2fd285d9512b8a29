import { join } from 'node:path'
import { writeWhole } from './files.ts'
import { count } from './message.ts'
import type { Reporting } from './reporting.ts'
import { bySuite, type Row, rows } from './rows.ts'
import { sentences, why } from './why.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 §2.2 leaves out, lone surrogates among them.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const text = (value: string): string =>
  value.replace(illegal, '\ufffd').replace(/[&<>"]/g, (character) => escapes[character] ?? character)

/** Line breaks and tabs of an attribute become blanks when it is read (XML 1.0 §3.3.3), unless they are references. */
const attribute = (value: string): string =>
  text(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${attribute(String(value))}"`)
    .join('')

const seconds = (all: readonly Row[]): string =>
  (all.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000).toFixed(3)

const told = (row: Row, { report }: Pick<Reporting, 'report'>): string => {
  const lines = sentences(row)
  const reason = why(row, report)
  switch (row.outcome) {
    case 'fail': {
      const more = lines.length > 1 ? ` (and ${count(lines.length - 1, 'more finding')})` : ''
      return `<failure${attributes({ message: `${lines[0]}${more}`, type: row.level })}>${text(lines.join('\n'))}</failure>`
    }
    case 'broken':
      return `<error${attributes({ message: reason ?? '', type: 'broken' })}/>`
    case 'pass':
      return ''
    case 'warn':
    case 'note':
      return `<system-out>${text([`${row.outcome}:`, ...lines].join('\n'))}</system-out>`
    case 'waived':
      return `<skipped${attributes({ message: reason ?? '' })}/><system-out>${text(lines.join('\n'))}</system-out>`
    default:
      return `<skipped${attributes({ message: reason ?? '' })}/>`
  }
}

const skipped = new Set(['waived', 'inconclusive', 'not-asked', 'not-applicable'])

const totals = (all: readonly Row[]): Readonly<Record<string, string | number>> => ({
  tests: all.length,
  failures: all.filter(({ outcome }) => outcome === 'fail').length,
  errors: all.filter(({ outcome }) => outcome === 'broken').length,
  skipped: all.filter(({ outcome }) => skipped.has(outcome)).length,
  time: seconds(all),
})

const testcase = (row: Row, reporting: Pick<Reporting, 'report'>): string => {
  const about = attributes({
    name: `${row.rule} ${row.title}${row.own ? ' (own rule)' : ''}`,
    classname: row.suite,
    time: seconds([row]),
  })
  const inside = told(row, reporting)
  return inside === '' ? `    <testcase${about}/>\n` : `    <testcase${about}>${inside}</testcase>\n`
}

/** Seconds of the whole run: scenarios ran side by side, so that it is less than their sum. */
const took = ({ startedAt, finishedAt }: Reporting['report']): string =>
  ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000).toFixed(3)

/** The report as JUnit XML: one test case for each rule in one suite. Any text in it is legal XML 1.0. */
export function* junitText(reporting: Pick<Reporting, 'report' | 'titles'>): Generator<string> {
  const { report, titles } = reporting
  const all = rows(report)
  const name = `Mizan ${titles.standard}: ${report.profile.name}`
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name, ...totals(all), time: took(report) })}>\n`
  for (const [suite, its] of bySuite(all)) {
    const title = titles.suites[suite] ?? suite
    yield `  <testsuite${attributes({ name: title, ...totals(its), timestamp: report.startedAt })}>\n`
    for (const row of its) yield testcase(row, reporting)
    yield '  </testsuite>\n'
  }
  yield '</testsuites>\n'
}

/** Writes `junit.xml` into the folder of the run and returns its path. */
export const writeJunit = async (reporting: Pick<Reporting, 'report' | 'titles' | 'out'>): Promise<string> => {
  const file = join(reporting.out, 'junit.xml')
  await writeWhole(file, junitText(reporting))
  return file
}
