import { listAccounts, readAccount, readBalances } from './accounts.ts'
import type { Call, Outcome, UserCall } from './call.ts'
import { listConsents, patchConsent, readConsent } from './consents.ts'
import { listTransactions } from './transactions.ts'

/** One method on one path, and who may call it. */
export type Operation =
  | { readonly token: 'client'; readonly takesBody?: true; readonly answer: (call: Call) => Outcome | Promise<Outcome> }
  | {
      readonly token: 'user'
      /** One of these has to be in the consent. */
      readonly permissions: readonly [string, ...string[]]
      readonly answer: (call: UserCall) => Outcome | Promise<Outcome>
    }

const accounts = ['ReadAccountsBasic', 'ReadAccountsDetail'] as const

/** Paths below the base of the API, with their methods. Everything else is answered with 404 or 405. */
export const operations: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  '/account-access-consents': { GET: { token: 'client', answer: listConsents } },
  '/account-access-consents/:ConsentId': {
    GET: { token: 'client', answer: readConsent },
    PATCH: { token: 'client', takesBody: true, answer: patchConsent },
  },
  '/accounts': { GET: { token: 'user', permissions: accounts, answer: listAccounts } },
  '/accounts/:AccountId': { GET: { token: 'user', permissions: accounts, answer: readAccount } },
  '/accounts/:AccountId/balances': { GET: { token: 'user', permissions: ['ReadBalances'], answer: readBalances } },
  '/accounts/:AccountId/transactions': {
    GET: {
      token: 'user',
      permissions: ['ReadTransactionsBasic', 'ReadTransactionsDetail'],
      answer: listTransactions,
    },
  },
}
