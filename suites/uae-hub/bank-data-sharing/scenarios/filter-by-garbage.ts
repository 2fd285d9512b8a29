import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, transactions } from '../../operations.ts'

const year = 365 * 24 * 60 * 60 * 1000

/** Transactions filtered by a good date-time, and by texts that are no date. */
export const filterByGarbage = scenario({
  id: 'bank-data-sharing/filter-by-garbage',
  title: 'filter transactions by something that is no date',
  needs: ['accounts', 'transactions'],
  uses: everything,
  operations: [accounts, transactions],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const { ids } = await activeAccounts(session)
    const path = { AccountId: ids[0] }
    const lastYear = `${new Date(session.now().getTime() - year).toISOString().slice(0, 10)}T00:00:00Z`
    const good = await baseline(session, transactions, { path, query: { fromBookingDateTime: lastYear } })
    const probes: Probe[] = []
    for (const name of ['fromBookingDateTime', 'toBookingDateTime']) {
      for (const value of ['2026-13-45', 'abc']) {
        const what = `${name}=${value}`
        const query = { [name]: value }
        probes.push(await probe(what, () => session.call(transactions, { purpose: what, path, query })))
      }
    }
    return { baseline: good, probes }
  },
})
