import { succeeded } from '../../checks/status.ts'
import type { Exchange } from '../../engine/exchange.ts'
import type { Probe } from '../../engine/rule.ts'
import { type CallOptions, Inconclusive, type Session } from '../../engine/session.ts'

/** The call that a negative builds upon. Throws `Inconclusive` when it does not succeed. */
export const baseline = async (session: Session, operation: string, options: CallOptions = {}): Promise<Exchange> => {
  const exchange = await session.call(operation, options)
  if (!succeeded(exchange)) {
    throw new Inconclusive(
      `${operation} was answered with ${exchange.response.status} although nothing was wrong with the call`,
    )
  }
  return exchange
}

/** A good call and the probes that differ from it in one thing each. */
export interface Probed {
  readonly baseline: Exchange
  readonly probes: readonly Probe[]
}

const longestPause = 15

/** Seconds for which a run waits for a change of state to show. */
export const patienceOf = ({ limits }: Session): number => limits.settle

/**
 * Asks until an answer is as wanted or the session's patience ends, with pauses of 1, 2, 4 and more seconds. All answers,
 * the last one last.
 */
export const poll = async (
  session: Session,
  ask: () => Promise<Exchange>,
  wanted: (exchange: Exchange) => boolean,
): Promise<readonly [Exchange, ...Exchange[]]> => {
  let last = await ask()
  const answers: [Exchange, ...Exchange[]] = [last]
  let left = patienceOf(session)
  for (let pause = 1; left > 0 && !wanted(last); pause = Math.min(pause * 2, longestPause)) {
    await session.wait(Math.min(pause, left) * 1000)
    left -= pause
    last = await ask()
    answers.push(last)
  }
  return answers
}
