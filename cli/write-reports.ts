import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Run } from '../engine/run.ts'
import type { Standard } from '../engine/standard.ts'
import { writeHar } from '../reporters/har.ts'
import { writeJson } from '../reporters/json.ts'
import { writeJunit } from '../reporters/junit.ts'
import { removeLeaks } from './leaks.ts'
import { reportingOf } from './reporting.ts'

/** Something that went wrong after the judging; `ours` when the run cannot be called a success for it. */
export interface ReportFault {
  readonly text: string
  /** The report that is missing for it. */
  readonly file?: string
  readonly ours: boolean
}

/** What a run writes into its folder. Anything else there is left alone. */
const written = ['report.json', 'junit.xml', 'recording.har', 'allure-results', 'allure']

/** Removes what an earlier run wrote, so that nobody takes it for this one's. */
export const clearOld = (out: string): void => {
  for (const name of written) rmSync(join(out, name), { recursive: true, force: true })
}

/** Writes the reports, report.json first: nothing later can lose it. */
export const writeReports = async (
  run: Run,
  standard: Standard,
  out: string,
): Promise<{ readonly faults: readonly ReportFault[] }> => {
  const reporting = reportingOf(run, standard, out)
  mkdirSync(out, { recursive: true })
  const faults: ReportFault[] = []
  const attempt = async (what: string, write: () => unknown): Promise<boolean> => {
    try {
      await write()
      return true
    } catch (error) {
      faults.push({
        text: `${what} was not written: ${error instanceof Error ? error.message : String(error)}`,
        file: what,
        ours: true,
      })
      return false
    }
  }
  clearOld(out)
  await attempt('report.json', () => writeJson(reporting))
  await attempt('junit.xml', () => writeJunit(reporting))
  await attempt('recording.har', () => writeHar(reporting))
  const shown = await attempt('allure-results', async () =>
    (await import('../reporters/allure/show.ts')).show(reporting),
  )
  for (const path of removeLeaks(out, run.redactor)) {
    faults.push({ text: `a secret stood in ${relative(out, path)}; the file was removed`, ours: true })
  }
  if (shown)
    await attempt('allure/index.html', async () => (await import('../reporters/allure/render.ts')).render(reporting))
  return { faults }
}
