import type { Authorisation } from '../engine/session.ts'
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
