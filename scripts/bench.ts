import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { benchAnyApi } from './bench/any-api.ts'
import { main, repeat, row, runs, time } from './bench/measure.ts'
import { benchRecording } from './bench/recording.ts'

/** Seconds from the start of a run to its first request, at a bank that is up already. */
const firstRequest = async (profile: string, out: string): Promise<number> => {
  const began = Date.now()
  await time(['run', '--profile', profile, '--out', out, '--rule', 'UAE-DSC-002', '--quiet'])
  const har = JSON.parse(readFileSync(join(out, 'recording.har'), 'utf8')) as {
    log: { entries: { startedDateTime: string }[] }
  }
  return (Date.parse(har.log.entries[0]?.startedDateTime ?? '') - began) / 1000
}

const withBank = async <T>(folder: string, work: (profile: string) => Promise<T>): Promise<T> => {
  const profile = join(folder, 'bank.yaml')
  const bank = spawn(process.execPath, [main, 'bank', '--write-profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve) =>
    bank.stdout.on('data', (text) => String(text).includes('Profile written') && resolve()),
  )
  try {
    return await work(profile)
  } finally {
    bank.kill('SIGTERM')
    await new Promise((resolve) => bank.once('exit', resolve))
  }
}

const bench = async (): Promise<void> => {
  const out = mkdtempSync(join(tmpdir(), 'mizan-bench-'))
  try {
    if (process.argv.includes('judge')) {
      for (const line of await benchRecording(out)) console.log(line)
      return
    }
    const job = await repeat(() => time(['run', '--out', out]))
    const plan = await repeat(() => time(['plan']))
    const first = await withBank(out, (profile) => repeat(() => firstRequest(profile, join(out, 'first'))))
    console.log(
      `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 1e9)} GB; ${runs} runs after a warm-up`,
    )
    console.log(`${''.padEnd(46)}${['min', 'median', 'max'].map((name) => name.padStart(8)).join('')}`)
    console.log(
      row(
        'main job: embedded bank, all reports',
        job.map(({ seconds }) => seconds),
        's',
      ),
    )
    if (job.every(({ megabytes }) => megabytes !== undefined))
      console.log(
        row(
          'main job: peak memory of its largest process',
          job.map(({ megabytes }) => megabytes ?? 0),
          'MB',
        ),
      )
    console.log(row('first request at a bank that is up', first, 's'))
    console.log(
      row(
        'plan',
        plan.map(({ seconds }) => seconds),
        's',
      ),
    )
    for (const line of await benchAnyApi(out)) console.log(line)
    for (const line of await benchRecording(out)) console.log(line)
    const codes = new Set(job.map(({ exitCode }) => exitCode))
    if (codes.size !== 1 || !codes.has(0)) console.log(`exit codes of the main job: ${[...codes].join(', ')}`)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

await bench()
