import { join } from 'node:path'
import { defects as allDefects, type BankStandard, startBank } from '../bank/index.ts'
import { loadProfile } from '../cli/profile.ts'
import { packageRoot } from '../engine/package.ts'
import { type RawProfile, readProfile } from '../engine/profile/read.ts'
import { type KeptRun, type Run, run } from '../engine/run.ts'
import type { Scenario } from '../engine/scenario.ts'
import { standards } from '../suites/index.ts'

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
  /** That of the defects unless said; of an honest bank `uae-hub`. */
  readonly standard?: BankStandard
  /** That of the defects unless said, else that of the profile. */
  readonly variant?: string
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

/** The profile of the embedded bank in a standard, in a variant other than its own where one is wanted. */
const profileFor = (standard: BankStandard, variant: string | undefined): RawProfile => {
  const raw = readProfile(join(packageRoot, 'profiles', `embedded-${standard}.yaml`))
  return variant === undefined ? raw : { ...raw, values: { ...raw.values, variant } }
}

/** One whole run against an embedded bank in this process. */
export const runAgainst = async (options: ProofOptions): Promise<KeptRun> => {
  const { defects, scenarios, slow, burst, bare = false } = options
  const [first] = allDefects.filter(({ name }) => defects.includes(name))
  const spoken = options.standard ?? first?.standard ?? 'uae-hub'
  const variant = options.variant ?? first?.variant
  const inVariant = variant === undefined ? {} : { variant }
  const bank = await startBank({
    standard: spoken,
    ...inVariant,
    defects,
    bare,
    ...(slow ? { lifetimes: livesFor(scenarios) } : {}),
  })
  try {
    const { profile, raw, standard } = await loadProfile(profileFor(spoken, variant), async () => ({
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
const standing = (standard: string, scenario: string): number => {
  const suites = standards.find(({ id }) => id === standard)?.suites ?? []
  const known = suites.flatMap(({ scenarios }) => scenarios).find(({ id }) => id === scenario)
  if (known === undefined) return 3
  return known.uses === undefined ? 2 : known.slow ? 1 : 0
}

/** Scenarios that suffice to show what a run found: for each rule one of those that showed it. */
export const shownBy = ({ report, recording }: KeptRun): readonly string[] => {
  const scenarioOf = new Map(recording.exchanges.map(({ id, scenario }) => [id, scenario]))
  const best = new Map<string, string>()
  const of = (scenario: string): number => standing(report.standard, scenario)
  for (const { rule, scenario, findings } of report.verdicts) {
    for (const { exchange } of findings) {
      const shown = scenario === '*' ? scenarioOf.get(exchange ?? '') : scenario
      const before = best.get(rule)
      if (shown === undefined || (before !== undefined && of(before) <= of(shown))) continue
      best.set(rule, shown)
    }
  }
  return [...new Set(best.values())].filter((one) => of(one) < 3).sort()
}

/** Scenarios of a run whose exchanges a verdict with findings names. */
const named = ({ report, recording }: KeptRun): readonly string[] => {
  const scenarioOf = new Map(recording.exchanges.map(({ id, scenario }) => [id, scenario]))
  const ids = report.verdicts.flatMap(({ findings, exchanges }) => (findings.length > 0 ? exchanges : []))
  const all = ids.flatMap((id) => scenarioOf.get(id) ?? [])
  return [...new Set(all)].filter((one) => standing(report.standard, one) < 3).sort()
}

/**
 * Scenarios that show by themselves what a run found, which is tried: what two of them show together takes all that the
 * verdicts name.
 */
export const sufficient = async (
  bank: Pick<ProofOptions, 'defects' | 'standard'>,
  run: KeptRun,
): Promise<readonly string[]> => {
  const few = shownBy(run)
  if (few.length === 0) return few
  const scenarios = standards.flatMap(({ suites }) => suites.flatMap((suite) => suite.scenarios))
  const needs = needsOf(scenarios.filter(({ id }) => few.includes(id)))
  const again = await runAgainst({ ...bank, scenarios: few, ...needs })
  return JSON.stringify(broken(again)) === JSON.stringify(broken(run))
    ? few
    : [...new Set([...few, ...named(run)])].sort()
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
