import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BankOptions, startBank } from '../bank/index.ts'
import { checkProfile, readProfile } from '../engine/profile/read.ts'
import type { ProfileFile } from '../engine/profile/schema.ts'
import { run } from '../engine/run.ts'
import type { Session } from '../engine/session.ts'
import type { FapiFacts } from '../engine/standard.ts'
import { consentCall, consentRequest } from '../suites/bahrain/consent-request.ts'
import { contractsOf } from '../suites/bahrain/contracts.ts'
import { everything, smallest } from '../suites/bahrain/needs.ts'
import { writeProfile } from './bank-run.ts'
import { fakeRule, fakeScenario, fakeStandard } from './standard.ts'

const fapi: FapiFacts = {
  clientScope: (contract) => (contract === 'payments' ? 'payments' : 'accounts'),
  consentRequest,
  consentCall,
  smallestNeed: smallest,
}

/** What a user of the bank may be asked for, beside how the bank is started. */
type Talk = Omit<BankOptions, 'standard'> & { readonly uses?: Parameters<typeof consentRequest>[0] }

/**
 * Starts a bank that speaks Bahrain's framework, lets the engine's own client talk to it, and gives back what came of it.
 * The consent is to everything unless said. Throws what kept the talk from its end.
 */
export const talk = async <Result>(
  { uses = everything, ...options }: Talk,
  say: (session: Session, profile: ProfileFile) => Promise<Result>,
): Promise<Result> => {
  const variant = options.variant === undefined ? {} : { variant: options.variant }
  const folder = mkdtempSync(join(tmpdir(), 'mizan-talk-'))
  const bank = await startBank({ rateLimit: { requests: 1000, seconds: 1 }, ...options, standard: 'bahrain' })
  let result: { readonly value: Result } | undefined
  let failure: unknown = new Error('the scenario was not run')
  try {
    const raw = readProfile(writeProfile(bank, folder, { standard: 'bahrain', ...variant }))
    const profile = checkProfile(raw) as ProfileFile
    const scenario = fakeScenario({
      id: 'toy/talk',
      uses,
      effect: 'changes',
      run: async (session) => {
        try {
          result = { value: await say(session, profile) }
        } catch (fault) {
          failure = fault
          throw fault
        }
      },
    })
    const standard = fakeStandard(
      { operations: [], scenarios: [scenario], rules: [fakeRule({ id: 'TOY-1', on: [scenario] })] },
      { id: 'bahrain', variants: ['bh-1.0.0', 'bh-draft-2019'], contracts: contractsOf, capabilities: {}, fapi },
    )
    await run({
      keep: true,
      profile,
      raw,
      standard,
      selection: { suites: [], rules: [], operations: [], slow: false },
      interrupted: new AbortController().signal,
      person: { tell: () => undefined, canType: false },
    })
  } finally {
    await bank.close()
    rmSync(folder, { recursive: true, force: true })
  }
  if (result === undefined) throw failure
  return result.value
}
