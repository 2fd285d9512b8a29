import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../engine/run.ts'
import type { Reporting } from '../reporters/reporting.ts'
import { defaultProfile, loadProfile, type StartEmbedded } from './profile.ts'
import { reportingOf } from './reporting.ts'

/** Starts the embedded bank in this process. */
export const bankHere: StartEmbedded = async ({ standard, variant, now, defects }) => {
  const { startBank, isBankStandard } = await import('../bank/index.ts')
  const bank = await startBank({
    defects,
    ...(isBankStandard(standard) && { standard }),
    ...(variant !== undefined && { variant }),
    ...(now === undefined ? {} : { now: new Date(now) }),
  })
  return { fill: bank.profile, close: bank.close }
}

/** One run for `vitest --project conformance`: of the profile that MIZAN_PROFILE names, else of the embedded bank. */
export const conformanceForVitest = async (): Promise<Reporting> => {
  const opened = await loadProfile(process.env.MIZAN_PROFILE ?? defaultProfile, bankHere)
  try {
    const finished = await run({
      profile: opened.profile,
      raw: opened.raw,
      standard: opened.standard,
      selection: { suites: [], rules: [], operations: [], slow: false },
      interrupted: new AbortController().signal,
      person: { tell: (text) => process.stderr.write(`${text}\n`), canType: false },
    })
    return reportingOf(finished, opened.standard, mkdtempSync(join(tmpdir(), 'mizan-')))
  } finally {
    await opened.close()
  }
}
