import { type Habit, onThe, second } from './habits.ts'
import { pick } from './random.ts'
import type { Counterparty } from './shapes.ts'

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

/** Charge of a transfer abroad, in hundredths. */
const remittanceCharge = 2_625

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

/** Sends money to family abroad on the same day of each month, for a charge. */
export const remits =
  (dayOfMonth: number, counterparty: Counterparty, instructed: number): Habit =>
  (day) => {
    if (!onThe(day, dayOfMonth)) return []
    const rate = 4.7 + Math.round(day.random() * 600) / 10_000
    return [
      {
        second: 36_000,
        amount: -(Math.round(instructed * rate) + remittanceCharge),
        type: 'InternationalTransfer',
        subType: 'MoneyTransfer',
        text: `Transfer to ${counterparty.name}`,
        counterparty,
        exchange: { currency: 'GBP', rate, instructed },
        charge: remittanceCharge,
        purpose: 'FAM',
      },
    ]
  }

/** Tries with the given chance to buy more than the bank lets through. */
export const isDeclined: (chance: number) => Habit = (chance) => (day) =>
  day.random() < chance
    ? [
        {
          second: second(day),
          amount: -5_000_000,
          type: 'ECommerce',
          subType: 'Purchase',
          text: 'Online purchase at Falaj Jewellers, declined',
          status: 'Rejected',
          merchant: { name: 'Falaj Jewellers', category: '5944' },
        },
      ]
    : []
