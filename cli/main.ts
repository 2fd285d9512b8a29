#!/usr/bin/env node
import './heap.ts'
import { Command, CommanderError } from 'commander'
import { exitCodes } from '../engine/judge/result.ts'
import { packageVersion } from '../engine/package.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import { harmless } from '../reporters/terminal/wrap.ts'
import { addBank } from './bank.ts'
import { addJudge } from './judge-command.ts'
import { addPlan } from './plan.ts'
import { addRules } from './rules-command.ts'
import { addRun } from './run.ts'
import { newerSource } from './stale.ts'

const program = new Command('mizan')
  .description('Says, clause by clause, whether an API keeps the published open finance standard.')
  .version(packageVersion)
  .showHelpAfterError('(mizan --help shows what there is)')
  .exitOverride()

addRun(program)
addJudge(program)
addPlan(program)
addRules(program)
addBank(program)

const newer = newerSource()
if (newer !== undefined)
  process.stderr.write(`mizan: dist is older than ${newer}; npm run build brings it up to date\n`)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // It has said what was wrong with the words of the command; help and version are no fault.
    process.exitCode = error.exitCode === 0 ? 0 : exitCodes.setUp
  } else if (error instanceof SetUpFault) {
    process.stderr.write(`mizan: ${harmless(error.text)}\n`)
    process.exitCode = exitCodes.setUp
  } else {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`mizan: this is our own fault, not the target's; please report it\n${harmless(text)}\n`)
    process.exitCode = exitCodes.ownFault
  }
}
