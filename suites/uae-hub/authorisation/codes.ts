import type { Exchange } from '../../../engine/exchange.ts'
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
