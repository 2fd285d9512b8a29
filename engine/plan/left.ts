import { type AnyProfile, isPlain, type ProfileFile } from '../profile/schema.ts'
import type { Level } from '../rule.ts'
import type { Means, Scenario } from '../scenario.ts'
import type { ConsentNeed } from '../session.ts'

/** What a user asked to run: each list narrows, an empty one does not. */
export interface Selection {
  readonly suites: readonly string[]
  readonly rules: readonly string[]
  readonly operations: readonly string[]
  /** By id. */
  readonly scenarios?: readonly string[]
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

const fapiMeans = (profile: ProfileFile): Readonly<Record<Exclude<Means, 'burst'>, string | undefined>> => ({
  'second-client': profile.second === undefined ? 'the profile names no second client' : undefined,
  'user-agent':
    profile.authorisation.mode === 'headless'
      ? undefined
      : 'only a headless profile can try out a request that is to be refused',
  decline:
    profile.authorisation.mode === 'headless' && profile.authorisation.decline !== undefined
      ? undefined
      : 'the profile does not say how a user declines (authorisation.decline)',
  inbox: profile.events === undefined ? 'the profile has no place for events (events)' : undefined,
  'user-journey':
    profile.authorisation.mode === 'refresh-token' ? 'a refresh token gives no journey of a user' : undefined,
})

const plain = 'the target is reached with headers alone'
const plainMeans = { 'second-client': plain, 'user-agent': plain, decline: plain, inbox: plain, 'user-journey': plain }

const meansAt = (profile: AnyProfile): Readonly<Record<Means, string | undefined>> => ({
  ...(isPlain(profile) ? plainMeans : fapiMeans(profile)),
  burst: profile.burst === undefined ? 'no burst is agreed (burst in the profile)' : undefined,
})

/** What the profile leaves out: unclaimed capabilities, missing means, production, consents that cannot be had. */
export const leftByProfile = (
  scenario: Scenario<unknown>,
  profile: AnyProfile,
  claims: readonly string[],
): Left | undefined => {
  const unclaimed = scenario.needs.find((need) => !claims.includes(need))
  if (unclaimed !== undefined) return { outcome: 'not-applicable', reason: `the profile does not claim ${unclaimed}` }
  if (scenario.unreachable !== undefined) return notAsked(scenario.unreachable)
  if (profile.environment === 'production') {
    if (scenario.effect !== 'reads') return notAsked('production: nothing is changed')
    if (scenario.notInProduction) return notAsked('production: only good requests are sent')
    if (scenario.means?.includes('burst')) return notAsked('production: no bursts')
  }
  if (scenario.effect !== 'reads' && !isPlain(profile) && profile.write === false) {
    return notAsked('the profile has nothing changed (write: false)')
  }
  if (scenario.effect === 'creates' && !isPlain(profile) && profile.write !== true) {
    return notAsked('it leaves something behind, which the profile does not allow (write: true)')
  }
  const means = meansAt(profile)
  const lacking = scenario.means?.map((one) => means[one]).find((reason) => reason !== undefined)
  if (lacking !== undefined) return notAsked(lacking)
  return scenario.uses && leftByConsent(scenario.uses, profile)
}

const leftByConsent = (need: ConsentNeed, profile: AnyProfile): Left | undefined => {
  if (isPlain(profile)) return notAsked(plain)
  const { authorisation, limits } = profile
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
  serves: (scenario: Scenario<unknown>) => boolean,
): Left | undefined => {
  if (selection.suites.length > 0 && !selection.suites.includes(suite)) return notAsked('left out by --suite')
  if (selection.operations.length > 0 && !scenario.operations.some((one) => selection.operations.includes(one))) {
    return notAsked('left out by --operation')
  }
  if (selection.scenarios !== undefined && !selection.scenarios.includes(scenario.id)) {
    return notAsked('left out by --scenario')
  }
  if (scenario.slow && !selection.slow) return notAsked('slow scenarios are off (--slow)')
  return serves(scenario) ? undefined : notAsked('left out by --rule or --level')
}
