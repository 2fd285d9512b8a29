import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { packageRoot } from '../../engine/package.ts'
import { type Figures, repeat, row, time } from './measure.ts'

const api = join(packageRoot, 'dist', 'scripts', 'bench', 'api.js')

/** Serves so many operations with 19 KB bodies from a process of its own while something is done with it. */
const withApi = async <T>(
  operations: number,
  folder: string,
  work: (contract: string, baseUrl: string) => Promise<T>,
): Promise<T> => {
  const contract = join(folder, `api-${operations}.json`)
  const server = spawn(process.execPath, [api, String(operations), contract], { stdio: ['ignore', 'pipe', 'inherit'] })
  const baseUrl = await new Promise<string>((resolve) =>
    server.stdout.once('data', (text) => resolve(String(text).trim())),
  )
  try {
    return await work(contract, baseUrl)
  } finally {
    server.kill()
    await new Promise((resolve) => server.once('exit', resolve))
  }
}

const asked = (
  operations: number,
  folder: string,
  more: (job: () => Promise<Figures>) => Promise<readonly Figures[]>,
) =>
  withApi(operations, folder, (contract, baseUrl) =>
    more(() =>
      time(['run', '--contract', contract, '--base-url', baseUrl, '--positive', '--out', join(folder, 'any-api')]),
    ),
  )

const lines = (name: string, figures: readonly Figures[]): readonly string[] => {
  const codes = [...new Set(figures.map(({ exitCode }) => exitCode))].join(', ')
  return [
    row(
      name,
      figures.map(({ seconds }) => seconds),
      's',
    ),
    row(
      '  peak memory of its largest process',
      figures.map(({ megabytes }) => megabytes ?? Number.NaN),
      'MB',
    ),
    ...(codes === '0' ? [] : [`  exit codes: ${codes}`]),
  ]
}

/** How long any API takes by its document, and what it costs in memory: good calls only, all reports on. */
export const benchAnyApi = async (folder: string): Promise<readonly string[]> => [
  ...lines('any API: 200 GETs with 19 KB bodies', await asked(200, folder, repeat)),
  ...lines('any API: 1,000 GETs', await asked(1000, folder, repeat)),
  ...lines('any API: 10,000 GETs (once)', await asked(10_000, folder, async (job) => [await job()])),
]
