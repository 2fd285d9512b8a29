import type { ConsentNeed } from '../../engine/session.ts'

/** The consent that nearly all scenarios share. */
export const everything: ConsentNeed = {
  permissions: [
    'ReadAccountsBasic',
    'ReadAccountsDetail',
    'ReadBalances',
    'ReadTransactionsBasic',
    'ReadTransactionsDetail',
  ],
}

/** Accounts, and neither balances nor transactions. */
export const accountsOnly: ConsentNeed = { permissions: ['ReadAccountsBasic', 'ReadAccountsDetail'], only: true }

/** The smallest consent that can be asked for. */
export const smallest: ConsentNeed = { permissions: ['ReadAccountsBasic'] }

/** The smallest consent, for a scenario that will spoil it. */
export const ownAccounts: ConsentNeed = { ...smallest, own: true }
