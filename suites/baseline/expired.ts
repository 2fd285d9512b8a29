import { at } from '../../checks/body.ts'
import { type Exchange, json } from '../../engine/exchange.ts'
import { Inconclusive, type Session } from '../../engine/session.ts'
import { baseline } from './ask.ts'

/** Longest life of a token, in seconds, that a run waits out. */
const longest = 15 * 60

/**
 * Calls an operation with the first token of the scenario's consent while it is good, and waits for its end. Throws
 * `Inconclusive` when its life is not told, or too long to be waited out.
 */
export const waitOutToken = async (session: Session, operation: string): Promise<Exchange> => {
  const { token } = await session.journey()
  const life = at(json(token.response), 'expires_in')
  if (typeof life !== 'number' || life <= 0) throw new Inconclusive('the token answer gives no expires_in')
  if (life > longest) throw new Inconclusive(`the token lives ${life} seconds, over ${longest / 60} minutes`)
  const good = await baseline(session, operation, { purpose: 'token in time', token: 'first' })
  const given = Date.parse(token.startedAt) + token.durationMs
  const end = given + (life + session.limits.clockTolerance) * 1000
  await session.wait(Math.max(0, end - session.now().getTime()))
  return good
}
