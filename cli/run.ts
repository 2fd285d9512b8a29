import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Person } from '../engine/fapi/browser.ts'
import { exitCodes } from '../engine/judge/result.ts'
import { isPlain } from '../engine/profile/schema.ts'
import { type Run, run } from '../engine/run.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import { openRoom } from '../reporters/allure/room.ts'
import { bankInProcess } from './bank-process.ts'
import { interruption } from './interruption.ts'
import { profileOfFlags, targetOf } from './openapi-target.ts'
import { defaultProfile, type Loaded, loadProfile } from './profile.ts'
import { addSelection, type SelectionFlags, selectionOf } from './selection.ts'
import { exchangeLine, type Shown, show } from './show.ts'
import { checkOut, clearOld, writeReports } from './write-reports.ts'

interface RunFlags extends SelectionFlags {
  readonly out: string
  readonly concurrency?: string
  readonly verbose?: true
  readonly quiet?: true
}

const openers: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer' }

const person = (shown: Shown, open: boolean): Person => ({
  tell: shown.tell,
  canType: process.stdin.isTTY === true,
  ...(open && {
    open: (url: string) =>
      spawn(openers[process.platform] ?? 'xdg-open', [url], { stdio: 'ignore', detached: true })
        .on('error', () => undefined)
        .unref(),
  }),
})

const withConcurrency = (loaded: Loaded, flag: string | undefined): Loaded => {
  if (flag === undefined) return loaded
  const concurrency = Number(flag)
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
    throw new SetUpFault(
      `--concurrency ${flag}`,
      'expected a whole number from 1 to 64',
      'It says how many requests are under way at once.',
    )
  }
  const { profile } = loaded
  return { ...loaded, profile: { ...profile, limits: { ...profile.limits, concurrency } } }
}

const execute = async (
  loaded: Loaded,
  flags: RunFlags,
  out: string,
  shown: Shown,
  interrupted: AbortSignal,
): Promise<Run> => {
  const { profile, raw, standard } = loaded
  let first = true
  return run({
    profile,
    raw,
    standard,
    selection: selectionOf(flags),
    interrupted,
    person: person(shown, !isPlain(profile) && profile.authorisation.mode === 'browser' && profile.authorisation.open),
    onPlan: shown.plan,
    onExchange(exchange, redactor) {
      // Kept until the target has answered: a typing error loses no earlier result.
      if (first) clearOld(out)
      first = false
      shown.exchange(() => redactor.text(exchangeLine(exchange)))
    },
    watch: shown.watch,
  })
}

const runCommand = async (flags: RunFlags): Promise<number> => {
  const out = resolve(flags.out)
  checkOut(out)
  const target = targetOf(flags)
  const shown = show({ ...flags, ...(target === undefined ? {} : { target }) })
  const { signal, release } = interruption(shown.tell, 'giving consents back and writing the results so far')
  const whom = profileOfFlags(flags) ?? flags.profile ?? defaultProfile
  // It gets ready while the embedded bank does.
  const room = openRoom()
  const opened = await loadProfile(whom, bankInProcess({ shortLives: flags.slow ?? false })).catch((fault) => {
    room.close()
    throw fault
  })
  let finished: Run
  try {
    finished = await execute(withConcurrency(opened, flags.concurrency), flags, out, shown, signal)
  } catch (error) {
    room.close()
    if (signal.aborted) return exitCodes.interrupted
    throw error
  } finally {
    shown.done()
    await opened.close()
  }
  const { faults } = await writeReports(finished, opened.standard, out, room)
  shown.summary(finished, opened.standard, out, faults)
  release()
  return faults.some(({ ours }) => ours) ? exitCodes.ownFault : finished.exitCode
}

/** `mizan run`: asks, judges, reports. */
export const addRun = (program: Command): void => {
  addSelection(
    program.command('run', { isDefault: false }).description('ask a target, judge its answers, write the reports'),
  )
    .option('--out <folder>', 'where the reports go', 'out')
    .option('--concurrency <number>', 'requests under way at once, instead of limits.concurrency')
    .option('--verbose', 'a line for every exchange')
    .option('--quiet', 'only the result')
    .action(async (flags: RunFlags) => {
      process.exitCode = await runCommand(flags)
    })
}
