import type { TwoWays } from '../../../../checks/kept-filter.ts'
import { succeeded } from '../../../../checks/status.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { activeAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'
import { bounds, someBooking } from '../filtered.ts'

const hour = 3_600_000

/** Hours from a booking to a bound, so that four more or less let the booking in or out. */
const distances = [-2, 2]

const written = (ms: number, offset: string): string => `${new Date(ms).toISOString().slice(0, 19)}${offset}`

/** One wall-clock time as the bound of a filter, close to a booking, with two offsets. */
export const filterWithOffsets = scenario({
  id: 'bank-data-sharing/filter-with-offsets',
  title: 'filter transactions by one time of day with two offsets',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
  async run(session): Promise<readonly TwoWays[]> {
    const { ids } = await activeAccounts(session)
    for (const AccountId of ids) {
      const page = await session.call(transactions, { purpose: 'unfiltered', path: { AccountId } })
      const booked = succeeded(page) ? someBooking(page) : undefined
      if (booked === undefined || booked > session.now().getTime() - 72 * hour) continue
      const ways: TwoWays[] = []
      for (const hours of distances) {
        const first = booked + hours * hour
        const ask = (offset: string, purpose: string) => {
          const query = { [bounds.from]: written(first, offset), [bounds.to]: written(first + 24 * hour, offset) }
          return session.call(transactions, { purpose, path: { AccountId }, query })
        }
        const one = await ask('Z', 'bounds with Z')
        const other = await ask('+04:00', 'bounds with +04:00')
        const name = `${bounds.from}=${written(first, '+04:00')}`
        ways.push({ name, one, other, again: await ask('Z', 'bounds with Z, once more') })
      }
      return ways
    }
    throw new Inconclusive('no active account has a booking that is more than three days old')
  },
})
