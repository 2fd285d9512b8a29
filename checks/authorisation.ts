import { type Answer, type Finding, undecided } from '../engine/rule.ts'
import type { Authorisation } from '../engine/session.ts'
import { together } from './answers.ts'
import { finding } from './findings.ts'
import { failed, unavailable } from './status.ts'

/** Errors that an authorization server sends back when something went wrong with itself (RFC 6749 §4.1.2.1). */
const itsOwn: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])

/** Why a journey that led to no code says nothing about its request; undefined when it does. */
export const failedByItself = ({ callback, exchanges }: Authorisation): string | undefined => {
  const error = callback?.parameters.error
  if (error !== undefined && itsOwn.has(error)) return `the callback says ${error}`
  const last = exchanges.at(-1)
  return last !== undefined && (failed(last) || unavailable(last))
    ? `the authorization endpoint answered ${last.response.status}`
    : undefined
}

const tokens: readonly string[] = ['access_token', 'id_token']

/** What the way back to the client holds that opens something: a code, or a token. */
const opening = ({ outcome, callback }: Authorisation): string | undefined => {
  if (outcome === 'code') return 'a code'
  const names = [...Object.keys(callback?.parameters ?? {}), ...(callback?.fragment ?? [])]
  return names.some((name) => tokens.includes(name)) ? 'a token' : undefined
}

/**
 * What a journey that is to be refused gives: a finding for a code or a token, a text where it decides nothing, undefined
 * where it was refused. A refusal counts only beside `good`, a journey that led to a code: a log-in that fails refuses
 * everything.
 */
export const journeyRefused = (
  name: string,
  authorisation: Authorisation,
  good: Authorisation | undefined,
): Finding | string | undefined => {
  const got = opening(authorisation)
  if (got !== undefined) return finding(`${name}: authorization`, 'a refusal', got, authorisation.exchanges.at(-1))
  if (authorisation.outcome === 'page') return 'a page came that the run could not take further'
  return failedByItself(authorisation) ?? (good?.outcome === 'code' ? undefined : 'a good push led to no code either')
}

/** A journey that is to be refused. */
export type JourneyProbe =
  | { readonly name: string; readonly authorisation: Authorisation }
  | { readonly name: string; readonly inconclusive: string }

/** No journey leads to a code or a token, each beside `good`, a journey that led to a code. */
export const journeysRefused = (probes: readonly JourneyProbe[], good?: Authorisation): Answer =>
  together(
    ...probes.map((probe): Answer => {
      const found = 'inconclusive' in probe ? probe.inconclusive : journeyRefused(probe.name, probe.authorisation, good)
      if (found === undefined) return []
      return typeof found === 'string' ? undecided(`${probe.name}: ${found}`) : [found]
    }),
  )

/** What an authorization request came to, in a word or two: `code`, `page`, `access_denied`, `status 400`. */
export const cameTo = ({ outcome, callback, exchanges }: Authorisation): string =>
  outcome === 'error' ? (callback?.parameters.error ?? `status ${exchanges.at(-1)?.response.status}`) : outcome

/** A good authorization request comes to a page or to a code, and to no error. */
export const requestOpens = (name: string, authorisation: Authorisation): Answer => {
  if (authorisation.outcome !== 'error') return []
  const why = failedByItself(authorisation)
  if (why !== undefined) return undecided(`${name}: ${why}`)
  return [finding(name, 'a page, or a code', cameTo(authorisation), authorisation.exchanges.at(-1))]
}
