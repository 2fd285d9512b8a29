import { isDebitedBy, paysBy } from '../arrangements.ts'
import { iban, others } from '../counterparties.ts'
import { bill, monthly, since, transfers } from '../habits.ts'
import { soleOwner } from '../parties.ts'
import { buysAbroad, buysAtShops, isDeclined, remits, takesCash } from '../spending.ts'
import type { NewCustomer } from './opened.ts'
import * as parties from './parties.ts'
import { fee, repayment, salary } from './payments.ts'
import { salmaDebts } from './salma-debts.ts'
import { salmaOrders } from './salma-orders.ts'
import { quietAccounts } from './salma-quiet.ts'

const [rent, savings, gym, charity] = salmaOrders.standingOrders
const [telecom, fibre] = salmaOrders.directDebits

const hers = {
  holder: 'Salma Rashid Al Sidra',
  shortName: 'S R Al Sidra',
  type: 'Retail',
  status: 'Active',
  currency: 'AED',
  shariaCompliant: false,
  parties: soleOwner(parties.salma),
} as const

/** The customer of a run: every kind of account in every state, and the longest history. */
export const salma: NewCustomer = {
  id: 'cust-1001',
  username: 'salma',
  name: { en: 'Salma Rashid Al Sidra', ar: 'سلمى راشد السدرة' },
  party: parties.salma,
  accounts: [
    {
      ...hers,
      id: '100100000001',
      subType: 'CurrentAccount',
      identifier: iban('0000100100000001'),
      description: 'Current account',
      nickname: 'Household',
      opening: 3_150_000,
      months: 26,
      age: 60,
      habits: [
        salary(2_650_000),
        paysBy(rent),
        paysBy(savings),
        monthly(28, fee),
        bill(5, 'Waha Electricity and Water', 30_000, 95_000),
        isDebitedBy(telecom),
        buysAtShops(0.48),
        takesCash(0.06),
        transfers(0.05, -1, others.friend, 10_000, 120_000),
        buysAbroad(0.03),
        paysBy(gym),
        paysBy(charity),
        isDebitedBy(fibre),
        since(12, repayment(20, -150_000, 'Card payment')),
        since(20, repayment(18, -180_000, 'Car finance')),
        repayment(15, -420_000, 'Home finance'),
        remits(26, others.familyAbroad, 30_000),
        isDeclined(0.008),
      ],
      pending: {
        amount: -4_250,
        type: 'POS',
        subType: 'Purchase',
        text: 'Card purchase at Ghaf Tree Coffee',
        merchant: { name: 'Ghaf Tree Coffee', category: '5814' },
      },
      arrangements: salmaOrders,
    },
    {
      ...hers,
      id: '100100000002',
      subType: 'Savings',
      identifier: iban('0000100100000002'),
      description: 'Savings account',
      nickname: 'Rainy days',
      opening: 4_000_000,
      months: 26,
      age: 60,
      habits: [
        monthly(2, {
          amount: 100_000,
          type: 'SameBankTransfer',
          subType: 'MoneyTransfer',
          text: 'From current account',
          flags: ['StandingOrder'],
        }),
        monthly(28, { amount: 6_150, type: 'Other', subType: 'Interest', text: 'Interest' }),
      ],
    },
    {
      ...hers,
      id: '100100000003',
      subType: 'CreditCard',
      identifier: { scheme: 'MaskedPAN', value: '999900XXXXXX0003' },
      description: 'Credit card',
      nickname: 'Travel card',
      opening: 0,
      limit: 2_500_000,
      months: 12,
      habits: [buysAbroad(0.1), repayment(20, 150_000, 'Card payment')],
    },
    {
      ...hers,
      id: '100100000004',
      subType: 'Savings',
      identifier: iban('0000100100000004'),
      description: 'Savings account',
      nickname: 'Not used yet',
      opening: 0,
      months: 1,
      habits: [],
    },
    ...salmaDebts(hers),
    {
      ...hers,
      id: '100100000007',
      subType: 'CurrentAccount',
      currency: 'USD',
      identifier: iban('0000100100000007'),
      description: 'Current account in US dollars',
      nickname: 'Dollars',
      opening: 120_000,
      months: 14,
      age: 40,
      habits: [
        monthly(10, {
          amount: 85_000,
          type: 'InternationalTransfer',
          subType: 'MoneyTransfer',
          text: 'Letting of a flat abroad',
          counterparty: others.tenantAbroad,
        }),
        monthly(17, {
          amount: -32_500,
          type: 'ECommerce',
          subType: 'Purchase',
          text: 'Upkeep of a flat abroad',
          merchant: { name: 'Harbour Lane Repairs', category: '1799' },
        }),
      ],
    },
    ...quietAccounts(hers),
  ],
}
