import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { defects } from '../bank/index.ts'
import { packageRoot } from '../engine/package.ts'
import { broken, runAgainst, undecided } from './prove-defects.ts'

const lockFile = join(packageRoot, 'bank', 'defects.lock.json')

const prove = async ({
  update,
  only,
}: {
  readonly update?: true
  readonly only?: readonly string[]
}): Promise<void> => {
  const known = JSON.parse(readFileSync(lockFile, 'utf8')) as Record<string, readonly string[]>
  const found: Record<string, readonly string[]> = {}
  let wrong = 0
  for (const name of ['none', ...defects.map((defect) => defect.name)]) {
    if (only !== undefined && !only.includes(name)) continue
    const run = await runAgainst({ defects: name === 'none' ? [] : [name], slow: true, burst: true })
    const rules = broken(run)
    found[name] = rules
    const same = JSON.stringify(rules) === JSON.stringify(known[name] ?? [])
    if (!same) wrong += 1
    console.log(`${same ? 'as recorded' : 'DIFFERENT  '}  ${name}: ${rules.join(', ') || 'nothing'}`)
    for (const line of undecided(run)) console.log(`               ${line}`)
  }
  if (update) {
    const { none: _, ...rest } = found
    writeFileSync(lockFile, `${JSON.stringify({ ...(only === undefined ? {} : known), ...rest }, undefined, 2)}\n`)
    console.log(`written: ${lockFile}`)
    return
  }
  if (wrong > 0) process.exitCode = 1
}

await new Command('prove')
  .description('run every defect of the embedded bank against all suites, and compare with bank/defects.lock.json')
  .option('--update', 'write what was found into the lock file')
  .option('--only <name...>', 'only these defects; none is the honest bank')
  .action(prove)
  .parseAsync()
