import { realpathSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { type Command, Option } from 'commander'
import { exitCodes } from '../engine/judge/result.ts'
import type { JudgeSelection } from '../engine/recorded/plan.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import { openRoom } from '../reporters/allure/room.ts'
import { interruption } from './interruption.ts'
import { more } from './selection.ts'
import { exchangeLine, show } from './show.ts'
import { checkOut, writeReports, written } from './write-reports.ts'

interface JudgeFlags {
  readonly profile: string
  readonly host?: readonly string[]
  readonly rule?: readonly string[]
  readonly operation?: readonly string[]
  readonly level?: 'MUST' | 'SHOULD' | 'MAY'
  readonly out: string
  readonly verbose?: true
  readonly quiet?: true
}

const selectionOf = ({ rule = [], operation = [], level }: JudgeFlags): JudgeSelection => ({
  rules: rule,
  operations: operation,
  ...(level !== undefined && { level }),
})

/** Where a file really is, whatever links lead to it; as it is named where there is none. */
const really = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const isIn = (path: string, other: string): boolean => path === other || path.startsWith(`${other}${sep}`)

const judgeCommand = async (recording: string, flags: JudgeFlags): Promise<number> => {
  // What is read is let go of at once, and there is much of it.
  setFlagsFromString('--max-semi-space-size=16')
  // Node 24 reads that only when a process starts, and would go on to four times as much.
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
  const out = resolve(flags.out)
  checkOut(out)
  const path = resolve(recording)
  if (written.some((name) => isIn(really(path), really(join(really(out), name)))))
    throw new SetUpFault(
      `--out ${flags.out}`,
      'the reports would replace the recording that is judged',
      'Name another folder with --out.',
    )
  const shown = show({ ...flags, command: `judge ${recording} --profile ${flags.profile}` })
  const { signal, release } = interruption(shown.tell, 'writing the results so far')
  // It gets ready while the recording is read.
  const room = openRoom()
  try {
    const [{ loadJudgeProfile }, { judgeRecording }] = await Promise.all([
      import('./judge-profile.ts'),
      import('../engine/recorded/judge-recording.ts'),
    ])
    const loaded = await loadJudgeProfile(flags.profile)
    const judged = await judgeRecording({
      ...loaded,
      path,
      shown: relative(process.cwd(), path),
      selection: selectionOf(flags),
      ...(flags.host && { hosts: flags.host }),
      interrupted: signal,
      onExchange: (exchange, redactor) => shown.exchange(() => redactor.text(exchangeLine(exchange))),
    })
    shown.done()
    const { faults } = await writeReports(judged, loaded.standard, out, room)
    shown.summary(judged, loaded.standard, out, faults)
    return faults.some(({ ours }) => ours) ? exitCodes.ownFault : judged.exitCode
  } finally {
    shown.done()
    room.close()
    release()
  }
}

/** `mizan judge`: judges what was recorded. Sends nothing. */
export const addJudge = (program: Command): void => {
  program
    .command('judge')
    .description(
      'judge a recording (HAR 1.2) with every rule that needs no further request, write the reports; send nothing',
    )
    .argument('<recording>', 'a HAR file of any tool, or recording.har of a run')
    .requiredOption(
      '--profile <file>',
      'what the recording is of: its standard, and where its APIs are (docs/judging.md)',
    )
    .option('--host <host>', 'only requests to this host, with its port; may be given more than once', more)
    .option('--rule <id>', 'only this rule; may be given more than once', more)
    .option(
      '--operation <operation>',
      'only this operation, such as "GET /accounts"; may be given more than once',
      more,
    )
    .addOption(new Option('--level <level>', 'only this level and those above').choices(['MUST', 'SHOULD', 'MAY']))
    .option('--out <folder>', 'where the reports go', 'out')
    .option('--verbose', 'a line for every exchange')
    .option('--quiet', 'only the result')
    .action(async (recording: string, flags: JudgeFlags) => {
      process.exitCode = await judgeCommand(recording, flags)
    })
}
