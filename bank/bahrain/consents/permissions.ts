const both = (name: string): readonly string[] => [`${name}Basic`, `${name}Detail`]

/** What a consent may permit. */
export const permissions: readonly string[] = [
  ...['ReadAccounts', 'ReadBeneficiaries', 'ReadFutureDatedPayments', 'ReadStandingOrders', 'ReadStatements'].flatMap(
    both,
  ),
  ...both('ReadTransactions'),
  'ReadTransactionsCredits',
  'ReadTransactionsDebits',
  'ReadBalances',
  'ReadDirectDebits',
  'ReadOffers',
  'ReadPAN',
  'ReadParty',
  'ReadPartyPSU',
  'ReadSupplementaryAccountInfo',
]
