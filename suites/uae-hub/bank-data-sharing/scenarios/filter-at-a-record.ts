import { at, carried } from '../../../../checks/body.ts'
import type { Bound, BoundsEvidence } from '../../../../checks/inclusive-filter.ts'
import { leadsBack, link } from '../../../../checks/pagination.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { activeAccounts, baseline } from '../../ask.ts'
import { atHome } from '../../links.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'

const twoDays = 2 * 24 * 60 * 60 * 1000

interface Booked {
  readonly id: string
  /** As printed. */
  readonly date: string
  /** As printed, without its offset. */
  readonly local: string
}

const records = (page: Exchange): readonly unknown[] => {
  const found = at(carried(page)?.value, 'Data', 'Transaction')
  return Array.isArray(found) ? found : []
}

const booked = (page: Exchange, now: Date): Booked | undefined =>
  records(page).flatMap((one): readonly Booked[] => {
    const [id, date] = [at(one, 'TransactionId'), at(one, 'BookingDateTime')]
    if (at(one, 'Status') !== 'Booked' || typeof id !== 'string' || typeof date !== 'string') return []
    if (!(Date.parse(date) < now.getTime() - twoDays)) return []
    return [{ id, date, local: date.replace(/(?:[Zz]|[+-]\d\d:?\d\d)$/, '') }]
  })[0]

const holds = (page: Exchange, id: string): boolean => records(page).some((one) => at(one, 'TransactionId') === id)

const search = async (session: Session, first: Exchange, id: string): Promise<Omit<Bound, 'name' | 'value'>> => {
  const pages = [first]
  let page = first
  for (;;) {
    if (holds(page, id)) return { pages, found: true, complete: true }
    const next = link(page, 'Next')
    if (next === undefined) return { pages, found: false, complete: succeeded(page) }
    if (leadsBack(pages) || pages.length >= session.limits.pages) return { pages, found: false, complete: false }
    page = await session.follow(atHome(next, page), page, { purpose: 'look for the record' })
    pages.push(page)
  }
}

/** Asks for the transactions from, and up to, the date-time of one that is booked. */
export const filterAtARecord = scenario({
  id: 'bank-data-sharing/filter-at-a-record',
  title: 'filter transactions by the date-time of one of them',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
  async run(session): Promise<BoundsEvidence> {
    const { ids } = await activeAccounts(session)
    for (const AccountId of ids) {
      const read = (query: Record<string, string>, purpose: string) =>
        session.call(transactions, { purpose, path: { AccountId }, query })
      const record = booked(await read({}, 'unfiltered'), session.now())
      if (record === undefined) continue
      const bounds: Bound[] = []
      for (const name of ['fromBookingDateTime', 'toBookingDateTime']) {
        let value = record.local
        let first = await read({ [name]: value }, `${name} of a record`)
        // The contract says date-time, its text that the offset is ignored: where one is demanded, the record's own is
        // right whether it is ignored or not.
        if (first.response.status === 400) {
          value = record.date
          const path = { AccountId }
          first = await baseline(session, transactions, {
            purpose: `${name} of a record`,
            path,
            query: { [name]: value },
          })
        }
        bounds.push({ name, value, ...(await search(session, first, record.id)) })
      }
      const again = await search(session, await read({}, 'unfiltered, again'), record.id)
      return { recordId: record.id, bounds, stillThere: again.found, again: again.pages }
    }
    throw new Inconclusive('no active account has a booked transaction that is more than two days old')
  },
})
