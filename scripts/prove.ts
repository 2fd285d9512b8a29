import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { bankStandards, defects } from '../bank/index.ts'
import { packageRoot } from '../engine/package.ts'
import { broken, type Recorded, runAgainst, shownBy, sufficient, undecided } from './prove-defects.ts'

const lockFile = join(packageRoot, 'bank', 'defects.lock.json')

/** The honest bank of each standard, by the name under which it is proved. */
const honest = new Map(bankStandards.map((standard) => [`none-${standard}`, standard]))

type Lock = Readonly<Record<string, Recorded>>

const recorded = (): Lock => JSON.parse(readFileSync(lockFile, 'utf8')) as Lock

interface Flags {
  readonly update?: true
  readonly only?: readonly string[]
  readonly standard?: string
  readonly part?: string
}

/** Names of the part of all names that `2/3` stands for. */
const partOf = (names: readonly string[], part: string | undefined): readonly string[] => {
  const [, which, of] = /^(\d+)\/(\d+)$/.exec(part ?? '1/1')?.map(Number) ?? []
  if (which === undefined || of === undefined || which < 1 || which > of)
    throw new Error(`--part: expected such as 1/2, got ${part}`)
  return names.filter((_, index) => index % of === which - 1)
}

const prove = async ({ update, only, standard: wanted, part }: Flags): Promise<void> => {
  const known = recorded()
  const found: Record<string, Recorded> = {}
  let wrong = 0
  const banks = [...[...honest].map(([name, standard]) => ({ name, standard })), ...defects]
  const names = banks
    .filter(({ name, standard }) => (only?.includes(name) ?? true) && (wanted === undefined || standard === wanted))
    .map(({ name }) => name)
  for (const name of partOf(names, part)) {
    const standard = honest.get(name)
    const bank = standard === undefined ? { defects: [name] } : { defects: [], standard }
    const run = await runAgainst({ ...bank, slow: true, burst: true })
    const breaks = broken(run)
    found[name] = { breaks, shownBy: update ? await sufficient(bank, run) : shownBy(run) }
    const same = JSON.stringify(breaks) === JSON.stringify(known[name]?.breaks ?? [])
    if (!same) wrong += 1
    console.log(`${same ? 'as recorded' : 'DIFFERENT  '}  ${name}: ${breaks.join(', ') || 'nothing'}`)
    for (const line of undecided(run)) console.log(`               ${line}`)
  }
  if (update) {
    // Read again: another part may have written meanwhile. In the order of the defects, so that a diff shows only changes.
    const all = { ...recorded(), ...found }
    const kept = defects.flatMap(({ name }) => (all[name] === undefined ? [] : [[name, all[name]] as const]))
    writeFileSync(lockFile, `${JSON.stringify(Object.fromEntries(kept), undefined, 2)}\n`)
    console.log(`written: ${lockFile}`)
    return
  }
  if (wrong > 0) process.exitCode = 1
}

await new Command('prove')
  .description('run every defect of the embedded bank against all suites, and compare with bank/defects.lock.json')
  .option('--update', 'write what was found into the lock file')
  .option('--only <name...>', 'only these defects; none-uae-hub and none-bahrain are the honest bank')
  .option('--standard <id>', 'only defects of this standard')
  .option('--part <which/of>', 'only a part of them, such as 1/2: parts may run side by side')
  .action(prove)
  .parseAsync()
