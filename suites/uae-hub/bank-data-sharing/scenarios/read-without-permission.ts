import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, probe } from '../../ask.ts'
import { accountsOnly } from '../../needs.ts'
import { accounts, balances, transactions } from '../../operations.ts'

/** A call that the consent does not permit, between two that it does. */
export interface Unpermitted {
  readonly before: Exchange
  readonly probes: readonly Probe[]
  readonly after: Probe
}

const readWithout = (what: 'balances' | 'transactions', operation: string): Scenario<Unpermitted> =>
  scenario({
    id: `bank-data-sharing/read-${what}-without-permission`,
    title: `read ${what} that the consent does not permit`,
    needs: ['accounts', what],
    uses: accountsOnly,
    operations: [accounts, operation],
    effect: 'reads',
    async run(session) {
      const { list, ids } = await activeAccounts(session)
      const ask = { purpose: `no permission for ${what}`, path: { AccountId: ids[0] } }
      return {
        before: list,
        probes: [await probe(what, () => session.call(operation, ask))],
        after: await probe('accounts afterwards', () =>
          session.call(accounts, { purpose: 'permitted call afterwards' }),
        ),
      }
    },
  })

/** Balances under a consent for accounts only. */
export const readBalancesWithoutPermission = readWithout('balances', balances)

/** Transactions under a consent for accounts only. */
export const readTransactionsWithoutPermission = readWithout('transactions', transactions)
