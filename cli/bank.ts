import { writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { stringify } from 'yaml'
import type { BankStandard, RunningBank } from '../bank/index.ts'
import { near } from '../engine/near.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { BankMessage } from './bank-process.ts'

interface BankFlags {
  readonly standard?: string
  readonly variant?: string
  readonly port: string
  readonly now?: string
  readonly defect: readonly string[]
  readonly writeProfile?: string
  readonly listDefects?: true
  readonly forRun?: true
  readonly shortLives?: true
}

/** Lives of a bank on which slow scenarios are run, in seconds: long enough to be used, short enough to be waited for. */
const shortLives = { accessToken: 20, requestUri: 6 }

const portOf = (text: string): number => {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new SetUpFault(`--port ${text}`, 'expected a number from 0 to 65535', '0 takes any free port.')
}

const nowOf = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined
  const now = new Date(text)
  if (!Number.isNaN(now.getTime())) return now
  throw new SetUpFault(
    `--now ${text}`,
    'expected a date-time such as 2026-06-01T09:00:00Z',
    'Dates of the ledger are counted back from it.',
  )
}

/** The standard that is asked for, or else the one whose defects are. */
const standardOf = async ({ standard, defect: [first] }: BankFlags): Promise<BankStandard> => {
  const { defects, bankStandards, isBankStandard } = await import('../bank/index.ts')
  if (standard !== undefined && isBankStandard(standard)) return standard
  if (standard !== undefined) {
    throw new SetUpFault(
      `--standard ${standard}`,
      `expected ${bankStandards.join(' or ')}`,
      'The bank speaks no other.',
    )
  }
  return defects.find(({ name }) => name === first)?.standard ?? 'uae-hub'
}

const optionsOf = async (flags: BankFlags) => {
  const now = nowOf(flags.now)
  return {
    standard: await standardOf(flags),
    ...(flags.variant === undefined ? {} : { variant: flags.variant }),
    port: portOf(flags.port),
    ...(now === undefined ? {} : { now }),
    defects: flags.defect,
    ...(flags.shortLives ? { lifetimes: shortLives } : {}),
  }
}

const profileText = (standard: string, { variant }: BankFlags, profile: RunningBank['profile']): string => {
  const head = '# A profile of a running embedded bank. Its keys go when the bank ends.\n'
  return (
    head +
    stringify({
      name: 'Embedded bank',
      standard,
      ...(variant === undefined ? {} : { variant }),
      environment: 'sandbox',
      users: 'synthetic',
      write: true,
      ...profile,
      burst: { requests: 300 },
      limits: { concurrency: 8, requestsPerSecond: 1000, clockTolerance: 1 },
    })
  )
}

const untilToldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    process.once('disconnect', resolve)
  })

const forRun = async (flags: BankFlags): Promise<void> => {
  // Ctrl-C reaches the whole process group: the bank stays up until the run has given its consents back.
  process.on('SIGINT', () => undefined)
  const tell = (message: BankMessage): void => void process.send?.(message)
  try {
    const { startBank } = await import('../bank/index.ts')
    const bank = await startBank(await optionsOf(flags))
    tell({ fill: bank.profile })
    await new Promise((resolve) => process.once('disconnect', resolve))
    await bank.close()
    process.exit(0)
  } catch (error) {
    tell({ fault: error instanceof Error ? error.message : String(error) })
    process.exitCode = 3
    process.disconnect?.()
  }
}

const started = async (flags: BankFlags): Promise<RunningBank> => {
  const { startBank, defects } = await import('../bank/index.ts')
  const options = await optionsOf(flags)
  const names = defects.filter(({ standard }) => standard === options.standard).map(({ name }) => name)
  const unknown = flags.defect.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const guess = near(unknown, names)
    const todo = guess === undefined ? 'npx mizan bank --list-defects lists them.' : `Did you mean ${guess}?`
    throw new SetUpFault(`--defect ${unknown}`, 'there is no such defect', todo)
  }
  try {
    return await startBank(options)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw cause
    const why = code === 'EACCES' ? 'this user may not listen there' : 'another program listens there'
    throw new SetUpFault(`--port ${flags.port}`, why, '0 takes any free port.', { cause })
  }
}

const writeProfile = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { mode: 0o600 })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new SetUpFault(
      `--write-profile ${file}`,
      `the file cannot be written (${code})`,
      'Name a file in a folder that is there.',
      { cause },
    )
  }
}

const alone = async (flags: BankFlags): Promise<void> => {
  const { defects } = await import('../bank/index.ts')
  if (flags.listDefects) {
    const standard = flags.standard === undefined ? undefined : await standardOf(flags)
    const listed = defects.filter((one) => standard === undefined || one.standard === standard)
    const width = Math.max(...listed.map(({ name }) => name.length))
    for (const { name, title, breaks } of listed) console.log(`${name.padEnd(width)}  ${breaks}  ${title}`)
    return
  }
  const bank = await started(flags)
  try {
    console.log(`The bank is up: ${bank.issuer}`)
    if (flags.defect.length > 0) console.log(`Defects: ${flags.defect.join(', ')}`)
    if (flags.writeProfile !== undefined) {
      writeProfile(flags.writeProfile, profileText(await standardOf(flags), flags, bank.profile))
      console.log(`Profile written. Run: npx mizan run --profile ${flags.writeProfile}`)
    }
    console.log('Ctrl-C ends it; its keys go with it.')
    await untilToldToStop()
  } finally {
    await bank.close()
  }
}

/** `mizan bank`: runs the embedded bank by itself. */
export const addBank = (program: Command): void => {
  program
    .command('bank')
    .description('run the embedded bank by itself')
    .option('--standard <id>', 'what it speaks: uae-hub or bahrain; that of the defects unless said, else uae-hub')
    .option('--variant <name>', 'variant of the standard')
    .option('--port <number>', 'port on the loopback; 0 takes any', '0')
    .option('--now <date-time>', "the ledger's today")
    .option(
      '--defect <name>',
      'break one thing; may be given more than once',
      (name: string, all: readonly string[]) => [...all, name],
      [],
    )
    .option('--list-defects', 'list what can be broken, and the rule that notices')
    .option('--write-profile <file>', 'write a profile for this bank')
    .option('--short-lives', 'tokens and request URIs that live a few seconds')
    .addOption(program.createOption('--for-run').hideHelp())
    .action((flags: BankFlags) => (flags.forRun ? forRun(flags) : alone(flags)))
}
