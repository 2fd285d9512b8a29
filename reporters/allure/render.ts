import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AllureReport, readConfig } from '@allurereport/core'
import { writeWhole } from '../files.ts'
import { undisturbed } from './undisturbed.ts'

/** A page to be rendered, as plain data: it may go to another process. */
export interface RenderTask {
  /** Absolute; `allure-results` lies in it, and `allure` comes to lie there. */
  readonly out: string
  /** Allure's configuration. */
  readonly config: Readonly<Record<string, unknown>>
}

const analytics =
  /<script async src="https:\/\/www\.googletagmanager\.com[^>]*><\/script>\s*<script>[\s\S]*?<\/script>/g

/** The page without Google Analytics, which Allure 3 puts into every report. Throws when any of it is left. */
export const withoutAnalytics = (page: string): string => {
  const clean = page.replace(analytics, '')
  // The application itself names neither; only the snippet does.
  const left = /googletagmanager\.com|gtag\('config'/.exec(clean)
  if (left !== null) throw new Error(`expected a page without analytics, got ${left[0]} in it`)
  return clean
}

/**
 * Renders `allure/index.html`, one file that needs no network, from `allure-results` in the same folder; returns its
 * path. On failure the results stay as they are, and the error says how to render them by hand.
 */
export const render = async ({ out, config }: RenderTask): Promise<string> => {
  const output = join(out, 'allure')
  const page = join(output, 'index.html')
  const results = join(out, 'allure-results')
  const file = join(results, 'allurerc.json')
  try {
    await rm(output, { recursive: true, force: true })
    await writeWhole(file, `${JSON.stringify(config, undefined, 2)}\n`)
    await undisturbed(async () => {
      const report = new AllureReport(await readConfig(out, file, { output }))
      await report.start()
      await report.readDirectory(results)
      await report.done()
    })
    await writeWhole(page, withoutAnalytics(await readFile(page, 'utf8')))
    // Allure leaves indexes of its own beside the page, which needs none of them.
    for (const name of await readdir(output))
      if (name !== 'index.html') await rm(join(output, name), { recursive: true })
    return page
  } catch (cause) {
    await rm(output, { recursive: true, force: true })
    throw new Error(
      `the Allure report was not rendered: ${cause instanceof Error ? cause.message : cause}\n` +
        `  The results are in ${results}. To render them: npx allure generate --config ${file} ` +
        `--output ${output} ${results}\n` +
        '  A page that is rendered by hand calls Google Analytics when it is opened.',
      { cause },
    )
  }
}
