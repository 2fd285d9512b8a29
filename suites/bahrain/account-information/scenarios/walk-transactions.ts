import { linkOn, type Walked } from '../../../../checks/pages.ts'
import { valueAt } from '../../../../checks/places.ts'
import { succeeded } from '../../../../checks/status.ts'
import { type Exchange, json } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { probe } from '../../../baseline/probe.ts'
import { walk } from '../../../baseline/walk.ts'
import { recordsIn, usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'
import { pagesOfTransactions } from '../lists.ts'

/** The pages of a list, and what the link to the page before leads to from the second one. */
export interface ThereAndBack extends Walked {
  readonly back?: Probe
}

type Open = (query?: Readonly<Record<string, string>>, purpose?: string) => Promise<Exchange>

const hasNext = (page: Exchange): boolean => linkOn(page, pagesOfTransactions, 'next') !== undefined

const saysMore = (page: Exchange): boolean => Number(valueAt(json(page.response), pagesOfTransactions.totalPages)) > 1

/**
 * The first account whose transactions have several pages: their first page, and a way to read it. Banks need not have
 * pages: where no account has any, an account whose only page says that there are more, else the first one.
 */
const severalPages = async (session: Session) => {
  const single: { readonly page: Exchange; readonly open: Open }[] = []
  for (const AccountId of (await usableAccounts(session)).ids) {
    const open: Open = (query = {}, purpose = 'page 1') =>
      session.call(transactions, { purpose, path: { AccountId }, query })
    const page = await open()
    if (succeeded(page) && hasNext(page)) return { page, open }
    if (succeeded(page)) single.push({ page, open })
  }
  const found = single.find(({ page }) => saysMore(page)) ?? single[0]
  if (found === undefined) throw new Inconclusive('the transactions of no account were given')
  return found
}

const common = {
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
} as const

/** Follows `Links.Next` to the last page, and `Links.Prev` back from the second. One page where no account has more. */
export const walkTransactions = scenario({
  ...common,
  id: 'account-information/walk-transactions',
  title: 'read every page of transactions',
  async run(session): Promise<ThereAndBack> {
    const { page, open } = await severalPages(session)
    if (!hasNext(page)) return { pages: [page] }
    const walked = await walk(session, () => open(), pagesOfTransactions)
    const second = walked.pages[1]
    const prev = second && linkOn(second, pagesOfTransactions, 'prev')
    if (second === undefined || prev === undefined) return walked
    const back = await probe('back', () => session.follow(prev, second, { purpose: 'the page before page 2' }))
    return { ...walked, back }
  },
})

/** Pages of a filtered list, and the first day of the filter; undefined where nothing has pages, and nothing was filtered. */
export interface FilteredWalk extends Walked {
  readonly from?: string
}

/** Reads transactions from a day of their second page on, to the last page. */
export const walkFiltered = scenario({
  ...common,
  id: 'account-information/walk-filtered-transactions',
  title: 'read every page of filtered transactions',
  async run(session): Promise<FilteredWalk> {
    const { page, open } = await severalPages(session)
    const next = linkOn(page, pagesOfTransactions, 'next')
    if (next === undefined) return { pages: [page] }
    const second = await session.follow(next, page, { purpose: 'page 2, unfiltered' })
    const days = recordsIn(second, 'Transaction').flatMap((one) => {
      const date = valueAt(one, '/BookingDateTime')
      return typeof date === 'string' ? [date.slice(0, 10)] : []
    })
    const from = days.sort()[days.length >> 1]
    if (from === undefined)
      throw new Inconclusive(
        `page 2 has no transaction (${json(second.response) === undefined ? 'no JSON' : second.response.status})`,
      )
    const walked = await walk(
      session,
      () => open({ fromBookingDateTime: `${from}T00:00:00` }, 'page 1, filtered'),
      pagesOfTransactions,
    )
    return { ...walked, from }
  },
})
