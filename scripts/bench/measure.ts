import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../engine/package.ts'

/** Whole-process figures of one command. */
export interface Figures {
  readonly seconds: number
  /** Of the largest process of the tree; undefined where the system does not tell. */
  readonly megabytes: number | undefined
  readonly exitCode: number | null
}

/** The compiled command. */
export const main = join(packageRoot, 'dist', 'cli', 'main.js')
/** Runs of which the median is told, after one to warm up. */
export const runs = 5

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

/** Runs the command once, quietly. */
export const time = (args: readonly string[]): Promise<Figures> =>
  new Promise((resolve) => {
    const began = performance.now()
    const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' })
    const memory = watchMemory(child)
    child.once('exit', (exitCode) =>
      resolve({ seconds: (performance.now() - began) / 1000, megabytes: memory(), exitCode }),
    )
  })

/** A line of the table: least, median and most. */
export const row = (name: string, values: readonly number[], unit: string): string => {
  const sorted = [...values].sort((a, b) => a - b)
  const digits = unit === 's' ? 2 : 0
  const show = (value: number | undefined): string => (value ?? Number.NaN).toFixed(digits).padStart(8)
  return `${name.padEnd(46)}${show(sorted[0])}${show(sorted[sorted.length >> 1])}${show(sorted.at(-1))}  ${unit}`
}

/** Does it once to warm up, then as often as is told. */
export const repeat = async <T>(work: () => Promise<T>): Promise<readonly T[]> => {
  const all: T[] = []
  await work()
  for (let count = 0; count < runs; count += 1) all.push(await work())
  return all
}
