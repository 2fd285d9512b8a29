import { mkdir, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Writable } from 'node:stream'
import AllureReporter from 'allure-vitest/reporter'
import { createVitest } from 'vitest/node'
import { packageRoot } from '../../engine/package.ts'
import type { Reporting } from '../reporting.ts'
import { environmentInfo } from './environment.ts'
import { finisher } from './finish.ts'
import { undisturbed } from './undisturbed.ts'
import { type View, view } from './view.ts'

/** The windows: compiled ones when this runs compiled, else their source. */
const windows = import.meta.url.endsWith('.ts') ? 'suites/**/*.conformance.ts' : 'dist/suites/**/*.conformance.js'

const kept = (): { readonly stream: Writable; readonly text: () => string } => {
  const pieces: string[] = []
  const stream = new Writable({
    write(piece, _, done) {
      pieces.push(String(piece))
      done()
    },
  })
  return { stream, text: () => pieces.join('') }
}

const run = async (rows: View, report: Reporting['report'], resultsDir: string): Promise<void> => {
  const { listener, written } = finisher(rows)
  const allure = new AllureReporter({
    resultsDir,
    reportMatchers: false,
    environmentInfo: environmentInfo(report),
    listeners: [listener],
  })
  const said = kept()
  await undisturbed(async (settle) => {
    const vitest = await createVitest(
      'test',
      {
        config: false,
        root: packageRoot,
        watch: false,
        include: [windows],
        // Installed, this package lies in node_modules, which vitest leaves out unless told.
        exclude: [],
        provide: { mizan: rows },
        pool: 'threads',
        isolate: false,
        maxWorkers: 1,
        reporters: [allure],
        cache: false,
        allowOnly: false,
        passWithNoTests: true,
        silent: true,
        disableConsoleIntercept: true,
      },
      { envDir: false, logLevel: 'silent' },
      { stdout: said.stream, stderr: said.stream },
    )
    settle()
    try {
      await vitest.start()
    } finally {
      await vitest.close()
    }
  })
  const missing = Object.values(rows)
    .flat()
    .filter(({ fullName }) => !written.has(fullName))
  if (missing.length > 0) {
    const names = missing.slice(0, 5).map(({ fullName }) => fullName)
    throw new Error(
      `expected ${Object.values(rows).flat().length} Allure results, got ${written.size}; missing: ${names.join(', ')}. ` +
        `Each suite needs a window, ${windows}; report.json is complete. ${said.text()}`.trim(),
    )
  }
}

/**
 * Writes `allure-results` into the folder of the run, one result for each rule in one suite, by letting vitest show what
 * was judged; returns its path. Results of an earlier run are removed first. Prints nothing and leaves the exit code
 * alone. Throws when a row has no result.
 */
export const show = async (reporting: Reporting): Promise<string> => {
  const resultsDir = resolve(reporting.out, 'allure-results')
  await rm(resultsDir, { recursive: true, force: true })
  await mkdir(resultsDir, { recursive: true })
  await run(view(reporting), reporting.report, resultsDir)
  return resultsDir
}
