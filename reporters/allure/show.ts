import { mkdir, rm } from 'node:fs/promises'
import { Writable } from 'node:stream'
import AllureReporter from 'allure-vitest/reporter'
import { createVitest } from 'vitest/node'
import { packageRoot } from '../../engine/package.ts'
import { finisher } from './finish.ts'
import { undisturbed } from './undisturbed.ts'
import type { View } from './view.ts'

/**
 * The window on a suite: `suites/uae-hub/consents/consents.conformance.ts`, compiled when this runs compiled. Only windows
 * on suites with rows are opened: one that shows nothing would keep Allure from setting itself up for the others.
 */
export const windowOn = (suite: string): string => {
  const path = `suites/${suite}/${suite.split('/').at(-1)}.conformance`
  return import.meta.url.endsWith('.ts') ? `${path}.ts` : `dist/${path}.js`
}

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

/** What is to be shown, as plain data: it may go to another process. */
export interface ShowTask {
  readonly rows: View
  /** What the run was: name → value. */
  readonly environment: Readonly<Record<string, string>>
  /** Absolute. */
  readonly resultsDir: string
}

const run = async ({ rows, environment, resultsDir }: ShowTask): Promise<void> => {
  const { listener, written } = finisher(rows)
  const allure = new AllureReporter({
    resultsDir,
    reportMatchers: false,
    environmentInfo: { ...environment },
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
        include: Object.keys(rows).map(windowOn),
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
    } catch (error) {
      // What is missing for it is said below.
      if (!(error instanceof Error && error.message.startsWith('No test files found'))) throw error
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
        `Each suite needs a window, such as ${windowOn('uae-hub/consents')}; report.json is complete. ${said.text()}`.trim(),
    )
  }
}

/**
 * Writes the results, one for each rule in one suite, by letting vitest show what was judged. Results of an earlier run
 * are removed first. Prints nothing and leaves the exit code alone. Throws when a row has no result.
 */
export const show = async (task: ShowTask): Promise<void> => {
  await rm(task.resultsDir, { recursive: true, force: true })
  await mkdir(task.resultsDir, { recursive: true })
  await run(task)
}
