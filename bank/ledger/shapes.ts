/** Hundredths of the account's currency. Credits are positive, debits negative. */
export type Hundredths = number

/** What a person or a machine did on an account, before it is booked. */
export interface Draft {
  /** Second of the day on the wall clock in Dubai. */
  readonly second: number
  readonly amount: Hundredths
  readonly type: string
  readonly subType: string
  readonly text: string
  readonly flags?: readonly string[]
  readonly merchant?: { readonly name: string; readonly category: string }
  readonly counterparty?: { readonly name: string; readonly iban: string }
  /** Units of the foreign currency for one purchase, and dirhams for one unit. */
  readonly exchange?: { readonly currency: string; readonly rate: number; readonly instructed: Hundredths }
}

export interface Booking extends Draft {
  readonly id: string
  readonly status: 'Booked' | 'Pending'
  /** Wall-clock time in Dubai, counted as if it were UTC. Differs from booking to booking of an account. */
  readonly local: number
  /** Booked balance after it; a pending one leaves it as it was. */
  readonly after: Hundredths
}

export interface Account {
  readonly id: string
  readonly type: 'Retail' | 'SME' | 'Corporate'
  readonly subType: 'CurrentAccount' | 'Savings' | 'CreditCard'
  readonly identifier: { readonly scheme: 'IBAN' | 'MaskedPAN'; readonly value: string }
  readonly holder: string
  readonly shortName: string
  readonly description: string
  readonly nickname: string
  /** Wall-clock start of the day on which it was opened. */
  readonly opened: number
  readonly shariaCompliant: boolean
  readonly opening: Hundredths
  /** Of a credit card. */
  readonly limit?: Hundredths
  /** Oldest first. */
  readonly bookings: readonly Booking[]
}

export interface Customer {
  readonly id: string
  readonly username: string
  readonly name: { readonly en: string; readonly ar: string }
  readonly accounts: readonly Account[]
}
