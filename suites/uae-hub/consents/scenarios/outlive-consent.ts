import { at } from '../../../../checks/body.ts'
import { refused, succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { poll } from '../../ask.ts'
import { smallest } from '../../needs.ts'
import { accounts, authorization, consent, par, token } from '../../operations.ts'
import { endOf, firstRead, giveConsent, type Life, pushedIn, readUntil, stateOf, tokenFor } from '../consent.ts'

/** A consent that ended by itself. */
export interface Outlived extends Life {
  /** Data before the end. */
  readonly data: Exchange
  /** Calls for data from the end on with a token that had not ended, until one was refused or patience ended. */
  readonly after: readonly Exchange[]
  /** The token ended before data was refused: its refusal says nothing about the consent. */
  readonly tokenEnded: boolean
}

/** Seconds that a consent lives at least: long enough for a journey. */
const shortest = 8

/** Seconds before the end at which the last token is fetched and tried, at most: clocks differ by some, and requests wait. */
const shortly = 10

/** Seconds before the end at which the last token is fetched, so that it outlives all that is asked after the end. */
const leadOf = (token: Exchange, { limits }: Session): number => {
  const life = (endOf(token) - Date.parse(token.startedAt)) / 1000
  const spare = (life - limits.clockTolerance - limits.settle) / 2
  return spare > 1 ? Math.min(shortly, spare) : 1
}

/** A token as fresh as can be had; the one that there is where none comes. */
const freshToken = async (session: Session, token: Exchange): Promise<Exchange> => {
  try {
    const fresh = await session.refresh(token, { purpose: 'a token shortly before the end of the consent' })
    return succeeded(fresh) ? fresh : token
  } catch (cause) {
    if (cause instanceof Inconclusive) return token
    throw cause
  }
}

/** Gives a consent that ends soon, and asks for data after its end with a token that is still good. */
export const outliveConsent = scenario({
  id: 'consents/outlive-consent',
  title: 'ask for data after the end of a consent',
  needs: ['consents', 'accounts'],
  means: ['user-journey', 'user-agent'],
  operations: [par, authorization, token, consent, accounts],
  effect: 'changes',
  slow: true,
  async run(session): Promise<Outlived> {
    // Four minutes where changes take a minute to show.
    const expiresIn = Math.max(shortest, 4 * session.limits.settle)
    const given = await giveConsent(session, 'a consent that ends soon', { ...smallest, expiresIn })
    // As it was pushed: the push may have waited for its turn.
    const end = Date.parse(String(at(pushedIn(given.push), 'ExpirationDateTime')))
    const until = (seconds: number): Promise<void> =>
      session.wait(Math.max(0, end + seconds * 1000 - session.now().getTime()))
    const first = await tokenFor(session, given)
    const before = await firstRead(session, given.push.consentId, (read) => stateOf(read) === 'Authorized')
    await until(-Math.min(expiresIn / 2, leadOf(first, session)))
    const bearer = await freshToken(session, first)
    const data = await session.call(accounts, { purpose: 'data before the end of the consent', bearer })
    if (!succeeded(data))
      throw new Inconclusive(`before the end of the consent data was answered with ${data.response.status}`)
    await until(session.limits.clockTolerance)
    const ask = () => session.call(accounts, { purpose: 'data after the end of the consent', bearer })
    const after = await poll(session, ask, refused)
    const answer = after.at(-1)
    const tokenEnded = answer !== undefined && refused(answer) && !(session.now().getTime() < endOf(bearer))
    const last = await readUntil(
      session,
      given.push.consentId,
      'read the consent after its end',
      (read) => stateOf(read) === 'Expired',
    )
    return { push: given.push, data, after, tokenEnded, reads: [before, last] }
  },
})
