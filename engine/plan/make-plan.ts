import { consentKey } from '../fapi/consents.ts'
import { near } from '../near.ts'
import { type AnyProfile, isPlain } from '../profile/schema.ts'
import type { Level, Rule } from '../rule.ts'
import type { Scenario } from '../scenario.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { Standard, Suite } from '../standard.ts'
import { type Left, leftByProfile, leftBySelection, notAsked, type Selection } from './left.ts'

export interface PlannedScenario {
  readonly suite: string
  readonly scenario: Scenario<unknown>
  readonly left?: Left
}

export interface PlannedRule {
  readonly rule: Rule
  /** The level for the profile's variant. */
  readonly level: Level
  /** Of a rule on every exchange or on the run: why it is left out altogether. Else per scenario. */
  readonly left?: Left
}

/** What will be asked and what not, with every reason. Pure; nothing was sent. */
export interface Plan {
  readonly scenarios: readonly PlannedScenario[]
  readonly rules: readonly PlannedRule[]
  readonly claims: readonly string[]
  /** Operations that the profile claims and the selection leaves in. */
  readonly operations: readonly string[]
  /** How often a user has to give a consent. */
  readonly journeys: number
}

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY']

/** The level under a variant; undefined where the variant does not have the rule. */
export const levelOf = (rule: Rule, variant: string): Level | undefined =>
  typeof rule.level === 'string' ? rule.level : rule.level[variant]

const exists = ({ variants }: Scenario<unknown>, variant: string): boolean => variants?.includes(variant) ?? true

/** The standard as a variant has it. */
const under = (standard: Standard, variant: string): Standard => {
  const has = (one: Rule): boolean =>
    levelOf(one, variant) !== undefined &&
    (typeof one.on === 'string' || one.on.some((scenario) => exists(scenario, variant)))
  const all = standard.suites.flatMap(({ scenarios }) => scenarios)
  const called = new Set(all.filter((one) => exists(one, variant)).flatMap(({ operations }) => operations))
  const others = new Set(all.flatMap(({ operations }) => operations).filter((one) => !called.has(one)))
  return {
    ...standard,
    rules: standard.rules.filter(has),
    suites: standard.suites.map((suite) => ({
      ...suite,
      // What only scenarios of other variants call is no operation of this one.
      operations: suite.operations.filter((one) => !others.has(one)),
      scenarios: suite.scenarios.filter((one) => exists(one, variant)),
      rules: suite.rules.filter(has),
    })),
  }
}

/** What a profile claims that does not say: all whose API it can reach. */
const claimsOf = (standard: Standard, profile: AnyProfile): readonly string[] => {
  const reach = (api: string | undefined): boolean =>
    api === undefined || isPlain(profile) || profile.resources[api] !== undefined
  return (
    profile.claims ?? Object.entries(standard.capabilities).flatMap(([name, { api }]) => (reach(api) ? [name] : []))
  )
}

const known = (what: string, names: readonly string[], all: readonly string[]): void => {
  for (const name of names) {
    if (all.includes(name)) continue
    const guess = near(name, all)
    throw new SetUpFault(
      `--${what} ${name}`,
      `there is no such ${what}`,
      guess ? `Did you mean ${guess}?` : `Known: ${all.slice(0, 12).join(', ')}${all.length > 12 ? ', …' : '.'}`,
    )
  }
}

/** The suite ids that a name selects: the whole id, or its last part. */
const suiteNamed = (name: string, suites: readonly Suite[]): string =>
  suites.find(({ id }) => id === name || id.split('/').at(-1) === name)?.id ?? name

const allRules = (standard: Standard): readonly Rule[] => [
  ...standard.rules,
  ...standard.suites.flatMap(({ rules }) => rules),
]

/** Keeps the journeys of a person within the profile's limit; what comes too late is not asked. */
const limitJourneys = (
  planned: readonly PlannedScenario[],
  limit: number,
): { readonly scenarios: readonly PlannedScenario[]; readonly journeys: number } => {
  const keys = new Set<string>()
  const scenarios = planned.map((one) => {
    if (one.left !== undefined || one.scenario.uses === undefined) return one
    const key = consentKey(one.scenario.uses, one.scenario.id)
    if (!keys.has(key) && keys.size >= limit)
      return { ...one, left: notAsked(`it would take more than ${limit} journeys (limits.journeys)`) }
    keys.add(key)
    return one
  })
  return { scenarios, journeys: keys.size }
}

/** Decides what to ask. Throws a `SetUpFault` for a name that does not exist, and when nothing would be asked. */
export const makePlan = (published: Standard, profile: AnyProfile, asked: Selection): Plan => {
  const variant = profile.variant ?? published.variants[0]
  const standard = under(published, variant)
  const rules = allRules(standard)
  const claims = claimsOf(standard, profile)
  const selection = { ...asked, suites: asked.suites.map((name) => suiteNamed(name, standard.suites)) }
  const operations = [...new Set(standard.suites.flatMap((suite) => suite.operations))]
  known(
    'suite',
    selection.suites,
    standard.suites.map(({ id }) => id),
  )
  known(
    'rule',
    selection.rules,
    rules.map(({ id }) => id),
  )
  known('operation', selection.operations, operations)
  known(
    'scenario',
    selection.scenarios ?? [],
    standard.suites.flatMap((suite) => suite.scenarios.map(({ id }) => id)),
  )

  const lowest = selection.level === undefined ? levels.length : levels.indexOf(selection.level)
  const wanted = (one: Rule): boolean =>
    (selection.rules.length === 0 || selection.rules.includes(one.id)) &&
    levels.indexOf(levelOf(one, variant) ?? 'MAY') <= lowest

  const judging = rules.filter(wanted)
  const everywhere = judging.some(({ on }) => typeof on === 'string')
  const stoodOn = new Set(judging.flatMap(({ on }) => (typeof on === 'string' ? [] : on)))
  const serves = (scenario: Scenario<unknown>): boolean => everywhere || stoodOn.has(scenario)

  const decided = standard.suites.flatMap((suite) =>
    suite.scenarios.map((scenario): PlannedScenario => {
      const left = leftByProfile(scenario, profile, claims) ?? leftBySelection(scenario, suite.id, selection, serves)
      return { suite: suite.id, scenario, ...(left && { left }) }
    }),
  )
  const limit =
    !isPlain(profile) && profile.authorisation.mode === 'browser' ? profile.limits.journeys : Number.POSITIVE_INFINITY
  const { scenarios, journeys } = limitJourneys(decided, limit)
  if (scenarios.every(({ left }) => left !== undefined)) {
    // What the selection leaves in says why it cannot be asked; the rest would only distract.
    const meant = scenarios.filter(
      ({ scenario, suite }) => leftBySelection(scenario, suite, selection, serves) === undefined,
    )
    const told = meant.length > 0 ? meant : scenarios
    const reasons = [...new Set(told.map(({ left }) => left?.reason))].join('; ')
    throw new SetUpFault('selection', 'nothing would be asked, and an empty run is no success', `Reasons: ${reasons}.`)
  }
  return {
    scenarios,
    journeys: isPlain(profile) || profile.authorisation.mode === 'refresh-token' ? 0 : journeys,
    claims,
    operations:
      selection.operations.length > 0 ? selection.operations : claimedOperations(standard, claims, operations),
    rules: rules.map((one) => ({
      rule: one,
      level: levelOf(one, variant) ?? 'MAY',
      ...(wanted(one) ? {} : { left: notAsked('left out by --rule or --level') }),
    })),
  }
}

/** What the claims cover, with what every hub has whatever it claims. */
const claimedOperations = (
  standard: Standard,
  claims: readonly string[],
  operations: readonly string[],
): readonly string[] => {
  const claimable = new Set(Object.values(standard.capabilities).flatMap((one) => one.operations))
  const claimed = new Set(claims.flatMap((claim) => standard.capabilities[claim]?.operations ?? []))
  return operations.filter((one) => claimed.has(one) || !claimable.has(one))
}
