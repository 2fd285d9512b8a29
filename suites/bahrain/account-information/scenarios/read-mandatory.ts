import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { probe } from '../../../baseline/probe.ts'
import { usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts, balances, consent, productDetails, transactions } from '../../operations.ts'

/** Good calls of what every bank has, with ids that it gave out under the same consent. */
export interface Mandatory {
  readonly calls: readonly Exchange[]
  /** Its level is known, its path only from a page that tells little else. */
  readonly products: Probe
}

/** Calls each operation that every bank has. */
export const readMandatory = scenario({
  id: 'account-information/read-mandatory',
  title: 'call what every bank has',
  needs: ['consents', 'accounts', 'balances', 'transactions'],
  uses: everything,
  operations: [consent, accounts, account, balances, transactions, productDetails],
  effect: 'reads',
  async run(session): Promise<Mandatory> {
    const { list, ids } = await usableAccounts(session)
    const path = { AccountId: ids[0] }
    const calls = [
      await session.call(consent, { token: 'client', path: { ConsentId: await session.consentId() } }),
      list,
      await session.call(account, { path }),
      await session.call(balances, { path }),
      await session.call(transactions, { path }),
    ]
    const products = await probe(productDetails, () => session.call(productDetails, { token: 'client' }))
    return { calls, products }
  },
})
