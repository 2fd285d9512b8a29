import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import type { ConsentNeed } from '../../../../engine/session.ts'
import { probe } from '../../../baseline/probe.ts'
import { usableAccounts } from '../../ask.ts'
import { basicViews, debitsInDetail } from '../../needs.ts'
import {
  accounts,
  balances,
  beneficiaries,
  directDebits,
  futureDatedPayments,
  standingOrders,
  statements,
  transactions,
} from '../../operations.ts'

/** What a consent shows that does not permit all. */
export interface Narrow {
  /** The one direction of transactions that it permits. */
  readonly direction: 'Credit' | 'Debit'
  readonly list: Exchange
  readonly transactions: readonly Exchange[]
  /** Other lists of the first account, of which it permits the basic view. */
  readonly basics: readonly Exchange[]
  /** What it does not permit at all. */
  readonly forbidden: readonly Probe[]
}

/** Accounts of which one run reads the transactions. */
const most = 3

interface View {
  readonly id: string
  readonly title: string
  readonly uses: ConsentNeed
  readonly direction: Narrow['direction']
  readonly basics: readonly string[]
}

const forbidden = [balances, directDebits] as const

const readView = ({ id, title, uses, direction, basics }: View): Scenario<Narrow> =>
  scenario({
    id: `account-information/${id}`,
    title,
    needs: ['accounts', 'transactions'],
    uses,
    operations: [accounts, transactions, ...basics, ...forbidden],
    effect: 'reads',
    async run(session) {
      const { list, ids } = await usableAccounts(session)
      const path = { AccountId: ids[0] }
      const read: Exchange[] = []
      for (const AccountId of ids.slice(0, most)) read.push(await session.call(transactions, { path: { AccountId } }))
      const views: Exchange[] = []
      for (const one of basics) views.push(await session.call(one, { purpose: 'the basic view', path }))
      const shut: Probe[] = []
      for (const one of forbidden)
        shut.push(await probe(one, () => session.call(one, { purpose: 'without its permission', path })))
      return { direction, list, transactions: read, basics: views, forbidden: shut }
    },
  })

/** Under basic permissions, and of transactions the credits. */
export const readBasicViews = readView({
  id: 'read-basic-views',
  title: 'read under a consent to basic views and credits',
  uses: basicViews,
  direction: 'Credit',
  basics: [beneficiaries, futureDatedPayments, standingOrders, statements],
})

/** In detail, but for the numbers of cards, and of transactions the debits. */
export const readDebitsInDetail = readView({
  id: 'read-debits-in-detail',
  title: 'read under a consent to accounts and debits in detail',
  uses: debitsInDetail,
  direction: 'Debit',
  basics: [],
})
