import { type ChildProcess, fork } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reporting } from '../reporting.ts'
import { allureConfig } from './config.ts'
import { environmentInfo } from './environment.ts'
import type { RenderTask } from './render.ts'
import type { ShowTask } from './show.ts'
import { view } from './view.ts'

/** Where Allure's results and page are made. */
export interface Room {
  /** Writes `allure-results` into the folder of the run; returns its path. */
  readonly show: (reporting: Reporting) => Promise<string>
  /** Renders `allure/index.html` from them; returns its path. */
  readonly render: (reporting: Pick<Reporting, 'report' | 'out'>) => Promise<string>
  readonly close: () => void
}

/** One thing to do; the other process answers each with `Done`. */
export type Task = { readonly show: ShowTask } | { readonly render: RenderTask }
export type Done = { readonly page?: string } | { readonly error: string }

const here: (task: Task) => Promise<Done> = async (task) => {
  if ('show' in task) {
    await (await import('./show.ts')).show(task.show)
    return {}
  }
  return { page: await (await import('./render.ts')).render(task.render) }
}

/** Characters of what the other process printed that an error quotes. */
const longestSaid = 2000

const elsewhere = (child: ChildProcess): ((task: Task) => Promise<Done>) => {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece) => {
      said = `${said}${piece}`.slice(-longestSaid)
    })
  return (task) =>
    new Promise((done, reject) => {
      const ended = (code: number | null, signal: string | null): void =>
        reject(new Error(`the process for Allure ended with ${signal ?? `exit code ${code}`}: ${said.trim()}`))
      if (child.exitCode !== null || child.signalCode !== null) return ended(child.exitCode, child.signalCode)
      child.once('exit', ended)
      child.once('message', (answer) => {
        child.off('exit', ended)
        done(answer as Done)
      })
      child.send(task, (error) => error && reject(error))
    })
}

/**
 * Opens the room. Compiled, it is a process of its own that loads its libraries while the run talks, so that they cost
 * neither time nor memory here; else it is this process.
 */
export const openRoom = (): Room => {
  const compiled = import.meta.url.endsWith('.js')
  const child = compiled
    ? fork(fileURLToPath(new URL('room-process.js', import.meta.url)), {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        execArgv: [],
      })
    : undefined
  child?.on('error', () => undefined)
  const ask = child === undefined ? here : elsewhere(child)
  const told = async (task: Task): Promise<string> => {
    const answer = await ask(task)
    if ('error' in answer) throw new Error(answer.error)
    return answer.page ?? ''
  }
  return {
    async show(reporting) {
      const resultsDir = resolve(reporting.out, 'allure-results')
      await told({ show: { rows: view(reporting), environment: environmentInfo(reporting.report), resultsDir } })
      return resultsDir
    },
    render: ({ report, out }) => told({ render: { out: resolve(out), config: allureConfig(report) } }),
    close() {
      child?.kill('SIGKILL')
    },
  }
}
