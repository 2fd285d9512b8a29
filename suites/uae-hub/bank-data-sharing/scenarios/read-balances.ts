import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts, balances } from '../../operations.ts'

/** The balances of the first active account. */
export const readBalances = scenario({
  id: 'bank-data-sharing/read-balances',
  title: 'read balances',
  needs: ['accounts', 'balances'],
  uses: everything,
  operations: [accounts, balances],
  effect: 'reads',
  async run(session): Promise<Exchange> {
    const { ids } = await activeAccounts(session)
    return baseline(session, balances, { path: { AccountId: ids[0] } })
  },
})
