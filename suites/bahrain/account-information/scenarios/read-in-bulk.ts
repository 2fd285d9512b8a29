import type { Exchange } from '../../../../engine/exchange.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { usableAccounts } from '../../ask.ts'
import { everything } from '../../needs.ts'
import {
  accounts,
  allBalances,
  allBeneficiaries,
  allDirectDebits,
  allStandingOrders,
  balances,
  beneficiaries,
  directDebits,
  standingOrders,
} from '../../operations.ts'

/** The records of all accounts together, and those of each account. */
export interface InBulk {
  readonly list: string
  readonly bulk: Exchange
  readonly singles: readonly { readonly account: string; readonly exchange: Exchange }[]
}

/** Accounts of which one run reads the records by themselves. */
const most = 10

interface Pair {
  readonly name: string
  readonly title: string
  readonly list: string
  readonly bulk: string
  readonly single: string
}

const readInBulk = ({ name, title, list, bulk, single }: Pair): Scenario<InBulk> =>
  scenario({
    id: `account-information/read-all-${name}`,
    title: `read ${title} of all accounts together, and of each`,
    needs: ['accounts', name, `all-${name}`],
    uses: everything,
    operations: [accounts, bulk, single],
    effect: 'reads',
    async run(session) {
      const { ids } = await usableAccounts(session)
      const together = await baseline(session, bulk)
      const singles: InBulk['singles'][number][] = []
      for (const AccountId of ids.slice(0, most))
        singles.push({ account: AccountId, exchange: await session.call(single, { path: { AccountId } }) })
      return { list, bulk: together, singles }
    },
  })

/** Lists that every entry of which names its account. */
export const readAllInBulk: readonly [Scenario<InBulk>, ...Scenario<InBulk>[]] = [
  readInBulk({ name: 'balances', title: 'balances', list: 'Balance', bulk: allBalances, single: balances }),
  readInBulk({
    name: 'direct-debits',
    title: 'direct debits',
    list: 'DirectDebit',
    bulk: allDirectDebits,
    single: directDebits,
  }),
  readInBulk({
    name: 'standing-orders',
    title: 'standing orders',
    list: 'StandingOrder',
    bulk: allStandingOrders,
    single: standingOrders,
  }),
]

/** Beneficiaries, which a bank may keep by customer and not by account. */
export const readAllBeneficiaries = readInBulk({
  name: 'beneficiaries',
  title: 'beneficiaries',
  list: 'Beneficiary',
  bulk: allBeneficiaries,
  single: beneficiaries,
})
