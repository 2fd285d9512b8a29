import { linkOn } from '../../../../checks/pages.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { activeAccounts } from '../../ask.ts'
import { atHome } from '../../links.ts'
import { envelope } from '../../lists.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'
import { bounds, printedDays, startOf } from '../filtered.ts'

/** The pages of a filtered list, and the day from which it was asked for. */
export interface FilteredWalk {
  readonly from: string
  readonly pages: readonly Exchange[]
}

/** Follows the links to further pages, as far as the limits of the session and the number of pages let it. */
const further = async (session: Session, first: Exchange, most: number): Promise<readonly Exchange[]> => {
  const pages = [first]
  const met = new Set<string>()
  for (let page = first; pages.length < Math.min(most, session.limits.pages); page = pages.at(-1) ?? first) {
    const next = succeeded(page) ? linkOn(page, envelope, 'next') : undefined
    if (next === undefined || met.has(next)) break
    met.add(next)
    pages.push(await session.follow(atHome(next, page), page, { purpose: `page ${pages.length + 1}` }))
  }
  return pages
}

/** Reads transactions from a day of their second page on, to the last page: a filter that lets several pages pass. */
export const walkFiltered = scenario({
  id: 'bank-data-sharing/walk-filtered',
  title: 'read every page of filtered transactions',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
  async run(session): Promise<FilteredWalk> {
    const { ids } = await activeAccounts(session)
    for (const AccountId of ids) {
      const read = (purpose: string, query: Readonly<Record<string, string>> = {}) =>
        session.call(transactions, { purpose, path: { AccountId }, query })
      const unfiltered = await further(session, await read('unfiltered'), 2)
      const days = printedDays(unfiltered.slice(1).filter(succeeded))
      const from = days[days.length >> 1]
      if (from === undefined) continue
      const first = await read('page 1', { [bounds.from]: startOf(from) })
      if (!succeeded(first)) throw new Inconclusive(`a filter by ${from} was answered with ${first.response.status}`)
      return { from, pages: await further(session, first, Number.POSITIVE_INFINITY) }
    }
    throw new Inconclusive('no active account has more than one page of transactions; give one of them more')
  },
})
