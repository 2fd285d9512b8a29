import type { apis } from '../places.ts'
import { openingOperations } from './account-opening.ts'
import { listAccounts, readAccount, readBalances } from './accounts.ts'
import { listBeneficiaries, listDirectDebits, listScheduledPayments, listStandingOrders } from './arrangements.ts'
import { listAtms } from './atms.ts'
import type { Call, Outcome, UserCall } from './call.ts'
import { listConsents, patchConsent, readConsent } from './consents.ts'
import { openLead } from './leads.ts'
import { listAccountParties, readParty } from './parties.ts'
import { listProducts } from './product.ts'
import { listCatalogue } from './products.ts'
import { listStatements } from './statements.ts'
import { listTransactions } from './transactions.ts'

/** One method on one path, and who may call it. */
export type Operation =
  | {
      readonly token: 'client'
      /** Media types of the body that it takes. */
      readonly takes?: readonly string[]
      /** It is called only while a customer is there, whose address the client tells. */
      readonly withCustomer?: true
      readonly answer: (call: Call) => Outcome | Promise<Outcome>
    }
  | {
      readonly token: 'user'
      /** One of these has to be in the consent. */
      readonly permissions: readonly [string, ...string[]]
      readonly answer: (call: UserCall) => Outcome | Promise<Outcome>
    }

/** What is done on one path, by method. */
export type Methods = Readonly<Record<string, Operation>>

const userReads = (answer: (call: UserCall) => Outcome, ...permissions: readonly [string, ...string[]]): Methods => ({
  GET: { token: 'user', permissions, answer },
})

/** Two permissions of which one shows less. */
const either = <Name extends string>(name: Name) => [`${name}Basic`, `${name}Detail`] as const

const parties = ['ReadParty', 'ReadPartyUser', 'ReadPartyUserIdentity'] as const
const one = '/accounts/:AccountId'

/** Paths below the base of account information, with their methods. Everything else is answered with 404 or 405. */
export const operations: Readonly<Record<string, Methods>> = {
  '/account-access-consents': { GET: { token: 'client', answer: listConsents } },
  '/account-access-consents/:ConsentId': {
    GET: { token: 'client', answer: readConsent },
    PATCH: { token: 'client', takes: ['application/json', 'application/jwt'], answer: patchConsent },
  },
  '/accounts': userReads(listAccounts, ...either('ReadAccounts')),
  [one]: userReads(readAccount, ...either('ReadAccounts')),
  [`${one}/balances`]: userReads(readBalances, 'ReadBalances'),
  [`${one}/beneficiaries`]: userReads(listBeneficiaries, ...either('ReadBeneficiaries')),
  [`${one}/direct-debits`]: userReads(listDirectDebits, 'ReadDirectDebits'),
  [`${one}/parties`]: userReads(listAccountParties, ...parties),
  [`${one}/product`]: userReads(listProducts, 'ReadProduct'),
  [`${one}/scheduled-payments`]: userReads(listScheduledPayments, ...either('ReadScheduledPayments')),
  [`${one}/standing-orders`]: userReads(listStandingOrders, ...either('ReadStandingOrders')),
  [`${one}/statements`]: userReads(listStatements, 'ReadStatements'),
  [`${one}/transactions`]: userReads(listTransactions, ...either('ReadTransactions')),
  '/parties': userReads(readParty, ...parties),
}

/** Paths below the base of products and leads. */
const productOperations: Readonly<Record<string, Methods>> = {
  '/products': { GET: { token: 'client', withCustomer: true, answer: listCatalogue } },
  '/leads': { POST: { token: 'client', withCustomer: true, takes: ['application/json'], answer: openLead } },
}

/** An API as it is served. */
export interface Api {
  readonly operations: Readonly<Record<string, Methods>>
  /** It has no signed answers. */
  readonly jsonOnly?: true
}

/** What is served below the base of each API. */
export const apiOperations: Readonly<Record<keyof typeof apis, Api>> = {
  'account-information': { operations },
  product: { operations: productOperations, jsonOnly: true },
  atm: { operations: { '/atms': { GET: { token: 'client', answer: listAtms } } }, jsonOnly: true },
  'account-opening-service-initiation': { operations: openingOperations },
}
