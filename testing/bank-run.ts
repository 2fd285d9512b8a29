import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { RunningBank } from '../bank/index.ts'
import { loadProfile } from '../cli/profile.ts'
import { type KeptRun, type Run, run } from '../engine/run.ts'
import type { RunOptions } from '../engine/scene.ts'

/** Writes a profile of a running bank into a folder, with other fields where wanted; gives back its path. */
export const writeProfile = (
  bank: RunningBank,
  folder: string,
  change: Readonly<Record<string, unknown>> = {},
): string => {
  const file = join(folder, 'profile.yaml')
  const profile = {
    name: 'Bank of the test',
    standard: 'uae-hub',
    users: 'synthetic',
    write: true,
    ...bank.profile,
    limits: { concurrency: 8, requestsPerSecond: 1000, settle: 2, clockTolerance: 1 },
    ...change,
  }
  writeFileSync(file, stringify(profile))
  return file
}

/** One run of a profile in this process, of everything but what waits unless `change` says otherwise. */
export const runProfile = async (file: string, change: Partial<Omit<RunOptions, 'keep'>> = {}): Promise<KeptRun> => {
  const { profile, raw, standard } = await loadProfile(file)
  return run({
    keep: true,
    profile,
    raw,
    standard,
    selection: { suites: [], rules: [], operations: [], slow: false },
    interrupted: new AbortController().signal,
    person: { tell: () => undefined, canType: false },
    ...change,
  })
}

/** What a run left undecided or broken, and why; sorted. */
export const troubles = ({ report }: Run): readonly string[] =>
  report.verdicts
    .filter(({ outcome, findings }) => outcome === 'inconclusive' || outcome === 'broken' || findings.length > 0)
    .map(({ rule, scenario, outcome, reason }) => `${rule} ${scenario} ${outcome}: ${reason ?? 'findings'}`)
    .sort()
