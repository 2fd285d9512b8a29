import {
  account,
  accounts,
  allBalances,
  allBeneficiaries,
  allDirectDebits,
  allFutureDatedPayments,
  allOffers,
  allStandingOrders,
  allStatements,
  allTransactions,
  balances,
  beneficiaries,
  consent,
  createConsent,
  deleteConsent,
  directDebits,
  futureDatedPayments,
  offers,
  partiesOfAccount,
  party,
  partyOfAccount,
  patchConsent,
  productDetails,
  standingOrders,
  statement,
  statementFile,
  statements,
  statementTransactions,
  supplementaryInfo,
  transactions,
} from './operation-names.ts'
import { type OperationRow, type PeriodFilter, type RowFacts, row } from './operation-row.ts'

const plain = {
  permissions: [],
  signs: 'nothing',
  idempotencyKey: false,
  pages: false,
  success: 200,
  body: 'json',
  sources: ['W', 'O', 'J'],
} as const

const ofClient = row('account-information', { ...plain, grant: 'client', scope: 'accounts' })
const ofUser = row('account-information', { ...plain, grant: 'user', scope: 'accounts' })

const ofAccounts: RowFacts = { permissions: [['ReadAccountsBasic', 'ReadAccountsDetail']], list: 'Account' }
const ofBalances: RowFacts = { permissions: [['ReadBalances']], list: 'Balance' }
const ofTransactions: RowFacts = {
  permissions: [
    ['ReadTransactionsBasic', 'ReadTransactionsDetail'],
    ['ReadTransactionsCredits', 'ReadTransactionsDebits'],
  ],
  list: 'Transaction',
  pages: true,
}
const byBooking: PeriodFilter = { from: 'fromBookingDateTime', to: 'toBookingDateTime', field: 'BookingDateTime' }
const byStatement: PeriodFilter = { from: 'fromStatementDateTime', to: 'toStatementDateTime', field: 'StartDateTime' }
const ofBeneficiaries: RowFacts = {
  permissions: [['ReadBeneficiariesBasic', 'ReadBeneficiariesDetail']],
  list: 'Beneficiary',
}
const ofDirectDebits: RowFacts = { permissions: [['ReadDirectDebits']], list: 'DirectDebit' }
const ofStandingOrders: RowFacts = {
  permissions: [['ReadStandingOrdersBasic', 'ReadStandingOrdersDetail']],
  list: 'StandingOrder',
}
const ofFutureDated: RowFacts = {
  permissions: [['ReadFutureDatedPaymentsBasic', 'ReadFutureDatedPaymentsDetail']],
  list: 'FutureDatedPayment',
}
const ofOffers: RowFacts = { permissions: [['ReadOffers']], list: 'Offer' }
const ofStatements: RowFacts = { permissions: [['ReadStatementsBasic', 'ReadStatementsDetail']], list: 'Statement' }
const paging: RowFacts = { pages: true }

/** Account information. Paths and methods W and O, permissions W where seen, else by the analogy of U and the names of J. */
export const accountInformation: readonly OperationRow[] = [
  ofClient('mandatory', createConsent, { success: 201 }),
  ofClient('mandatory', consent),
  ofClient('mandatory', patchConsent, { inferred: true }),
  ofClient('mandatory', deleteConsent, {
    success: 204,
    body: 'none',
    variants: ['bh-draft-2019'],
    sources: ['W-AAC-draft', 'U'],
  }),
  ofUser('mandatory', accounts, { ...ofAccounts, ...paging }),
  ofUser('mandatory', account, ofAccounts),
  ofUser('mandatory', balances, ofBalances),
  ofUser('optional', allBalances, { ...ofBalances, ...paging }),
  ofUser('mandatory', transactions, { ...ofTransactions, filter: byBooking }),
  ofUser('optional', allTransactions, { ...ofTransactions, filter: byBooking }),
  ofUser('conditional', beneficiaries, ofBeneficiaries),
  ofUser('optional', allBeneficiaries, { ...ofBeneficiaries, ...paging }),
  ofUser('conditional', directDebits, ofDirectDebits),
  ofUser('optional', allDirectDebits, { ...ofDirectDebits, ...paging }),
  ofUser('conditional', standingOrders, ofStandingOrders),
  ofUser('optional', allStandingOrders, { ...ofStandingOrders, ...paging }),
  ofUser('conditional', futureDatedPayments, ofFutureDated),
  ofUser('optional', allFutureDatedPayments, { ...ofFutureDated, ...paging }),
  ofUser('optional', offers, ofOffers),
  ofUser('optional', allOffers, { ...ofOffers, ...paging }),
  ofUser('optional', partiesOfAccount, { permissions: [['ReadParty']], list: 'Party' }),
  ofUser('optional', partyOfAccount, { permissions: [['ReadParty']] }),
  ofUser('optional', party, { permissions: [['ReadPartyPSU']] }),
  ofUser('conditional', statements, { ...ofStatements, ...paging, filter: byStatement }),
  ofUser('conditional', statement, ofStatements),
  ofUser('optional', statementFile, { permissions: [['ReadStatementsDetail']], body: 'file' }),
  ofUser('conditional', statementTransactions, ofTransactions),
  ofUser('optional', allStatements, { ...ofStatements, ...paging, filter: byStatement }),
  ofUser('optional', supplementaryInfo, { permissions: [['ReadSupplementaryAccountInfo']] }),
  ofClient('mandatory', productDetails, { sources: ['W', 'J'] }),
]
