import { type Answer, undecided } from '../engine/rule.ts'
import type { Authorisation } from '../engine/session.ts'
import { finding } from './findings.ts'

/** A `request_uri` that is used for the first time after its end leads to no code (RFC 9126 §4). */
export const expiredRequestRefused = ({ outcome, exchanges }: Authorisation): Answer => {
  const last = exchanges.at(-1)
  if (outcome === 'code') return [finding('authorization', 'an error page or an error redirect', 'a code', last)]
  if (outcome === 'page') return undecided('a page came that the run could not take further')
  return last !== undefined && last.response.status >= 500
    ? undecided(`the authorization endpoint answered ${last.response.status}`)
    : []
}
