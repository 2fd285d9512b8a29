import { startBank } from '../bank/index.ts'
import { defaultProfile, loadProfile } from '../cli/profile.ts'
import { type KeptRun, type Run, run } from '../engine/run.ts'
import type { Scenario } from '../engine/scenario.ts'
import { uaeHub } from '../suites/uae-hub/index.ts'

/** Seconds for which a code lives where slow scenarios are run. */
const codeLife = 3

/** Lives of a bank on which slow scenarios are run, in seconds: with all others beside them, a token has to last a while. */
const livesFor = (scenarios: readonly string[] | undefined) => ({
  accessToken: scenarios === undefined ? 20 : 6,
  requestUri: 5,
  code: codeLife,
})

/** What `bank/defects.lock.json` says of a defect. */
export interface Recorded {
  /** Every rule that it breaks, sorted. */
  readonly breaks: readonly string[]
  /** Scenarios that suffice to show that. */
  readonly shownBy: readonly string[]
}

/** How much of the standard is asked of one bank. */
export interface ProofOptions {
  readonly defects: readonly string[]
  /** Only these scenarios. */
  readonly scenarios?: readonly string[]
  /** Also scenarios that wait. */
  readonly slow: boolean
  /** Also the burst. */
  readonly burst: boolean
  /** The library without the bank's policy. */
  readonly bare?: boolean
}

/** What has to be on so that scenarios run. */
export const needsOf = (scenarios: readonly Scenario<unknown>[]): Pick<ProofOptions, 'slow' | 'burst'> => {
  return {
    slow: scenarios.some(({ slow }) => slow === true),
    burst: scenarios.some(({ means }) => means?.includes('burst') === true),
  }
}

/** One whole run against an embedded bank in this process. */
export const runAgainst = async ({ defects, scenarios, slow, burst, bare = false }: ProofOptions): Promise<KeptRun> => {
  const bank = await startBank({ defects, bare, ...(slow ? { lifetimes: livesFor(scenarios) } : {}) })
  try {
    const { profile, raw, standard } = await loadProfile(defaultProfile, async () => ({
      fill: bank.profile,
      close: async () => undefined,
    }))
    const { burst: agreed, ...quiet } = profile
    const shortLimits = { ...profile.limits, codeLife: codeLife + 1 }
    return await run({
      keep: true,
      profile: { ...quiet, ...(burst && agreed ? { burst: agreed } : {}), ...(slow ? { limits: shortLimits } : {}) },
      raw,
      standard,
      selection: { suites: [], rules: [], operations: [], ...(scenarios && { scenarios }), slow },
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

/** How well a scenario shows something by itself: first those that get a good answer of the API on the way. */
const standing = (scenario: string): number => {
  const known = uaeHub.suites.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === scenario)
  if (known === undefined) return 3
  return known.uses === undefined ? 2 : known.slow ? 1 : 0
}

/** Scenarios that suffice to show what a run found: for each rule one of those that showed it. */
export const shownBy = ({ report, recording }: KeptRun): readonly string[] => {
  const scenarioOf = new Map(recording.exchanges.map(({ id, scenario }) => [id, scenario]))
  const best = new Map<string, string>()
  for (const { rule, scenario, findings } of report.verdicts) {
    for (const { exchange } of findings) {
      const shown = scenario === '*' ? scenarioOf.get(exchange ?? '') : scenario
      const before = best.get(rule)
      if (shown === undefined || (before !== undefined && standing(before) <= standing(shown))) continue
      best.set(rule, shown)
    }
  }
  return [...new Set(best.values())].filter((one) => standing(one) < 3).sort()
}

/** Rules that came to no conclusion although they were asked, with why; sorted. */
export const undecided = ({ report }: Run): readonly string[] =>
  [
    ...new Set(
      report.verdicts
        .filter(({ outcome }) => outcome === 'inconclusive' || outcome === 'broken')
        .map(({ rule, outcome, reason }) => `${rule} ${outcome}: ${reason}`),
    ),
  ].sort()
