import { others } from '../counterparties.ts'
import { type Habit, monthly } from '../habits.ts'
import type { Draft, Hundredths } from '../shapes.ts'

/** What an employer pays on the 25th. */
export const salary = (amount: Hundredths): Habit =>
  monthly(25, {
    amount,
    type: 'LocalBankTransfer',
    subType: 'MoneyTransfer',
    text: 'Salary',
    flags: ['Payroll'],
    counterparty: others.employer,
  })

/** What an account costs in a month. */
export const fee: Omit<Draft, 'second'> = { amount: -2_625, type: 'Other', subType: 'Fee', text: 'Account fee' }

/** A payment within the bank that pays back a card or a debt: one side of it, which is negative where it is paid from. */
export const repayment = (dayOfMonth: number, amount: Hundredths, text: string): Habit =>
  monthly(dayOfMonth, {
    amount,
    type: 'SameBankTransfer',
    subType: 'Repayments',
    text,
    ...(amount > 0 && { category: 'Principal' }),
  })

/** What a debt costs in a month. */
export const costOfDebt = (amount: Hundredths, category: 'Interest' | 'Profit'): Habit =>
  monthly(28, { amount: -amount, type: 'Other', subType: category, text: category, category })
