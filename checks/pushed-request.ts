import { json } from '../engine/exchange.ts'
import { type Answer, type Finding, type Observed, undecided } from '../engine/rule.ts'
import type { Authorisation, Push } from '../engine/session.ts'
import { failedByItself } from './authorisation.ts'
import { object } from './body.ts'
import { finding, noObject } from './findings.ts'
import { refused, succeeded, unavailable } from './status.ts'

/**
 * A good push succeeds with `request_uri`, a string, and `expires_in`, a positive integer. 200 and 201 both
 * pass: RFC 9126 §2.2 says 201, some markets' documents 200. An OAuth error other than `invalid_client` decides nothing:
 * the redirect URI, the scopes and the roles of the client are the profile's, and no answer tells a wrong one from a wrong
 * refusal.
 */
export const pushSucceeds = ({ par }: Push): Answer => {
  const { status } = par.response
  if (unavailable(par)) return undecided(`the endpoint answered ${status}`)
  const error = refused(par) ? object(json(par.response))?.error : undefined
  if (typeof error === 'string' && error !== 'invalid_client')
    return undecided(`a good push was refused with ${status} ${error}; check client.redirectUri and the client's roles`)
  if (status !== 200 && status !== 201) return [finding('status', '200 or 201', status)]
  const answer = object(json(par.response))
  if (answer === undefined) return [noObject(par.response)]
  const { request_uri: requestUri, expires_in: expiresIn } = answer
  return [
    ...(typeof requestUri === 'string' && requestUri !== '' ? [] : [finding('/request_uri', 'a string', requestUri)]),
    ...(Number.isInteger(expiresIn) && Number(expiresIn) > 0
      ? []
      : [
          finding(
            '/expires_in',
            'a positive integer',
            typeof expiresIn === 'string' ? JSON.stringify(expiresIn) : expiresIn,
          ),
        ]),
  ]
}

/**
 * Which success status came, and which members beside the two. A market's document may close the answer; RFC 9126 does
 * not, and a client ignores what it does not know.
 */
export const answerOfPush = ({ par }: Push): Observed => {
  const { request_uri: _, expires_in: __, ...others } = object(json(par.response)) ?? {}
  const names = Object.keys(others)
  return {
    'status of the push': String(par.response.status),
    ...(succeeded(par) && names.length > 0 ? { 'further members': names.sort().join(', ') } : {}),
  }
}

/** A push that is meant to be refused, and what the authorization endpoint made of it when it was not. */
export type PushProbe =
  | { readonly name: string; readonly push: Push; readonly authorisation?: Authorisation }
  | { readonly name: string; readonly inconclusive: string }

/**
 * Each push is refused at once by a 4xx, or later by an error page or error redirect: RFC 9126 §2.1 lets a server defer
 * validation. A code is a finding. A page that the run cannot take further, or a 5xx, decides nothing; nor does a later
 * refusal unless `good`, the journey of a good push, led to a code: a log-in that fails refuses everything.
 */
export const pushesRefused = (probes: readonly PushProbe[], good?: Authorisation): Answer => {
  const open: string[] = []
  const findings: Finding[] = []
  for (const probe of probes) {
    if ('inconclusive' in probe) {
      open.push(`${probe.name}: ${probe.inconclusive}`)
      continue
    }
    const { par, requestUri } = probe.push
    if (requestUri === undefined || !succeeded(par)) {
      if (!refused(par) || unavailable(par))
        open.push(`${probe.name}: the push was answered with ${par.response.status}`)
    } else if (probe.authorisation === undefined || probe.authorisation.outcome === 'page') {
      open.push(`${probe.name}: the push was accepted, and its journey could not be taken to an end`)
    } else if (probe.authorisation.outcome === 'code') {
      findings.push(
        finding(`${probe.name}: authorization`, 'a refusal', 'a code', probe.authorisation.exchanges.at(-1) ?? par),
      )
    } else {
      const why =
        failedByItself(probe.authorisation) ??
        (good?.outcome === 'code' ? undefined : 'a good push led to no code either')
      if (why !== undefined) open.push(`${probe.name}: ${why}`)
    }
  }
  if (findings.length > 0) return findings
  if (probes.length === 0) return undecided('nothing was asked')
  return open.length > 0 ? undecided(open.join('; ')) : []
}

/** How each push was refused: with which OAuth error, or only later. */
export const waysOfRefusal = (probes: readonly PushProbe[]): Observed =>
  Object.fromEntries(
    probes.flatMap((probe) => {
      if ('inconclusive' in probe) return []
      if (probe.push.requestUri !== undefined)
        return [[probe.name, `${probe.authorisation?.outcome ?? 'nothing'} at the authorization endpoint`]]
      const error = object(json(probe.push.par.response))?.error
      return [
        [probe.name, typeof error === 'string' ? error : `status ${probe.push.par.response.status}, no OAuth error`],
      ]
    }),
  )
