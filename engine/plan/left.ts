import type { ProfileFile } from '../profile/schema.ts'
import type { Level, Rule } from '../rule.ts'
import type { Means, Scenario } from '../scenario.ts'
import type { ConsentNeed } from '../session.ts'

/** What a user asked to run: each list narrows, an empty one does not. */
export interface Selection {
  readonly suites: readonly string[]
  readonly rules: readonly string[]
  readonly operations: readonly string[]
  /** This level and those above it. */
  readonly level?: Level
  readonly slow: boolean
}

/** Why something is left out. */
export interface Left {
  readonly outcome: 'not-asked' | 'not-applicable'
  readonly reason: string
}

/** Left out although it is claimed. */
export const notAsked = (reason: string): Left => ({ outcome: 'not-asked', reason })

const meansAt = (profile: ProfileFile): Readonly<Record<Means, string | undefined>> => ({
  'second-client': profile.second === undefined ? 'the profile names no second client' : undefined,
  burst: profile.burst === undefined ? 'no burst is agreed (burst in the profile)' : undefined,
  'user-agent':
    profile.authorisation.mode === 'headless'
      ? undefined
      : 'only a headless profile can try out a request that is to be refused',
  'user-journey':
    profile.authorisation.mode === 'refresh-token' ? 'a refresh token gives no journey of a user' : undefined,
})

/** What the profile leaves out: unclaimed capabilities, missing means, production, consents that cannot be had. */
export const leftByProfile = (
  scenario: Scenario<unknown>,
  profile: ProfileFile,
  claims: readonly string[],
): Left | undefined => {
  const unclaimed = scenario.needs.find((need) => !claims.includes(need))
  if (unclaimed !== undefined) return { outcome: 'not-applicable', reason: `the profile does not claim ${unclaimed}` }
  if (profile.environment === 'production') {
    if (scenario.effect === 'changes') return notAsked('production: nothing is changed')
    if (scenario.notInProduction) return notAsked('production: only good requests are sent')
    if (scenario.means?.includes('burst')) return notAsked('production: no bursts')
  }
  const means = meansAt(profile)
  const lacking = scenario.means?.map((one) => means[one]).find((reason) => reason !== undefined)
  if (lacking !== undefined) return notAsked(lacking)
  return scenario.uses && leftByConsent(scenario.uses, profile)
}

const leftByConsent = (need: ConsentNeed, { authorisation, limits }: ProfileFile): Left | undefined => {
  if (authorisation.mode !== 'refresh-token') {
    return limits.journeys === 0 ? notAsked('limits.journeys is 0') : undefined
  }
  if (need.own) return notAsked('it would spoil the consent behind the refresh token')
  const lacks = need.permissions.filter((one) => !authorisation.permissions.includes(one))
  if (lacks.length > 0) return notAsked(`the consent behind the refresh token lacks ${lacks.join(', ')}`)
  const same = authorisation.permissions.length === need.permissions.length
  return need.only && !same ? notAsked('the consent behind the refresh token permits more') : undefined
}

/** What the user's selection leaves out. */
export const leftBySelection = (
  scenario: Scenario<unknown>,
  suite: string,
  selection: Selection,
  wanted: (one: Rule) => boolean,
  rules: readonly Rule[],
): Left | undefined => {
  if (selection.suites.length > 0 && !selection.suites.includes(suite)) return notAsked('left out by --suite')
  if (selection.operations.length > 0 && !scenario.operations.some((one) => selection.operations.includes(one))) {
    return notAsked('left out by --operation')
  }
  if (scenario.slow && !selection.slow) return notAsked('slow scenarios are off (--slow)')
  const serves = rules.some((one) => wanted(one) && (typeof one.on === 'string' || one.on.includes(scenario)))
  return serves ? undefined : notAsked('left out by --rule or --level')
}
