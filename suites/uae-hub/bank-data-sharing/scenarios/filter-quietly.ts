import { linkOn } from '../../../../checks/pages.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { activeAccounts, probe } from '../../ask.ts'
import { atHome } from '../../links.ts'
import { envelope } from '../../lists.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'
import { bounds, endOf, printedDays, quietDay, startOf } from '../filtered.ts'

/** A day on which nothing was booked, and one on which something was. */
export interface QuietDays {
  readonly quiet: Probe
  readonly busy: Probe
}

/** Pages of an account in which days without a booking are looked for. */
const lookedThrough = 3

const firstPages = async (session: Session, AccountId: string): Promise<readonly Exchange[]> => {
  const pages = [await session.call(transactions, { purpose: 'unfiltered', path: { AccountId } })]
  for (let page = pages[0]; page !== undefined && pages.length < lookedThrough; page = pages.at(-1)) {
    const next = linkOn(page, envelope, 'next')
    if (next === undefined) break
    pages.push(await session.follow(atHome(next, page), page, { purpose: 'look for days without a booking' }))
  }
  return pages.filter(succeeded)
}

/** Transactions of one day on which nothing was booked, and of one on which something was. */
export const filterQuietly = scenario({
  id: 'bank-data-sharing/filter-quietly',
  title: 'filter transactions by a day without any',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
  async run(session): Promise<QuietDays> {
    const { ids } = await activeAccounts(session)
    for (const AccountId of ids) {
      const pages = await firstPages(session, AccountId)
      const [day, busy] = [quietDay(pages), printedDays(pages)[0]]
      if (day === undefined || busy === undefined) continue
      const ask = (name: string, date: string): Promise<Probe> => {
        const query = { [bounds.from]: startOf(date), [bounds.to]: endOf(date) }
        return probe(name, () => session.call(transactions, { purpose: name, path: { AccountId }, query }))
      }
      return { quiet: await ask('a day without bookings', day), busy: await ask('a day with bookings', busy) }
    }
    throw new Inconclusive('no active account has three days in a row without a booking')
  },
})
