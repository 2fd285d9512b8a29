import { at } from '../../../../checks/body.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { walk } from '../../../baseline/walk.ts'
import { giveConsent, recordsIn, usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, createConsent, transactions } from '../../operations.ts'
import { pagesOfTransactions } from '../lists.ts'

/** Transactions under a consent for some days, first and last of which are `from` and `to`. */
export interface WithinDays {
  readonly from: string
  readonly to: string
  /** All pages as they came, and the first of what a filter for more days gave. */
  readonly pages: readonly Exchange[]
}

const longestWindow = 4

/** Some days from the middle of those on which something was booked. */
const chooseDays = async (session: Session) => {
  for (const AccountId of (await usableAccounts(session)).ids) {
    const unbounded = await session.call(transactions, { purpose: 'without bounds', path: { AccountId } })
    const booked = recordsIn(unbounded, 'Transaction').filter((one) => at(one, 'Status') === 'Booked')
    const days = [...new Set(booked.map((one) => String(at(one, 'BookingDateTime')).slice(0, 10)))].sort()
    const middle = (days.length >> 1) - 1
    const [from, to] = [days[middle], days[Math.min(middle + longestWindow - 1, days.length - 2)]]
    if (succeeded(unbounded) && days.length > 3 && from !== undefined && to !== undefined)
      return { AccountId, from, to }
  }
  throw new Inconclusive('no account has booked transactions on four days of its first page')
}

/** Lets the user give a consent for few days, and reads transactions with it, with a filter that asks for more, too. */
export const readWithinDays = scenario({
  id: 'account-information/read-within-days',
  title: 'read transactions under a consent for few days',
  needs: ['consents', 'accounts', 'transactions'],
  means: ['user-journey', 'user-agent'],
  uses: everything,
  operations: [accounts, transactions, createConsent, 'authorization'],
  effect: 'changes',
  async run(session): Promise<WithinDays> {
    const { AccountId, from, to } = await chooseDays(session)
    const { bearer } = await giveConsent(session, 'a consent for few days', {
      permissions: ['ReadAccountsBasic', 'ReadTransactionsBasic', 'ReadTransactionsCredits', 'ReadTransactionsDebits'],
      fromDate: from,
      toDate: to,
    })
    const read = (purpose: string, query = {}) =>
      session.call(transactions, { purpose, path: { AccountId }, query, bearer })
    const bounded = { ...session, follow: (link: string, page: Exchange) => session.follow(link, page, { bearer }) }
    const { pages } = await walk(bounded, () => read('within the days'), pagesOfTransactions)
    const wider = { fromBookingDateTime: '1990-01-01T00:00:00' }
    return { from, to, pages: [...pages, await read('with a filter for more days', wider)] }
  },
})
