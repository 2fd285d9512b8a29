import { valueAt } from '../../../../checks/places.ts'
import { namesLast, orderLasts, type Thrice } from '../../../../checks/repeated-read.ts'
import type { ReadBothWays } from '../../../../checks/signed-body.ts'
import { rule, type ScenarioRule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { transactions } from '../../operations.ts'
import { readSignedAccounts } from '../scenarios/read-signed-accounts.ts'
import { readSignedLists, readSignedTransactions } from '../scenarios/read-signed-resources.ts'

const thrice = ({ plain, signed, again }: ReadBothWays): Thrice => ({ first: plain, second: signed, third: again })

const lasting = {
  list: '/Data/Transaction',
  id: '/TransactionId',
  reference: '/TransactionReference',
  lasts: (record: unknown): boolean => valueAt(record, '/TransactionMutability') === 'Immutable',
  state: { at: '/Status', reached: 'Booked', before: 'Pending' },
} as const

/** UAE-BDS-015, as far as two reads in one run can tell. */
export const transactionsKeepTheirNames: ScenarioRule<ReadBothWays> = rule({
  id: 'UAE-BDS-015',
  requirements: ['UAE-BDS-015'],
  level: 'SHOULD',
  about: 'bank',
  title: 'A transaction that is immutable keeps its id and its reference, and stays booked',
  cites: [cite.accountInformation('AETransactionMutabilityCode, TransactionId, TransactionReference')],
  defects: ['transaction-references-change'],
  on: [readSignedTransactions],
  operation: transactions,
  check: (evidence) => namesLast(lasting)(thrice(evidence)),
  example: {
    breaks: `x1 GET /accounts/a1/transactions\n200\n{"Data":{"Transaction":[{"TransactionId":"t1", … }]}, …}

x3 GET /accounts/a1/transactions\n200\n{"Data":{"Transaction":[{"TransactionId":"t9", … all else the same}]}, …}`,
    findings: [{ at: '/Data/Transaction/0/TransactionId', expected: 't1 as at /Data/Transaction/0 of x1', got: 't9' }],
  },
})

/** UAE-BDS-032: of ids that were sent UAE-HDR-001 takes care. Data that moved meanwhile decides nothing. */
export const readingChangesNothing: ScenarioRule<ReadBothWays> = rule({
  id: 'UAE-BDS-032',
  requirements: ['UAE-BDS-032'],
  level: 'SHOULD',
  about: 'bank',
  title: 'A list that is read again has the same order',
  cites: [cite.own('reading is safe, and pages rest on an order'), cite.rfc('9110 §9.2.1')],
  defects: ['order-changes'],
  on: [readSignedAccounts, ...readSignedLists],
  check: (evidence) => orderLasts('/Data')(thrice(evidence)),
  example: {
    breaks: `x1 GET /accounts\n200\n{"Data":{"Account":[{"AccountId":"a1", … },{"AccountId":"a2", … }]}, …}

x3 GET /accounts\n200\n{"Data":{"Account":[{"AccountId":"a2", … },{"AccountId":"a1", … }]}, …}`,
    findings: [{ at: '/Data/Account', expected: 'the order of x1', got: 'the same records in another order' }],
  },
})
