import type { Counterparty, Draft } from './shapes.ts'
import { monthsBefore } from './time.ts'

/** A day in the life of an account. */
interface Day {
  readonly date: Date
  /** Wall-clock start of the day on which the ledger was opened. */
  readonly today: number
  readonly random: () => number
}

/** What happens on an account on a day. */
export type Habit = (day: Day) => readonly Draft[]

/** A second of the day between eight in the morning and nine at night. */
export const second = (day: Day): number => 28_800 + Math.floor(day.random() * 46_000)

/** Whether a day is that day of its month. */
export const onThe = (day: Day, dayOfMonth: number): boolean => day.date.getUTCDate() === dayOfMonth

/** The same thing on the same day of each month. */
export const monthly =
  (dayOfMonth: number, what: Omit<Draft, 'second'>): Habit =>
  (day) =>
    onThe(day, dayOfMonth) ? [{ ...what, second: 21_600 + dayOfMonth * 60 }] : []

/** A habit that began so many months ago. */
export const since =
  (months: number, habit: Habit): Habit =>
  (day) =>
    day.date.getTime() >= monthsBefore(day.today, months) ? habit(day) : []

/** A habit that ended so many months ago. */
export const until =
  (months: number, habit: Habit): Habit =>
  (day) =>
    day.date.getTime() < monthsBefore(day.today, months) ? habit(day) : []

/** A bill that differs from month to month. */
export const bill =
  (dayOfMonth: number, name: string, from: number, to: number, more: Pick<Draft, 'flags' | 'order'> = {}): Habit =>
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
            ...more,
          },
        ]
      : []

/** Transfers to or from somebody at another bank with the given chance; `sign` is -1 for money that leaves. */
export const transfers =
  (chance: number, sign: 1 | -1, counterparty: Counterparty, from: number, to: number): Habit =>
  (day) =>
    day.random() < chance
      ? [
          {
            second: second(day),
            amount: sign * Math.round(from + day.random() * (to - from)),
            type: 'LocalBankTransfer',
            subType: 'MoneyTransfer',
            text: sign < 0 ? `Transfer to ${counterparty.name}` : `Transfer from ${counterparty.name}`,
            counterparty,
          },
        ]
      : []
