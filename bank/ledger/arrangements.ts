import { bill, type Habit, monthly, since, until } from './habits.ts'
import type { Account, Booking, Counterparty, Hundredths } from './shapes.ts'

/** Money that a customer has the bank send every month. */
export interface StandingOrder {
  readonly id: string
  readonly type: 'BetweenMyAccounts' | 'LocalBankTransfer' | 'Charity'
  /** From 1 to 28. */
  readonly dayOfMonth: number
  readonly amount: Hundredths
  readonly purpose: string
  readonly reference: string
  readonly to: Counterparty
  /** How many months ago the first payment could be, if not from the beginning of the history. */
  readonly begun?: number
  /** How many months ago it came to its end. */
  readonly ended?: number
}

/** Money that somebody else may take every month. */
export interface DirectDebit {
  readonly id: string
  readonly mandate: string
  readonly name: string
  readonly dayOfMonth: number
  readonly from: Hundredths
  readonly to: Hundredths
  readonly ended?: number
}

export interface Beneficiary {
  readonly id: string
  readonly activated: boolean
  readonly addedViaOpenFinance: boolean
  readonly reference: string
  readonly account: Counterparty
}

/** One payment in days to come. */
export interface ScheduledPayment {
  readonly id: string
  readonly type: 'Arrival' | 'Execution'
  /** Days after the ledger was opened. */
  readonly inDays: number
  readonly amount: Hundredths
  readonly creditorReference: string
  readonly debtorReference: string
  readonly to: Counterparty
}

/** What is agreed about an account for days to come. */
export interface Arrangements {
  readonly standingOrders: readonly StandingOrder[]
  readonly directDebits: readonly DirectDebit[]
  readonly beneficiaries: readonly Beneficiary[]
  readonly scheduledPayments: readonly ScheduledPayment[]
}

/** Of an account about which nothing is agreed. */
export const noArrangements: Arrangements = {
  standingOrders: [],
  directDebits: [],
  beneficiaries: [],
  scheduledPayments: [],
}

/** The payments of a standing order. */
export const paysBy = ({ id, type, dayOfMonth, amount, purpose, to, begun, ended }: StandingOrder): Habit => {
  const habit = monthly(dayOfMonth, {
    amount: -amount,
    type: type === 'BetweenMyAccounts' ? 'SameBankTransfer' : 'LocalBankTransfer',
    subType: 'MoneyTransfer',
    text: purpose,
    flags: ['StandingOrder'],
    counterparty: to,
    order: id,
  })
  const begins = begun === undefined ? habit : since(begun, habit)
  return ended === undefined ? begins : until(ended, begins)
}

/** What a direct debit takes. */
export const isDebitedBy = ({ id, name, dayOfMonth, from, to, ended }: DirectDebit): Habit => {
  const habit = bill(dayOfMonth, name, from, to, { flags: ['DirectDebit'], order: id })
  return ended === undefined ? habit : until(ended, habit)
}

/** What was booked by a standing order or a direct debit, oldest first. */
export const paymentsOf = (account: Account, { id }: { readonly id: string }): readonly Booking[] =>
  account.bookings.filter(({ order }) => order === id)

/** Wall-clock start of the next such day of a month, from today on. */
export const nextOn = (dayOfMonth: number, today: number): number => {
  const date = new Date(today)
  const months = date.getUTCMonth() + (date.getUTCDate() <= dayOfMonth ? 0 : 1)
  return Date.UTC(date.getUTCFullYear(), months, dayOfMonth)
}
