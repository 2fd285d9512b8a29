import type { Arrangements } from '../arrangements.ts'
import type { Habit } from '../habits.ts'
import type { AccountFacts, Customer, Draft } from '../shapes.ts'

/** An account before anything happened on it. */
export interface Opened extends AccountFacts {
  /** How many months ago its history begins. */
  readonly months: number
  /** How many months ago it was opened, where that is longer ago. */
  readonly age?: number
  /** In how many months a debt is paid back. */
  readonly left?: number
  readonly habits: readonly Habit[]
  readonly pending?: Omit<Draft, 'second'>
  readonly arrangements?: Partial<Arrangements>
}

/** A customer before anything happened. All of them are invented. */
export interface NewCustomer extends Omit<Customer, 'accounts'> {
  readonly accounts: readonly Opened[]
}
