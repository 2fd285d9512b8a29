import { spawn } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { writeWhole } from '../files.ts'
import type { Reporting } from '../reporting.ts'
import { allureConfig } from './config.ts'

const cli = (): string => join(dirname(createRequire(import.meta.url).resolve('allure')), '..', 'cli.js')

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

const allure = (parameters: readonly string[], cwd: string): Promise<void> =>
  new Promise((done, reject) => {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('ALLURE_'))
    const environment = { ...Object.fromEntries(inherited), ALLURE_NO_ANALYTICS: '1', NO_COLOR: '1' }
    const child = spawn(process.execPath, [cli(), ...parameters], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const keep = (piece: Buffer): void => {
      said = `${said}${piece}`.slice(-2000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) done()
      else reject(new Error(`allure ended with ${signal ?? `exit code ${code}`}: ${said.trim() || 'it said nothing'}`))
    })
  })

/**
 * Renders `allure/index.html`, one file that needs no network, from `allure-results` in the same folder; returns its
 * path. On failure the results stay as they are, and the error says how to render them by hand.
 */
export const render = async (reporting: Pick<Reporting, 'report' | 'out'>): Promise<string> => {
  const { report } = reporting
  // Allure takes relative paths from a folder of its own.
  const out = resolve(reporting.out)
  const output = join(out, 'allure')
  const page = join(output, 'index.html')
  const config = join(out, 'allure-results', 'allurerc.json')
  try {
    await rm(output, { recursive: true, force: true })
    await writeWhole(config, `${JSON.stringify(allureConfig(report), undefined, 2)}\n`)
    await allure(['generate', '--config', config, '--cwd', out, '--output', output, join(out, 'allure-results')], out)
    await writeWhole(page, withoutAnalytics(await readFile(page, 'utf8')))
    // Allure leaves indexes of its own beside the page, which needs none of them.
    for (const name of await readdir(output))
      if (name !== 'index.html') await rm(join(output, name), { recursive: true })
    return page
  } catch (cause) {
    await rm(output, { recursive: true, force: true })
    throw new Error(
      `the Allure report was not rendered: ${cause instanceof Error ? cause.message : cause}\n` +
        `  The results are in ${join(out, 'allure-results')}. To render them: npx allure generate --config ${config} ` +
        `--output ${output} ${join(out, 'allure-results')}\n` +
        '  A page that is rendered by hand calls Google Analytics when it is opened.',
      { cause },
    )
  }
}
