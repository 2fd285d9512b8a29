import type { ConsentNeed } from '../../../engine/session.ts'
import { holdingsOnly, ordersOnly } from '../needs.ts'
import {
  balances,
  beneficiaries,
  directDebits,
  parties,
  partiesOfAccount,
  product,
  scheduledPayments,
  standingOrders,
  statements,
  transactions,
} from '../operations.ts'

/** What there is to read beside accounts themselves. */
export interface Resource {
  /** As it stands in the ids of scenarios: `direct-debits`. */
  readonly name: string
  /** As it stands in their titles. */
  readonly title: string
  readonly operation: string
  /** What the profile has to claim. */
  readonly claim: string
  /** Any one of these permissions opens it. */
  readonly opens: readonly [string, ...string[]]
  /** Whether it is about one account, which the path names. */
  readonly ofAccount: boolean
  /** Whether it is about what was agreed on the account, which few kinds of account have. */
  readonly ordered?: true
  /** Whether the contract declares 404 for it, which then stands for nothing to show. */
  readonly notFound?: true
}

/** A permission that shows little of a resource, and one that shows more. */
const either = (name: string): Resource['opens'] => [`${name}Basic`, `${name}Detail`]

// Any of the three opens either list of parties: the standard does not tell them apart there.
const ofParties: Resource['opens'] = ['ReadParty', 'ReadPartyUser', 'ReadPartyUserIdentity']

/** Which permission opens which operation. */
export const resources = {
  balances: {
    name: 'balances',
    title: 'balances',
    operation: balances,
    claim: 'balances',
    opens: ['ReadBalances'],
    ofAccount: true,
  },
  beneficiaries: {
    name: 'beneficiaries',
    title: 'beneficiaries',
    operation: beneficiaries,
    ordered: true,
    claim: 'beneficiaries',
    opens: either('ReadBeneficiaries'),
    ofAccount: true,
  },
  directDebits: {
    name: 'direct-debits',
    title: 'direct debits',
    operation: directDebits,
    ordered: true,
    claim: 'direct-debits',
    opens: ['ReadDirectDebits'],
    ofAccount: true,
    notFound: true,
  },
  product: {
    name: 'product',
    title: 'the product',
    operation: product,
    claim: 'product',
    opens: ['ReadProduct'],
    ofAccount: true,
    notFound: true,
  },
  scheduledPayments: {
    name: 'scheduled-payments',
    title: 'scheduled payments',
    operation: scheduledPayments,
    ordered: true,
    claim: 'scheduled-payments',
    opens: either('ReadScheduledPayments'),
    ofAccount: true,
    notFound: true,
  },
  standingOrders: {
    name: 'standing-orders',
    title: 'standing orders',
    operation: standingOrders,
    ordered: true,
    claim: 'standing-orders',
    opens: either('ReadStandingOrders'),
    ofAccount: true,
    notFound: true,
  },
  statements: {
    name: 'statements',
    title: 'statements',
    operation: statements,
    claim: 'statements',
    opens: ['ReadStatements'],
    ofAccount: true,
  },
  transactions: {
    name: 'transactions',
    title: 'transactions',
    operation: transactions,
    claim: 'transactions',
    opens: either('ReadTransactions'),
    ofAccount: true,
  },
  parties: {
    name: 'parties',
    title: 'the parties of an account',
    operation: partiesOfAccount,
    claim: 'parties',
    opens: ofParties,
    ofAccount: true,
  },
  user: {
    name: 'user',
    title: 'the party who gave the consent',
    operation: parties,
    claim: 'parties',
    opens: ofParties,
    ofAccount: false,
  },
} as const satisfies Readonly<Record<string, Resource>>

/** All of them. */
export const everyResource: readonly [Resource, ...Resource[]] = [
  resources.balances,
  resources.beneficiaries,
  resources.directDebits,
  resources.product,
  resources.scheduledPayments,
  resources.standingOrders,
  resources.statements,
  resources.transactions,
  resources.parties,
  resources.user,
]

/** Those of one account. */
export const ofAccounts: readonly Resource[] = everyResource.filter(({ ofAccount }) => ofAccount)

/** The smaller consent that opens a resource, and the one that leaves it shut. */
export const consentsAround = ({
  opens,
}: Pick<Resource, 'opens'>): { readonly opening: ConsentNeed; readonly shut: ConsentNeed } =>
  opens.some((one) => holdingsOnly.permissions.includes(one))
    ? { opening: holdingsOnly, shut: ordersOnly }
    : { opening: ordersOnly, shut: holdingsOnly }
