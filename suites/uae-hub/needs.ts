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

/** Every permission of data sharing. */
export const wholeData: ConsentNeed = {
  permissions: [
    ...everything.permissions,
    'ReadBeneficiariesBasic',
    'ReadBeneficiariesDetail',
    'ReadDirectDebits',
    'ReadFXTransactionsBasic',
    'ReadFXTransactionsDetail',
    'ReadFXRemittanceCharges',
    'ReadParty',
    'ReadPartyUser',
    'ReadPartyUserIdentity',
    'ReadProduct',
    'ReadProductFinanceRates',
    'ReadScheduledPaymentsBasic',
    'ReadScheduledPaymentsDetail',
    'ReadStandingOrdersBasic',
    'ReadStandingOrdersDetail',
    'ReadStatements',
  ],
}

/** The basic views of what an account holds: what `ordersOnly` leaves out, but for the list of accounts. */
export const holdingsOnly: ConsentNeed = {
  permissions: ['ReadAccountsBasic', 'ReadBalances', 'ReadBeneficiariesBasic', 'ReadProduct', 'ReadTransactionsBasic'],
  only: true,
}

/** The basic views of what is agreed about an account and who has it: what `holdingsOnly` leaves out, but for the list of accounts. */
export const ordersOnly: ConsentNeed = {
  permissions: [
    'ReadAccountsBasic',
    'ReadDirectDebits',
    'ReadParty',
    'ReadPartyUser',
    'ReadPartyUserIdentity',
    'ReadScheduledPaymentsBasic',
    'ReadStandingOrdersBasic',
    'ReadStatements',
  ],
  only: true,
}

/** The smallest consent that can be asked for. */
export const smallest: ConsentNeed = { permissions: ['ReadAccountsBasic'] }

/** The smallest consent, for a scenario that will spoil it. */
export const ownAccounts: ConsentNeed = { ...smallest, own: true }

/** The smallest consent with an address for events, in a domain that nobody has (RFC 2606 §3), for a scenario that will spoil it. */
export const withWebhook: ConsentNeed = { ...ownAccounts, webhook: 'https://events.tpp.example/consents' }
