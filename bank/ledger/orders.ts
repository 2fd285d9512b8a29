import { type Habit, monthly } from './habits.ts'
import { emiratesIban } from './iban.ts'
import type { Account, Draft, Hundredths } from './shapes.ts'

/** An IBAN of this bank, by the 16 digits of the account. */
export const iban = (number: string): Account['identifier'] => ({ scheme: 'IBAN', value: emiratesIban(`999${number}`) })
const employer = { name: 'Sahel Water Engineering LLC', iban: emiratesIban('9970000000000000815') }
/** Who lets homes and workshops. */
export const landlord = { name: 'Burj Al Waha Properties', iban: emiratesIban('9960000000000000042') }

/** What an employer pays on the 25th. */
export const salary = (amount: Hundredths): Habit =>
  monthly(25, {
    amount,
    type: 'LocalBankTransfer',
    subType: 'MoneyTransfer',
    text: 'Salary',
    flags: ['Payroll'],
    counterparty: employer,
  })

/** What a standing order moves: to another bank where there is a counterparty, else within this one. */
export const standing = (
  amount: Hundredths,
  text: string,
  counterparty?: Draft['counterparty'],
): Omit<Draft, 'second'> => ({
  amount,
  type: counterparty === undefined ? 'SameBankTransfer' : 'LocalBankTransfer',
  subType: 'MoneyTransfer',
  text,
  flags: ['StandingOrder'],
  ...(counterparty && { counterparty }),
})

/** What an account costs in a month. */
export const fee: Omit<Draft, 'second'> = { amount: -2_625, type: 'Other', subType: 'Fee', text: 'Account fee' }
