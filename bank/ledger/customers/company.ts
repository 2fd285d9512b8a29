import { paysBy, type StandingOrder } from '../arrangements.ts'
import { iban, others } from '../counterparties.ts'
import { bill, monthly, since, transfers } from '../habits.ts'
import { soleOwner } from '../parties.ts'
import type { NewCustomer } from './opened.ts'
import * as parties from './parties.ts'
import { costOfDebt, fee, repayment } from './payments.ts'

const rent: StandingOrder = {
  id: 'SO-2001-1',
  type: 'LocalBankTransfer',
  dayOfMonth: 1,
  amount: 1_400_000,
  purpose: 'Workshop rent',
  reference: 'Workshop 5',
  to: others.landlord,
}

const theirs = {
  holder: 'Desert Rose Ceramics LLC',
  shortName: 'Desert Rose',
  type: 'SME',
  status: 'Active',
  currency: 'AED',
  parties: [...soleOwner(parties.desertRose), { party: parties.director, role: 'Administrator', type: 'Delegate' }],
} as const

/** A small company with a current account and a finance that follows the Sharia. */
export const company: NewCustomer = {
  id: 'cust-2001',
  username: 'desertrose',
  name: { en: 'Desert Rose Ceramics LLC', ar: 'وردة الصحراء للخزف ذ.م.م' },
  party: parties.desertRose,
  accounts: [
    {
      ...theirs,
      id: '200100000001',
      subType: 'CurrentAccount',
      identifier: iban('0000200100000001'),
      description: 'Business current account',
      nickname: 'Trading',
      shariaCompliant: false,
      opening: 12_000_000,
      months: 26,
      age: 100,
      habits: [
        transfers(0.35, 1, others.hotels, 80_000, 900_000),
        transfers(0.2, -1, others.supplier, 60_000, 700_000),
        paysBy(rent),
        bill(6, 'Waha Electricity and Water', 120_000, 260_000),
        monthly(28, fee),
        since(9, repayment(22, -250_000, 'Kiln finance')),
      ],
      arrangements: {
        standingOrders: [rent],
        beneficiaries: [
          {
            id: 'BEN-2001-1',
            activated: true,
            addedViaOpenFinance: false,
            reference: 'Clay',
            account: others.supplier,
          },
        ],
      },
    },
    {
      ...theirs,
      id: '200100000002',
      subType: 'Finance',
      identifier: { scheme: 'FinanceReference', value: 'FIN-2001-0002' },
      description: 'Kiln finance',
      nickname: 'Kiln',
      shariaCompliant: true,
      opening: -9_000_000,
      months: 9,
      left: 39,
      habits: [repayment(22, 250_000, 'Kiln finance'), costOfDebt(38_000, 'Profit')],
    },
  ],
}
