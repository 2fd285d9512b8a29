import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { StartEmbedded } from './profile.ts'

/** Seconds in which the embedded bank has to be up; it takes less than one. */
const patience = 20

/** What the bank's process says once it is up, or why it is not. */
export type BankMessage = { readonly fill: Readonly<Record<string, unknown>> } | { readonly fault: string }

/** Starts the embedded bank in a process of its own, so that what it costs is not the run's. It ends when the run does. */
export const bankInProcess =
  (options: { readonly shortLives: boolean }): StartEmbedded =>
  ({ standard, variant, now, defects }) =>
    new Promise((resolve, reject) => {
      const main = fileURLToPath(new URL('./main.js', import.meta.url))
      const words = ['bank', '--for-run', ...(options.shortLives ? ['--short-lives'] : [])]
      const args = [
        ...words,
        ...['--standard', standard],
        ...(variant === undefined ? [] : ['--variant', variant]),
        ...(now === undefined ? [] : ['--now', now]),
        ...defects.flatMap((name) => ['--defect', name]),
      ]
      const bank = fork(main, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
      const failed = (why: string): void =>
        reject(new SetUpFault('embedded bank', why, 'Run npx mizan bank by itself to see more.'))
      const timer = setTimeout(() => {
        bank.kill()
        failed(`it was not up after ${patience} seconds`)
      }, patience * 1000)
      const close = (): Promise<void> =>
        new Promise((done) => {
          if (bank.exitCode !== null || bank.signalCode !== null) return done()
          bank.once('exit', () => done())
          bank.disconnect()
        })
      bank.once('message', (message: BankMessage) => {
        clearTimeout(timer)
        if ('fault' in message) failed(message.fault)
        else resolve({ fill: message.fill, close })
      })
      bank.once('exit', (code) => {
        clearTimeout(timer)
        failed(`it ended with exit code ${code} before it was up`)
      })
    })
