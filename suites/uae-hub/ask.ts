import { at, carried } from '../../checks/body.ts'
import { succeeded } from '../../checks/status.ts'
import type { Exchange } from '../../engine/exchange.ts'
import type { Probe } from '../../engine/rule.ts'
import { type CallOptions, Inconclusive, type Session } from '../../engine/session.ts'
import { accounts } from './operations.ts'

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

/** One probe. It alone is inconclusive when no answer comes. */
export const probe = async (name: string, ask: () => Promise<Exchange>): Promise<Probe> => {
  try {
    return { name, exchange: await ask() }
  } catch (cause) {
    if (cause instanceof Inconclusive) return { name, inconclusive: cause.message }
    throw cause
  }
}

/** A good call and the probes that differ from it in one thing each. */
export interface Probed {
  readonly baseline: Exchange
  readonly probes: readonly Probe[]
}

/** The ids of the accounts with Status `Active`, in the order of the list. Throws `Inconclusive` when there is none. */
export const activeAccounts = async (
  session: Session,
): Promise<{ readonly list: Exchange; readonly ids: readonly [string, ...string[]] }> => {
  const list = await baseline(session, accounts, { purpose: 'list the accounts' })
  const listed = at(carried(list)?.value, 'Data', 'Account')
  const ids = (Array.isArray(listed) ? listed : []).flatMap((one) => {
    const id = at(one, 'AccountId')
    return at(one, 'Status') === 'Active' && typeof id === 'string' ? [id] : []
  })
  const [first, ...rest] = ids
  if (first === undefined) throw new Inconclusive('GET /accounts lists no account with Status Active')
  return { list, ids: [first, ...rest] }
}

/** Milliseconds between two readings after a change of state: 60 seconds together. */
const pauses: readonly number[] = [1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]

/** Asks until an answer is as wanted, for up to 60 seconds. All answers, the last one last. */
export const poll = async (
  session: Session,
  ask: () => Promise<Exchange>,
  wanted: (exchange: Exchange) => boolean,
): Promise<readonly [Exchange, ...Exchange[]]> => {
  let last = await ask()
  const answers: [Exchange, ...Exchange[]] = [last]
  for (const pause of pauses) {
    if (wanted(last)) break
    await session.wait(pause)
    last = await ask()
    answers.push(last)
  }
  return answers
}
