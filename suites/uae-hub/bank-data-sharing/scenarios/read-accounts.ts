import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'

/** The list of accounts, and the first active one by its id. */
export const readAccounts = scenario({
  id: 'bank-data-sharing/read-accounts',
  title: 'read the accounts',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<readonly Exchange[]> {
    const { list, ids } = await activeAccounts(session)
    return [list, await baseline(session, account, { path: { AccountId: ids[0] } })]
  },
})
