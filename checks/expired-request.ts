import { type Answer, undecided } from '../engine/rule.ts'
import type { Authorisation } from '../engine/session.ts'
import { failedByItself } from './authorisation.ts'
import { finding } from './findings.ts'

/** A `request_uri` that is used for the first time after its end leads to no code (RFC 9126 §4). */
export const expiredRequestRefused = (authorisation: Authorisation): Answer => {
  const { outcome, exchanges } = authorisation
  if (outcome === 'code')
    return [finding('authorization', 'an error page or an error redirect', 'a code', exchanges.at(-1))]
  if (outcome === 'page') return undecided('a page came that the run could not take further')
  const why = failedByItself(authorisation)
  return why === undefined ? [] : undecided(why)
}
