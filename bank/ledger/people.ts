import { bill, buysAbroad, buysAtShops, type Habit, monthly, takesCash, transfers } from './habits.ts'
import { fee, iban, landlord, salary, standing } from './orders.ts'
import type { Account, Draft } from './shapes.ts'

/** An account before anything happened on it. `months`: how long ago it was opened. */
interface Opened extends Omit<Account, 'bookings' | 'opened'> {
  readonly months: number
  readonly habits: readonly Habit[]
  readonly pending?: Omit<Draft, 'second'>
}

/** A customer before anything happened. All of them are invented. */
export interface Person {
  readonly id: string
  readonly username: string
  readonly name: { readonly en: string; readonly ar: string }
  readonly accounts: readonly Opened[]
}

const salma = {
  holder: 'Salma Rashid Al Sidra',
  shortName: 'S R Al Sidra',
  type: 'Retail',
  shariaCompliant: false,
} as const
const majid = { holder: 'ماجد ناصر الغاف', shortName: 'ماجد الغاف', type: 'Retail', shariaCompliant: true } as const
const company = {
  holder: 'Desert Rose Ceramics LLC',
  shortName: 'Desert Rose',
  type: 'SME',
  shariaCompliant: false,
} as const

/** The customers of the bank: one with several accounts and a long history, one with an Arabic name, one small company. */
export const people: readonly Person[] = [
  {
    id: 'cust-1001',
    username: 'salma',
    name: { en: 'Salma Rashid Al Sidra', ar: 'سلمى راشد السدرة' },
    accounts: [
      {
        ...salma,
        id: '100100000001',
        subType: 'CurrentAccount',
        identifier: iban('0000100100000001'),
        description: 'Current account',
        nickname: 'Household',
        opening: 3_150_000,
        months: 26,
        habits: [
          salary(2_150_000),
          monthly(1, standing(-550_000, 'Rent', landlord)),
          monthly(2, standing(-100_000, 'To savings')),
          monthly(28, fee),
          bill(5, 'Waha Electricity and Water', 30_000, 95_000),
          bill(9, 'Najm Telecom', 38_900, 39_900),
          buysAtShops(0.48),
          takesCash(0.06),
          transfers(0.05, -1, 'Huda Al Rimal', 10_000, 120_000),
          buysAbroad(0.03),
        ],
        pending: { amount: -4_250, type: 'POS', subType: 'Purchase', text: 'Card purchase at Ghaf Tree Coffee' },
      },
      {
        ...salma,
        id: '100100000002',
        subType: 'Savings',
        identifier: iban('0000100100000002'),
        description: 'Savings account',
        nickname: 'Rainy days',
        opening: 4_000_000,
        months: 26,
        habits: [
          monthly(2, standing(100_000, 'From current account')),
          monthly(28, { amount: 6_150, type: 'Other', subType: 'Interest', text: 'Interest' }),
        ],
      },
      {
        ...salma,
        id: '100100000003',
        subType: 'CreditCard',
        identifier: { scheme: 'MaskedPAN', value: '999900XXXXXX0003' },
        description: 'Credit card',
        nickname: 'Travel card',
        opening: 0,
        limit: 2_500_000,
        months: 12,
        habits: [
          buysAbroad(0.1),
          monthly(20, { amount: 150_000, type: 'SameBankTransfer', subType: 'Repayments', text: 'Card payment' }),
        ],
      },
      {
        ...salma,
        id: '100100000004',
        subType: 'Savings',
        identifier: iban('0000100100000004'),
        description: 'Savings account',
        nickname: 'Not used yet',
        opening: 0,
        months: 1,
        habits: [],
      },
    ],
  },
  {
    id: 'cust-1002',
    username: 'majid',
    name: { en: 'Majid Nasser Al Ghaf', ar: 'ماجد ناصر الغاف' },
    accounts: [
      {
        ...majid,
        id: '100200000001',
        subType: 'CurrentAccount',
        identifier: iban('0000100200000001'),
        description: 'حساب جاري',
        nickname: 'حساب البيت',
        opening: 900_000,
        months: 26,
        habits: [
          salary(1_180_000),
          monthly(1, standing(-320_000, 'إيجار', landlord)),
          buysAtShops(0.3),
          takesCash(0.04),
        ],
      },
    ],
  },
  {
    id: 'cust-2001',
    username: 'desertrose',
    name: { en: 'Desert Rose Ceramics LLC', ar: 'وردة الصحراء للخزف ذ.م.م' },
    accounts: [
      {
        ...company,
        id: '200100000001',
        subType: 'CurrentAccount',
        identifier: iban('0000200100000001'),
        description: 'Business current account',
        nickname: 'Trading',
        opening: 12_000_000,
        months: 26,
        habits: [
          transfers(0.35, 1, 'Marsa Hotels LLC', 80_000, 900_000),
          transfers(0.2, -1, 'Wadi Clay Supplies', 60_000, 700_000),
          monthly(1, standing(-1_400_000, 'Workshop rent', landlord)),
          bill(6, 'Waha Electricity and Water', 120_000, 260_000),
          monthly(28, fee),
        ],
      },
    ],
  },
]
