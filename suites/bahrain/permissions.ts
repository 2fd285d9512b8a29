/** The permissions that a consent may ask for: W-PERM, J. The British ReadProducts and ReadScheduledPayments… are none. */
export const permissions = [
  'ReadAccountsBasic',
  'ReadAccountsDetail',
  'ReadBalances',
  'ReadBeneficiariesBasic',
  'ReadBeneficiariesDetail',
  'ReadDirectDebits',
  'ReadOffers',
  'ReadPAN',
  'ReadParty',
  'ReadPartyPSU',
  'ReadSupplementaryAccountInfo',
  'ReadFutureDatedPaymentsBasic',
  'ReadFutureDatedPaymentsDetail',
  'ReadStandingOrdersBasic',
  'ReadStandingOrdersDetail',
  'ReadStatementsBasic',
  'ReadStatementsDetail',
  'ReadTransactionsBasic',
  'ReadTransactionsCredits',
  'ReadTransactionsDebits',
  'ReadTransactionsDetail',
] as const

/** One permission of a consent. */
export type Permission = (typeof permissions)[number]
