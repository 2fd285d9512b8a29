import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Run } from '../engine/run.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { Standard } from '../engine/standard.ts'
import { openRoom, type Room } from '../reporters/allure/room.ts'
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
const files = ['report.json', 'junit.xml', 'recording.har']
export const written = [...files, ...files.map((name) => `${name}.part`), 'allure-results', 'allure']

/** Throws a `SetUpFault` when the folder of the reports can be neither made nor written; makes nothing. */
export const checkOut = (out: string): void => {
  let nearest = out
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest)
  const fault = (why: string): SetUpFault =>
    new SetUpFault(`--out ${out}`, why, 'Name a folder with --out; it is made when it is missing.')
  if (!statSync(nearest).isDirectory()) throw fault(`expected a folder, ${nearest} is a file`)
  try {
    accessSync(nearest, constants.W_OK)
  } catch {
    throw fault(`${nearest} cannot be written`)
  }
}

/** Removes what an earlier run wrote, so that nobody takes it for this one's. */
export const clearOld = (out: string): void => {
  for (const name of written) rmSync(join(out, name), { recursive: true, force: true })
}

/** Writes the reports, report.json first: nothing later can lose it. */
export const writeReports = async (
  run: Run,
  standard: Standard,
  out: string,
  room: Room = openRoom(),
): Promise<{ readonly faults: readonly ReportFault[] }> => {
  const reporting = reportingOf(run, standard, out)
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
  await attempt('what an earlier run left', () => clearOld(out))
  await attempt('report.json', () => writeJson(reporting))
  const scan = async (names: readonly string[]): Promise<void> => {
    const paths = names.map((name) => join(out, name))
    for (const path of await removeLeaks(paths, run.redactor)) {
      const file = relative(out, path)
      faults.push({ text: `a secret stood in ${file}; the file was removed`, file, ours: true })
    }
  }
  const page = async (): Promise<void> => {
    const shown = await attempt('allure-results', () => room.show(reporting))
    // What is rendered was looked through before.
    await scan(['allure-results'])
    await attempt('allure/index.html', async () => {
      if (!shown) throw new Error('there are no results to show')
      return room.render(reporting)
    })
  }
  // The page is made in a process of its own; this one writes and looks through the other files meanwhile.
  const rendering = page()
  await attempt('junit.xml', () => writeJunit(reporting))
  await attempt('recording.har', () => writeHar(reporting))
  await scan(written.filter((name) => !name.startsWith('allure')))
  await rendering
  room.close()
  return { faults }
}
