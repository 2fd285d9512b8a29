import { at, carried } from '../../checks/body.ts'
import { succeeded } from '../../checks/status.ts'
import type { Exchange } from '../../engine/exchange.ts'
import { type CallOptions, type ConsentNeed, Inconclusive, type Push, type Session } from '../../engine/session.ts'
import { baseline, poll } from '../baseline/ask.ts'
import { accounts, consent } from './operations.ts'

/** The records of a list in an answer; none where there is no such list. */
export const recordsIn = (exchange: Exchange, list: string): readonly unknown[] => {
  const found = at(carried(exchange)?.value, 'Data', list)
  return Array.isArray(found) ? found : []
}

/** Accounts of the consent that can be used, by id, in the order of the list. Throws `Inconclusive` when there is none. */
export const usableAccounts = async (
  session: Session,
  options: CallOptions = {},
): Promise<{ readonly list: Exchange; readonly ids: readonly [string, ...string[]] }> => {
  const list = await baseline(session, accounts, { purpose: 'list the accounts', ...options })
  const [first, ...rest] = recordsIn(list, 'Account').flatMap((one) => {
    const [id, status] = [at(one, 'AccountId'), at(one, 'Status')]
    return typeof id === 'string' && (status === undefined || status === 'Enabled') ? [id] : []
  })
  if (first === undefined) throw new Inconclusive('GET /accounts lists no account with Status Enabled, or without one')
  return { list, ids: [first, ...rest] }
}

/** The state that an answer about a consent shows. */
export const stateOf = (read: Exchange): unknown => at(carried(read)?.value, 'Data', 'Status')

/** Reads a consent without a user, again and again until it shows the state or patience ends; the last answer. */
export const readUntil = async (
  session: Session,
  ConsentId: string,
  purpose: string,
  state: string,
): Promise<Exchange> => {
  const read = () => session.call(consent, { purpose, token: 'client', path: { ConsentId } })
  const answers = await poll(session, read, (one) => stateOf(one) === state)
  return answers.at(-1) ?? answers[0]
}

/** A consent that the user gave for a need of the moment, and the answer that gave its token. */
export interface Given {
  readonly push: Push
  readonly bearer: Exchange
}

/** Creates a consent and lets the user give it. Throws `Inconclusive` when it does not come to a token. */
export const giveConsent = async (session: Session, purpose: string, need: ConsentNeed): Promise<Given> => {
  const push = await session.push({ purpose, need })
  const authorisation = await session.authorise(push, purpose)
  if (authorisation.outcome !== 'code') throw new Inconclusive(`${purpose}: the user's consent did not come`)
  const bearer = await session.redeem(authorisation, { purpose: 'redeem the code' })
  if (!succeeded(bearer)) throw new Inconclusive(`the code was not redeemed: ${bearer.response.status}`)
  return { push, bearer }
}
