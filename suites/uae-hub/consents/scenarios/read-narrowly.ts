import { at, carried } from '../../../../checks/body.ts'
import { type Clipped, type Dated, missingOnBounds } from '../../../../checks/clipping.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { activeAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, authorization, par, token, transactions } from '../../operations.ts'
import { aheadOfUtc, bookedFrom, bookedOn, windowIn } from '../booked.ts'
import { giveConsent, type Life, readUntil, tokenFor } from '../consent.ts'

/** What a narrow consent of the same user gives, beside what the widest one does. */
export interface Narrowed extends Life, Clipped {
  /** The accounts under the widest consent, and under the narrow one. */
  readonly wide: Exchange
  readonly narrow: Exchange
  /** The kinds of account that the narrow consent names. */
  readonly kinds: readonly string[]
}

interface Chosen {
  readonly AccountId: string
  readonly kinds: readonly string[]
  readonly from: string
  readonly to: string
  readonly records: readonly Dated[]
}

const kindOf = (list: Exchange, id: string): readonly string[] => {
  const found: unknown = at(carried(list)?.value, 'Data', 'Account')
  const one = Array.isArray(found) ? found.find((each) => at(each, 'AccountId') === id) : undefined
  const kind = at(one, 'AccountSubType')
  return typeof kind === 'string' ? [kind] : []
}

const readAll = async (session: Session, AccountId: string, purpose: string, bearer?: Exchange, query = {}) => {
  const as = bearer === undefined ? {} : { bearer }
  const first = await session.call(transactions, { purpose, path: { AccountId }, query, ...as })
  return bookedFrom(session, first, (link, page) => session.follow(link, page, { purpose, ...as }))
}

const choose = async (session: Session, list: Exchange, ids: readonly string[]): Promise<Chosen> => {
  for (const AccountId of ids) {
    const first = await session.call(transactions, { purpose: 'without bounds', path: { AccountId } })
    if (!succeeded(first)) continue
    const records = bookedOn(first)
    const window = windowIn(records, session.now())
    if (window !== undefined) return { AccountId, kinds: kindOf(list, AccountId), records, ...window }
  }
  throw new Inconclusive('no active account has booked transactions on three days that are more than two days old')
}

/** Lets the same user give a consent for few days, one kind of account and Basic permissions, and reads with it. */
export const readNarrowly = scenario({
  id: 'consents/read-narrowly',
  title: 'read under a consent for few days, one kind of account and the basic view',
  needs: ['consents', 'accounts', 'transactions'],
  means: ['user-journey', 'user-agent'],
  uses: everything,
  operations: [accounts, transactions, par, authorization, token],
  effect: 'changes',
  async run(session): Promise<Narrowed> {
    const { list, ids } = await activeAccounts(session)
    const { AccountId, kinds, from, to, records } = await choose(session, list, ids)
    const given = await giveConsent(session, 'a narrow consent', {
      permissions: ['ReadAccountsBasic', 'ReadTransactionsBasic'],
      fromDate: from,
      toDate: to,
      ...(kinds.length > 0 && { accountSubTypes: kinds }),
    })
    const bearer = await tokenFor(session, given)
    const narrow = await session.call(accounts, { purpose: 'accounts of the narrow consent', bearer })
    const bounded = await readAll(session, AccountId, 'transactions of the narrow consent', bearer)
    const wider = { fromBookingDateTime: `${records.at(-1)?.at.slice(0, 10)}T00:00:00` }
    const filtered = await readAll(session, AccountId, 'the same, from a day before its first', bearer, wider)
    const seen = { from, to, whole: records, clipped: [...bounded.records, ...filtered.records] }
    const missing = missingOnBounds({ hours: aheadOfUtc }, seen).length > 0
    const again = missing ? await readAll(session, AccountId, 'without bounds, again') : undefined
    const read = await readUntil(session, given.push.consentId, 'read the consent', succeeded)
    return {
      ...seen,
      ...(bounded.incomplete !== undefined && { incomplete: bounded.incomplete }),
      again: again?.records ?? [],
      push: given.push,
      reads: [read],
      wide: list,
      narrow,
      kinds,
    }
  },
})
