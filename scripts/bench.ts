import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'

/** Whole-process figures of one command. */
interface Figures {
  readonly seconds: number
  /** Of the largest process of the tree; undefined where the system does not tell. */
  readonly megabytes: number | undefined
  readonly exitCode: number | null
}

const main = join(packageRoot, 'dist', 'cli', 'main.js')
const runs = 5

const statusOf = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return undefined
  }
}

const number = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)

/** Peaks of a process and all below it, in kB, as Linux keeps them. */
const peaks = (root: number): readonly number[] => {
  const all = readdirSync('/proc').flatMap((name) => {
    const status = /^\d+$/.test(name) ? statusOf(Number(name)) : undefined
    return status === undefined
      ? []
      : [{ pid: Number(name), parent: number(status, 'PPid'), peak: number(status, 'VmHWM') }]
  })
  const below = new Set([root])
  for (let grown = true; grown; ) {
    const more = all.filter(({ pid, parent }) => below.has(parent) && !below.has(pid))
    for (const { pid } of more) below.add(pid)
    grown = more.length > 0
  }
  return all.filter(({ pid }) => below.has(pid)).map(({ peak }) => peak)
}

const watchMemory = (child: ChildProcess): (() => number | undefined) => {
  if (process.platform !== 'linux') return () => undefined
  let largest = 0
  const timer = setInterval(() => {
    largest = Math.max(largest, ...peaks(child.pid ?? 0))
  }, 25)
  child.once('exit', () => clearInterval(timer))
  return () => largest / 1000
}

const time = (args: readonly string[]): Promise<Figures> =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' })
    const memory = watchMemory(child)
    child.once('exit', (exitCode) =>
      resolve({ seconds: (performance.now() - began) / 1000, megabytes: memory(), exitCode }),
    )
  })

const row = (name: string, values: readonly number[], unit: string): string => {
  const sorted = [...values].sort((a, b) => a - b)
  const digits = unit === 's' ? 2 : 0
  const show = (value: number | undefined): string => (value ?? Number.NaN).toFixed(digits).padStart(8)
  return `${name.padEnd(46)}${show(sorted[0])}${show(sorted[sorted.length >> 1])}${show(sorted.at(-1))}  ${unit}`
}

const repeat = async <T>(work: () => Promise<T>): Promise<readonly T[]> => {
  const all: T[] = []
  await work()
  for (let count = 0; count < runs; count += 1) all.push(await work())
  return all
}

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
    const codes = new Set(job.map(({ exitCode }) => exitCode))
    if (codes.size !== 1 || !codes.has(0)) console.log(`exit codes of the main job: ${[...codes].join(', ')}`)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

await bench()
