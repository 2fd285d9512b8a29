import type { Answer, Call, UserCall } from './call.ts'
import { createConsent, deleteConsent, patchConsent, readConsent } from './consents/access-consents.ts'
import { listAccounts, listBalances, readAccount, readBalances, readSupplementary } from './data/accounts.ts'
import * as arrangements from './data/arrangements.ts'
import { listParties, readAccountParty, readUser } from './data/parties.ts'
import { readProducts } from './data/products.ts'
import * as statements from './data/statements.ts'
import { listAllTransactions, listStatementTransactions, listTransactions } from './data/transactions.ts'
import { confirmFunds, createPaymentConsent, readPaymentConsent } from './payments/consents.ts'
import { kinds } from './payments/kinds.ts'
import { createPayment, readPayment, readPaymentDetails } from './payments/payments.ts'
import type { bases } from './places.ts'
import type { Variant } from './setting.ts'

interface Common {
  readonly api: keyof typeof bases
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the base of the API: `/accounts/:AccountId`. */
  readonly path: string
  /** Only in this variant. */
  readonly variant?: Variant
  /** The answer is no JSON, and `Accept` is not looked at. */
  readonly file?: true
}

/** One method on one path, and who may call it. */
export type Operation =
  | (Common & { readonly token: 'client'; readonly answer: (call: Call) => Answer })
  | (Common & {
      readonly token: 'user'
      /** Of each list one has to be in the consent. */
      readonly permissions: readonly (readonly string[])[]
      readonly answer: (call: UserCall) => Answer
    })

const information = { api: 'account-information' } as const
const payments = { api: 'payments' } as const
const client = { token: 'client' } as const
const user = { token: 'user' } as const

const reads = (
  path: string,
  answer: (call: UserCall) => Answer,
  ...permissions: readonly (readonly string[])[]
): Operation => ({
  ...information,
  ...user,
  method: 'GET',
  path,
  permissions,
  answer,
})

const either = (name: string): readonly string[] => [`${name}Basic`, `${name}Detail`]
const ofTransactions = [either('ReadTransactions'), ['ReadTransactionsCredits', 'ReadTransactionsDebits']] as const
const ofStatements = either('ReadStatements')
const one = '/accounts/:AccountId'
const oneConsent = '/account-access-consents/:ConsentId'
const oneStatement = `${one}/statements/:StatementId`

/** The operations of one kind of payment; `parameter` names its id in paths. */
const ofPayments = (kind: (typeof kinds)[keyof typeof kinds], parameter: string): readonly Operation[] => [
  { ...payments, ...client, method: 'POST', path: kind.consents, answer: createPaymentConsent(kind) },
  { ...payments, ...client, method: 'GET', path: `${kind.consents}/:ConsentId`, answer: readPaymentConsent(kind) },
  { ...payments, ...user, permissions: [], method: 'POST', path: kind.payments, answer: createPayment(kind) },
  {
    ...payments,
    ...client,
    method: 'GET',
    path: `${kind.payments}/:${parameter}`,
    answer: readPayment(kind, parameter),
  },
  {
    ...payments,
    ...client,
    method: 'GET',
    path: `${kind.payments}/:${parameter}/payment-details`,
    answer: readPaymentDetails(kind, parameter),
  },
]

/** Everything that the bank answers below the bases of its APIs. */
export const operations: readonly Operation[] = [
  { ...information, ...client, method: 'POST', path: '/account-access-consents', answer: createConsent },
  { ...information, ...client, method: 'GET', path: oneConsent, answer: readConsent },
  { ...information, ...client, method: 'PATCH', path: oneConsent, answer: patchConsent },
  { ...information, ...client, method: 'DELETE', path: oneConsent, answer: deleteConsent, variant: 'bh-draft-2019' },
  { ...information, ...client, method: 'GET', path: '/sharing-product-details', answer: readProducts },
  reads('/accounts', listAccounts, either('ReadAccounts')),
  reads(one, readAccount, either('ReadAccounts')),
  reads(`${one}/balances`, readBalances, ['ReadBalances']),
  reads('/balances', listBalances, ['ReadBalances']),
  reads(`${one}/transactions`, listTransactions, ...ofTransactions),
  reads('/transactions', listAllTransactions, ...ofTransactions),
  reads(`${one}/beneficiaries`, arrangements.listBeneficiaries, either('ReadBeneficiaries')),
  reads('/beneficiaries', arrangements.listAllBeneficiaries, either('ReadBeneficiaries')),
  reads(`${one}/direct-debits`, arrangements.directDebits.ofOne, ['ReadDirectDebits']),
  reads('/direct-debits', arrangements.directDebits.ofAll, ['ReadDirectDebits']),
  reads(`${one}/standing-orders`, arrangements.standingOrders.ofOne, either('ReadStandingOrders')),
  reads('/standing-orders', arrangements.standingOrders.ofAll, either('ReadStandingOrders')),
  reads(`${one}/future-dated-payments`, arrangements.futureDatedPayments.ofOne, either('ReadFutureDatedPayments')),
  reads('/future-dated-payments', arrangements.futureDatedPayments.ofAll, either('ReadFutureDatedPayments')),
  reads(`${one}/offers`, arrangements.offers.ofOne, ['ReadOffers']),
  reads('/offers', arrangements.listAllOffers, ['ReadOffers']),
  reads(`${one}/parties`, listParties, ['ReadParty']),
  reads(`${one}/party`, readAccountParty, ['ReadParty']),
  reads('/party', readUser, ['ReadPartyPSU']),
  reads(`${one}/statements`, statements.listStatements, ofStatements),
  reads('/statements', statements.listAllStatements, ofStatements),
  reads(oneStatement, statements.readStatement, ofStatements),
  { ...reads(`${oneStatement}/file`, statements.readStatementFile, ['ReadStatementsDetail']), file: true },
  reads(`${oneStatement}/transactions`, listStatementTransactions, ...ofTransactions),
  reads(`${one}/supplementary-account-info`, readSupplementary, ['ReadSupplementaryAccountInfo']),
  ...ofPayments(kinds.domestic, 'DomesticPaymentId'),
  ...ofPayments(kinds.future, 'Id'),
  {
    ...payments,
    ...user,
    permissions: [],
    method: 'GET',
    path: `${kinds.domestic.consents}/:ConsentId/funds-confirmation`,
    answer: confirmFunds,
  },
]
