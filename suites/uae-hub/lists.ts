import type { PageShape } from '../../checks/pages.ts'
import {
  accounts,
  balances,
  beneficiaries,
  directDebits,
  partiesOfAccount,
  product,
  scheduledPayments,
  standingOrders,
  statements,
  transactions,
} from './operations.ts'

/** A list of an answer: where it stands, and what tells its records apart. */
export interface ListOf extends Pick<PageShape, 'list' | 'id'> {
  readonly operation: string
}

/** The list of each operation that has one. */
export const lists: readonly ListOf[] = [
  { operation: accounts, list: '/Data/Account', id: '/AccountId' },
  { operation: balances, list: '/Data/Balance' },
  { operation: beneficiaries, list: '/Data/Beneficiary', id: '/BeneficiaryId' },
  { operation: directDebits, list: '/Data/DirectDebit', id: '/DirectDebitId' },
  { operation: partiesOfAccount, list: '/Data/Party', id: '/PartyId' },
  { operation: product, list: '/Data/Product' },
  { operation: scheduledPayments, list: '/Data/ScheduledPayment', id: '/ScheduledPaymentId' },
  { operation: standingOrders, list: '/Data/StandingOrder', id: '/StandingOrderId' },
  { operation: statements, list: '/Data/Statements', id: '/StatementId' },
  { operation: transactions, list: '/Data/Transaction', id: '/TransactionId' },
]

/** Where every answer of bank data sharing has its links and its number of pages. */
export const envelope = {
  links: {
    self: '/Links/Self',
    first: '/Links/First',
    prev: '/Links/Prev',
    next: '/Links/Next',
    last: '/Links/Last',
  },
  totalPages: '/Meta/TotalPages',
} as const satisfies Pick<PageShape, 'links' | 'totalPages'>

/** The pages of transactions. */
export const pagesOfTransactions = {
  ...envelope,
  list: '/Data/Transaction',
  id: '/TransactionId',
} as const satisfies PageShape

/** The lists that come in pages. */
export const paged = [transactions, statements] as const
