import { startBank } from '../bank/index.ts'
import { defaultProfile, loadProfile } from '../cli/profile.ts'
import type { Rule } from '../engine/rule.ts'
import { type KeptRun, type Run, run } from '../engine/run.ts'

/** Lives of a bank on which slow scenarios are run, in seconds. */
const shortLives = { accessToken: 6, requestUri: 5, code: 3 }

/** How much of the standard is asked of one bank. */
export interface ProofOptions {
  readonly defects: readonly string[]
  /** Also scenarios that wait. */
  readonly slow: boolean
  /** Also the burst. */
  readonly burst: boolean
  /** The library without the bank's policy. */
  readonly bare?: boolean
}

/** What has to be asked so that a rule gets its evidence. */
export const needsOf = (rule: Rule): Pick<ProofOptions, 'slow' | 'burst'> => {
  const scenarios = typeof rule.on === 'string' ? [] : rule.on
  return {
    slow: scenarios.some(({ slow }) => slow === true),
    burst: scenarios.some(({ means }) => means?.includes('burst')),
  }
}

/** One whole run against an embedded bank in this process. */
export const runAgainst = async ({ defects, slow, burst, bare = false }: ProofOptions): Promise<KeptRun> => {
  const bank = await startBank({ defects, bare, ...(slow ? { lifetimes: shortLives } : {}) })
  try {
    const { profile, raw, standard } = await loadProfile(defaultProfile, async () => ({
      fill: bank.profile,
      close: async () => undefined,
    }))
    const { burst: agreed, ...quiet } = profile
    const shortLimits = { ...profile.limits, codeLife: shortLives.code + 1 }
    return await run({
      keep: true,
      profile: { ...quiet, ...(burst && agreed ? { burst: agreed } : {}), ...(slow ? { limits: shortLimits } : {}) },
      raw,
      standard,
      selection: { suites: [], rules: [], operations: [], slow },
      interrupted: new AbortController().signal,
      person: { tell: () => undefined, canType: false },
    })
  } finally {
    await bank.close()
  }
}

/** Ids of the rules with findings, sorted. */
export const broken = ({ report }: Run): readonly string[] =>
  [...new Set(report.verdicts.filter(({ findings }) => findings.length > 0).map(({ rule }) => rule))].sort()

/** Rules that came to no conclusion although they were asked, with why; sorted. */
export const undecided = ({ report }: Run): readonly string[] =>
  [
    ...new Set(
      report.verdicts
        .filter(({ outcome }) => outcome === 'inconclusive' || outcome === 'broken')
        .map(({ rule, outcome, reason }) => `${rule} ${outcome}: ${reason}`),
    ),
  ].sort()
