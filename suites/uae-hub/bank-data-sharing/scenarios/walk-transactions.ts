import {
  fitsAtOnce,
  leadsBack,
  link,
  patience,
  totalPages,
  type Walk,
  type Walks,
} from '../../../../checks/pagination.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { activeAccounts } from '../../ask.ts'
import { atHome } from '../../links.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'

const walkFrom = async (session: Session, first: Exchange): Promise<Walk> => {
  const pages = [first]
  let page = first
  for (;;) {
    if (!succeeded(page)) return { pages, end: 'not a page' }
    const next = link(page, 'Next')
    if (next === undefined) return { pages, end: 'no next' }
    if (leadsBack(pages)) return { pages, end: 'seen before' }
    if (pages.length >= (totalPages(page) ?? Number.POSITIVE_INFINITY) + patience) return { pages, end: 'too long' }
    if (pages.length >= session.limits.pages) return { pages, end: 'limit' }
    page = await session.follow(atHome(next, page), page, { purpose: `page ${pages.length + 1}` })
    pages.push(page)
  }
}

/** One walk or two, and the first page once more after the first. */
export interface WalksAndAgain extends Walks {
  readonly again: Exchange
}

/** Follows `Links.Next` to the last page, in the first active account that has several; again where something does not fit. */
export const walkTransactions = scenario({
  id: 'bank-data-sharing/walk-transactions',
  title: 'read every page of transactions',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
  async run(session): Promise<WalksAndAgain> {
    const { ids } = await activeAccounts(session)
    const refusals: number[] = []
    for (const AccountId of ids) {
      const open = () => session.call(transactions, { purpose: 'page 1', path: { AccountId } })
      const page = await open()
      if (!succeeded(page)) refusals.push(page.response.status)
      if (!succeeded(page) || link(page, 'Next') === undefined) continue
      const first = await walkFrom(session, page)
      const again = await open()
      return fitsAtOnce(first) ? { first, again } : { first, second: await walkFrom(session, again), again }
    }
    if (refusals.length === ids.length)
      throw new Inconclusive(`${transactions} was answered with ${refusals.join(', ')} for every active account`)
    throw new Inconclusive('no active account has more than one page of transactions; give one of them more')
  },
})
