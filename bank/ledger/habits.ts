import { emiratesIban } from './iban.ts'
import { pick } from './random.ts'
import type { Draft } from './shapes.ts'

/** A day in the life of an account. */
interface Day {
  readonly date: Date
  readonly random: () => number
}

/** What happens on an account on a day. */
export type Habit = (day: Day) => readonly Draft[]

type Shop = readonly [name: string, category: string, from: number, to: number]

const shops: readonly [Shop, ...Shop[]] = [
  ['Sidra Grocers', '5411', 2_500, 34_000],
  ['Ghaf Tree Coffee', '5814', 900, 5_200],
  ['Marsa Petrol', '5541', 6_000, 18_000],
  ['Al Qamar Pharmacy', '5912', 1_500, 16_000],
  ['Falaj Books', '5942', 3_000, 22_000],
]

const abroad: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ['USD', 3.6725],
  ['EUR', 4.0512],
  ['GBP', 4.7208],
]

const second = (day: Day): number => 28_800 + Math.floor(day.random() * 46_000)
const onThe = (day: Day, dayOfMonth: number): boolean => day.date.getUTCDate() === dayOfMonth

/** Buys at a shop with the given chance, now and then twice. */
export const buysAtShops: (chance: number) => Habit = (chance) => (day) => {
  const buys = day.random() < chance ? (day.random() < 0.2 ? 2 : 1) : 0
  return Array.from({ length: buys }, () => {
    const [name, category, from, to] = pick(shops, day.random())
    return {
      second: second(day),
      amount: -Math.round(from + day.random() * (to - from)),
      type: 'POS',
      subType: 'Purchase',
      text: `Card purchase at ${name}`,
      merchant: { name, category },
    }
  })
}

/** Buys in a foreign currency with the given chance. */
export const buysAbroad: (chance: number) => Habit = (chance) => (day) => {
  if (day.random() >= chance) return []
  const [currency, rate] = pick(abroad, day.random())
  const instructed = 1_000 + Math.floor(day.random() * 20_000)
  return [
    {
      second: second(day),
      amount: -Math.round(instructed * rate),
      type: 'ECommerce',
      subType: 'Purchase',
      text: `Online purchase in ${currency} at Harbour Lane Books`,
      merchant: { name: 'Harbour Lane Books', category: '5942' },
      exchange: { currency, rate, instructed },
    },
  ]
}

/** Takes cash out with the given chance. */
export const takesCash: (chance: number) => Habit = (chance) => (day) =>
  day.random() < chance
    ? [
        {
          second: second(day),
          amount: -10_000 * (1 + Math.floor(day.random() * 6)),
          type: 'ATM',
          subType: 'Withdrawal',
          text: 'Cash withdrawal',
        },
      ]
    : []

/** The same thing on the same day of each month. */
export const monthly =
  (dayOfMonth: number, what: Omit<Draft, 'second'>): Habit =>
  (day) =>
    onThe(day, dayOfMonth) ? [{ ...what, second: 21_600 + dayOfMonth * 60 }] : []

/** A bill that differs from month to month. */
export const bill =
  (dayOfMonth: number, name: string, from: number, to: number): Habit =>
  (day) =>
    onThe(day, dayOfMonth)
      ? [
          {
            second: 32_400 + dayOfMonth * 60,
            amount: -Math.round(from + day.random() * (to - from)),
            type: 'BillPayments',
            subType: 'MoneyTransfer',
            text: `Bill of ${name}`,
            merchant: { name, category: '4900' },
          },
        ]
      : []

/** Transfers to or from somebody at another bank with the given chance; `sign` is -1 for money that leaves. */
export const transfers =
  (chance: number, sign: 1 | -1, name: string, from: number, to: number): Habit =>
  (day) =>
    day.random() < chance
      ? [
          {
            second: second(day),
            amount: sign * Math.round(from + day.random() * (to - from)),
            type: 'LocalBankTransfer',
            subType: 'MoneyTransfer',
            text: sign < 0 ? `Transfer to ${name}` : `Transfer from ${name}`,
            counterparty: { name, iban: emiratesIban('9980000000000004711') },
          },
        ]
      : []
