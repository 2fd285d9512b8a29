import type { Arrangements } from './arrangements.ts'
import type { AccountParty, Party } from './parties.ts'

/** Hundredths of the account's currency. Credits are positive, debits negative. */
export type Hundredths = number

/** An account somewhere else, or another one of this bank. */
export interface Counterparty {
  readonly name: string
  readonly scheme: 'IBAN' | 'AccountNumber'
  readonly number: string
  /** Bank identifier code; all of them are invented. */
  readonly bic: string
}

/** What a person or a machine did on an account, before it is booked. */
export interface Draft {
  /** Second of the day on the wall clock in Dubai. */
  readonly second: number
  readonly amount: Hundredths
  readonly type: string
  readonly subType: string
  readonly text: string
  /** Only for what the bank did not carry out: it leaves the balance as it was. */
  readonly status?: 'Rejected'
  readonly flags?: readonly string[]
  readonly merchant?: { readonly name: string; readonly category: string }
  readonly counterparty?: Counterparty
  /** Units of the foreign currency for one payment, and units of the account's currency for one. */
  readonly exchange?: { readonly currency: string; readonly rate: number; readonly instructed: Hundredths }
  /** Part of `amount` that the bank keeps for itself. */
  readonly charge?: Hundredths
  /** Which part of a debt it is about. */
  readonly category?: 'Principal' | 'Interest' | 'Profit'
  /** Code of the purpose of a payment: three letters. */
  readonly purpose?: string
  /** Id of the standing order or direct debit by which it came. */
  readonly order?: string
}

/** A movement of an account, or one that is yet to come or was refused. */
export interface Booking extends Omit<Draft, 'status'> {
  readonly id: string
  readonly status: 'Booked' | 'Pending' | 'Rejected'
  /** Wall-clock time in Dubai, counted as if it were UTC, in whole seconds. */
  readonly local: number
  /** Booked balance after it; one that is pending or rejected leaves it as it was. */
  readonly after: Hundredths
}

/** States of an account. Nothing is wrong with one that is Active; money moves on no other. */
export type AccountStatus = 'Active' | 'Inactive' | 'Dormant' | 'Unclaimed' | 'Deceased' | 'Suspended' | 'Closed'

/** What an account is, apart from what happened on it. */
export interface AccountFacts {
  readonly id: string
  readonly type: 'Retail' | 'SME' | 'Corporate'
  readonly subType: 'CurrentAccount' | 'Savings' | 'CreditCard' | 'Finance' | 'Mortgage'
  readonly status: AccountStatus
  readonly currency: 'AED' | 'USD'
  readonly identifier: {
    readonly scheme: 'IBAN' | 'MaskedPAN' | 'MortgageReference' | 'FinanceReference'
    readonly value: string
  }
  readonly holder: string
  readonly shortName: string
  readonly description: string
  readonly nickname: string
  readonly shariaCompliant: boolean
  /** Balance at the beginning of its history; negative for a debt. */
  readonly opening: Hundredths
  /** Of a credit card. */
  readonly limit?: Hundredths
  readonly parties: readonly AccountParty[]
}

/** An account with all that happened on it. */
export interface Account extends AccountFacts {
  /** Wall-clock start of the day on which it was opened. */
  readonly opened: number
  /** Wall-clock start of the first day of its history. */
  readonly since: number
  /** Wall-clock start of the day on which a debt is paid back. */
  readonly matures?: number
  /** Oldest first. What is there stays as it is and where it is; new ones come at the end. */
  readonly bookings: readonly Booking[]
  readonly arrangements: Arrangements
}

/** Somebody who can log in. */
export interface Customer {
  readonly id: string
  readonly username: string
  readonly name: { readonly en: string; readonly ar: string }
  readonly party: Party
  readonly accounts: readonly Account[]
}
