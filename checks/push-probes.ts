import { json } from '../engine/exchange.ts'
import { type Answer, type Finding, type Given, type Observed, undecided } from '../engine/rule.ts'
import type { Authorisation, Push } from '../engine/session.ts'
import { together } from './answers.ts'
import { journeyRefused } from './authorisation.ts'
import { object } from './body.ts'
import { finding } from './findings.ts'
import { refused, succeeded, unavailable } from './status.ts'

/** A push that differs from a good one, and what the authorization endpoint made of it where it was taken there. */
export type PushProbe =
  | { readonly name: string; readonly push: Push; readonly authorisation?: Authorisation }
  | { readonly name: string; readonly inconclusive: string }

/** A good push, and pushes that differ from it in one thing each. */
export interface Pushes {
  readonly baseline: Push
  /** Those that are to be refused. */
  readonly refused: readonly PushProbe[]
  /** Those that are to be accepted. */
  readonly accepted: readonly PushProbe[]
  /** Those of which either is good, and worth knowing. */
  readonly either: readonly PushProbe[]
  /** The end of a good push, where one to be refused was accepted and went on to the authorization endpoint. */
  readonly taken?: Authorisation
}

const errorOf = (push: Push): string => {
  const error = object(json(push.par.response))?.error
  return typeof error === 'string' ? error : 'no OAuth error'
}

const accepted = ({ requestUri, par }: Push): boolean => requestUri !== undefined && succeeded(par)

/** A method that nobody implements is refused with 501 as well as with 4xx (RFC 9110 §15.6.2). */
const turnedDown = (push: Push): boolean =>
  (refused(push.par) || push.par.response.status === 501) && !unavailable(push.par)

/** One push that is to be refused: a finding, why it is open, or nothing. */
const judged = (probe: PushProbe, good: Authorisation | undefined): Finding | string | undefined => {
  if ('inconclusive' in probe) return probe.inconclusive
  const { push, authorisation } = probe
  if (!accepted(push)) return turnedDown(push) ? undefined : `the push was answered with ${push.par.response.status}`
  if (authorisation === undefined) return 'the push was accepted, and its journey could not be taken to an end'
  if (authorisation.outcome === 'page') return 'the push was accepted, and its journey could not be taken to an end'
  return journeyRefused(probe.name, authorisation, good)
}

/**
 * Each push is refused at once by a 4xx, or later by an error page or error redirect: RFC 9126 §2.1 lets a server defer
 * validation. A code or a token is a finding. A page that the run cannot take further, or a 5xx, decides nothing; nor does
 * a later refusal unless `good`, the journey of a good push, led to a code: a log-in that fails refuses everything.
 */
export const pushesRefused = (probes: readonly PushProbe[], good?: Authorisation): Answer => {
  if (probes.length === 0) return undecided('nothing was asked')
  return together(
    ...probes.map((probe): Answer => {
      const found = judged(probe, good)
      if (found === undefined) return []
      return typeof found === 'string' ? undecided(`${probe.name}: ${found}`) : [found]
    }),
  )
}

/** Each push is accepted. A refusal is a finding only where `baseline`, the push without the difference, was accepted. */
export const pushesAccepted = (probes: readonly PushProbe[], baseline: Push): Answer =>
  together(
    ...probes.map((probe): Answer => {
      if ('inconclusive' in probe) return undecided(`${probe.name}: ${probe.inconclusive}`)
      const { par } = probe.push
      if (accepted(probe.push)) return []
      if (turnedDown(probe.push) && accepted(baseline))
        return [finding(`${probe.name}: par`, 'a request_uri', `${par.response.status} ${errorOf(probe.push)}`, par)]
      return undecided(`${probe.name}: the push was answered with ${par.response.status}`)
    }),
  )

/** Pushes that are to be refused were, and those that are to be accepted were, beside a good one that was accepted. */
export const pushesHeld = ({ baseline, refused: bad, accepted: good, taken }: Pushes): Answer => {
  if (bad.length === 0) return pushesAccepted(good, baseline)
  const refusals = accepted(baseline)
    ? pushesRefused(bad, taken)
    : undecided(`a good push was answered with ${baseline.par.response.status}`)
  return together(refusals, pushesAccepted(good, baseline))
}

const withoutQuery = (address: string): string => {
  const url = new URL(address)
  url.search = ''
  url.hash = ''
  return url.href
}

/** No journey comes back to another redirect URI than that of the profile, with a code or with an error. */
export const comesBackToRegistered = ({ refused: bad }: Pushes, given: Given): Answer => {
  const registered = withoutQuery(given.profile.redirectUri)
  return bad.flatMap((probe) => {
    const to = 'push' in probe ? probe.authorisation?.callback?.to : undefined
    return to === undefined || to === registered
      ? []
      : [finding(`${probe.name}: redirect`, 'none to a redirect URI that is not registered', to)]
  })
}

const wayOf = (probe: PushProbe): string | undefined => {
  if ('inconclusive' in probe) return undefined
  const { push, authorisation } = probe
  if (!accepted(push)) return `${push.par.response.status} ${errorOf(push)}`
  return authorisation === undefined ? 'accepted' : `${authorisation.outcome} at the authorization endpoint`
}

/** How each push was answered: with which OAuth error, only later, or with a `request_uri`. */
export const waysOfAnswering = ({ refused: bad, either }: Pushes): Observed =>
  Object.fromEntries(
    [...bad, ...either].flatMap((probe) => {
      const way = wayOf(probe)
      return way === undefined ? [] : [[probe.name, way]]
    }),
  )
