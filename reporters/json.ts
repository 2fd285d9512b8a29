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

/** The report as text: two equal reports give equal bytes, whatever the order of their keys. */
export const reportText = (report: Reporting['report']): string => {
  const sorted = stable(report) as Record<string, unknown>
  const head = Object.fromEntries(first.filter((name) => name in sorted).map((name) => [name, sorted[name]]))
  return `${JSON.stringify({ ...head, ...sorted }, undefined, 2)}\n`
}

/** Writes `report.json` into the folder of the run and returns its path. No half report is ever seen under that name. */
export const writeJson = async ({ report, out }: Pick<Reporting, 'report' | 'out'>): Promise<string> => {
  const file = join(out, 'report.json')
  await writeWhole(file, reportText(report))
  return file
}
