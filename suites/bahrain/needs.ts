import type { ConsentNeed } from '../../engine/session.ts'

/**
 * The consent that nearly all scenarios share: every permission of account information that the profile's claims ask for.
 * Whole card numbers (ReadPAN) are nobody's business here.
 */
export const everything: ConsentNeed = {
  permissions: [
    'ReadAccountsBasic',
    'ReadAccountsDetail',
    'ReadBalances',
    'ReadBeneficiariesBasic',
    'ReadBeneficiariesDetail',
    'ReadDirectDebits',
    'ReadFutureDatedPaymentsBasic',
    'ReadFutureDatedPaymentsDetail',
    'ReadOffers',
    'ReadParty',
    'ReadPartyPSU',
    'ReadStandingOrdersBasic',
    'ReadStandingOrdersDetail',
    'ReadStatementsBasic',
    'ReadStatementsDetail',
    'ReadSupplementaryAccountInfo',
    'ReadTransactionsBasic',
    'ReadTransactionsCredits',
    'ReadTransactionsDebits',
    'ReadTransactionsDetail',
  ],
}

/** Basic views alone, and of transactions the credits: what is more is to stay hidden. */
export const basicViews: ConsentNeed = {
  permissions: [
    'ReadAccountsBasic',
    'ReadBeneficiariesBasic',
    'ReadFutureDatedPaymentsBasic',
    'ReadStandingOrdersBasic',
    'ReadStatementsBasic',
    'ReadTransactionsBasic',
    'ReadTransactionsCredits',
  ],
  only: true,
}

/** Accounts and transactions in detail, but for card numbers, and of transactions the debits. */
export const debitsInDetail: ConsentNeed = {
  permissions: ['ReadAccountsDetail', 'ReadTransactionsDetail', 'ReadTransactionsDebits'],
  only: true,
}

/** The smallest consent that can be asked for. */
export const smallest: ConsentNeed = { permissions: ['ReadAccountsBasic'] }

/** The smallest consent, for a scenario that will spoil it. */
export const ownAccounts: ConsentNeed = { ...smallest, own: true }

/** One payment of one and a half dinars, for the scenario that makes it. */
export const onePayment: ConsentNeed = { permissions: [], payment: { amount: '1.500' }, own: true }

/** The same on a day to come: far enough for the bank to take it whatever the hour is, and no further. */
export const oneLaterPayment: ConsentNeed = { permissions: [], payment: { amount: '1.500', inDays: 5 }, own: true }
