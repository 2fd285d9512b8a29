import { join } from 'node:path'
import { writeWhole } from './files.ts'
import type { Reporting } from './reporting.ts'

const stable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, stable(member)]),
  )
}

/** Keys in this order first; they are what a person looks for. */
const first = ['reportVersion', 'suite', 'standard', 'variant', 'profile', 'startedAt', 'finishedAt', 'result', 'scope']

const printed = (value: unknown, indent: string): string =>
  JSON.stringify(stable(value), undefined, 2).replaceAll('\n', `\n${indent}`)

/**
 * The report as text, piece by piece: a verdict at a time is in memory. Two equal reports give equal bytes, whatever the
 * order of their keys.
 */
export function* reportText(report: Reporting['report']): Generator<string> {
  const sorted = Object.entries(report).sort(([a], [b]) => (a < b ? -1 : 1))
  const head = first.flatMap((name) => sorted.filter(([key]) => key === name))
  const all = [...head, ...sorted.filter(([key]) => !first.includes(key))].filter(([, value]) => value !== undefined)
  let before = '{'
  for (const [key, value] of all) {
    yield `${before}\n  ${JSON.stringify(key)}: `
    before = ','
    if (key === 'verdicts' && report.verdicts.length > 0) {
      for (const [index, verdict] of report.verdicts.entries())
        yield `${index === 0 ? '[' : ','}\n    ${printed(verdict, '    ')}`
      yield '\n  ]'
    } else yield printed(value, '  ')
  }
  yield '\n}\n'
}

/** Writes `report.json` into the folder of the run and returns its path. No half report is ever seen under that name. */
export const writeJson = async ({ report, out }: Pick<Reporting, 'report' | 'out'>): Promise<string> => {
  const file = join(out, 'report.json')
  await writeWhole(file, reportText(report))
  return file
}
