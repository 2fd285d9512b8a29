import { at } from '../../../checks/body.ts'
import { succeeded } from '../../../checks/status.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'
import { type Authorisation, Inconclusive, type Push, type Session } from '../../../engine/session.ts'

/** A push that a user agreed to, with its code still unused. Throws `Inconclusive` when it does not come to that. */
export const freshConsent = async (
  session: Session,
  purpose: string,
): Promise<{ readonly push: Push; readonly code: Authorisation }> => {
  const push = await session.push({ purpose })
  if (push.requestUri === undefined) throw new Inconclusive(`a good push was answered with ${push.par.response.status}`)
  const code = await session.authorise(push, purpose)
  if (code.outcome !== 'code') throw new Inconclusive('a good push led to no code')
  return { push, code }
}

/** A code that nobody has used. Throws `Inconclusive` when none comes. */
export const freshCode = async (session: Session, purpose: string): Promise<Authorisation> =>
  (await freshConsent(session, purpose)).code

/** The answer to a code that is redeemed as it should be. Throws `Inconclusive` when it gives no token. */
export const redeemed = async (session: Session, code: Authorisation): Promise<Exchange> => {
  const answer = await session.redeem(code, { purpose: 'redeem the code' })
  if (answer.response.status !== 200) throw new Inconclusive(`a good code was answered with ${answer.response.status}`)
  return answer
}

/** Whether an answer of the token endpoint is a success with such a token. */
export const gives = (member: 'access_token' | 'refresh_token', answer: Exchange): boolean =>
  succeeded(answer) && typeof at(json(answer.response), member) === 'string'

/** The answer with the refresh token that is good by now: a server may give a new one or let the client keep its own. */
export const newest = (first: Exchange, refreshed: Exchange): Exchange =>
  gives('refresh_token', refreshed) ? refreshed : first
