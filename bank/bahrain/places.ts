/** Paths below which the APIs lie, by the name of their contract. */
export const bases = {
  'account-information': '/open-banking/v1.0/aisp',
  payments: '/open-banking/v1.0/pisp',
} as const
