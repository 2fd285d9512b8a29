import { at, carried } from '../../../checks/body.ts'
import { succeeded } from '../../../checks/status.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { Inconclusive, type Session } from '../../../engine/session.ts'
import { giveConsent, tokenFor } from '../consents/consent.ts'
import { holdingsOnly, ordersOnly } from '../needs.ts'
import { accounts } from '../operations.ts'
import { type Sampled, sampledAccounts } from './sample.ts'

/** A consent of the same user that permits only basic views, of all kinds of account but one. */
export interface Narrower {
  /** The answer that gave its token. */
  readonly bearer: Exchange
  /** Its list of accounts. */
  readonly list: Exchange
  /** Accounts of the sample that it shows, and those of the kind that it leaves out. */
  readonly inside: readonly Sampled[]
  readonly outside: readonly Sampled[]
}

const kindsOf = (sample: readonly Sampled[]): readonly string[] => [
  ...new Set(sample.flatMap(({ kind }) => (kind === undefined ? [] : [kind]))),
]

/** The kinds of a sample but the last; undefined where there are not two, or an account does not tell its kind. */
const allButOne = (sample: readonly Sampled[]): readonly string[] | undefined => {
  const kinds = kindsOf(sample)
  return kinds.length > 1 && sample.every(({ kind }) => kind !== undefined) ? kinds.slice(0, -1) : undefined
}

const listedOn = (list: Exchange): readonly unknown[] => {
  const listed: unknown = at(carried(list)?.value, 'Data', 'Account')
  return Array.isArray(listed) ? listed.map((one) => at(one, 'AccountId')) : []
}

/** Lets the user give that consent, once in a run. Throws `Inconclusive` when it does not come to that. */
export const narrowerConsent = (session: Session): Promise<Narrower> =>
  session.once('a narrower consent', async () => {
    const sample = await sampledAccounts(session)
    const kinds = allButOne(sample)
    const need = {
      permissions: [...new Set([...holdingsOnly.permissions, ...ordersOnly.permissions])],
      ...(kinds !== undefined && { accountSubTypes: kinds }),
    }
    const bearer = await tokenFor(session, await giveConsent(session, 'a consent for basic views', need))
    const list = await session.call(accounts, { purpose: 'accounts of the narrower consent', bearer })
    if (!succeeded(list)) throw new Inconclusive(`the accounts were answered with ${list.response.status}`)
    const listed = listedOn(list)
    return {
      bearer,
      list,
      inside: sample.filter(({ id }) => listed.includes(id)),
      outside: sample.filter(({ id, kind }) => !listed.includes(id) && kinds?.includes(kind ?? '') === false),
    }
  })
