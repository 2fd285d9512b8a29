import type { Account, Customer } from '../ledger/shapes.ts'

/** What the user of an authorization request is asked, and what follows from the answer. */
export interface Question {
  readonly permissions: readonly string[]
  /** Until when it would hold, where that is said. */
  readonly until?: string
  /** Why nobody is asked any more: the state of the consent. */
  readonly over?: string
  /** Claims of the id_token that the user lets the client have. */
  readonly claims?: readonly string[]
  /** The accounts of a customer that may be chosen. */
  readonly accounts: (customer: Customer) => readonly Account[]
  /** Called when the user agrees, with the id of the grant; false where the consent cannot be given any more. */
  readonly given: (customer: Customer, accounts: readonly string[], grantId: string) => boolean
  readonly declined: () => void
}

/** The question that the parameters of an authorization request raise; undefined where they ask for no consent. */
export type Asks = (params: Readonly<Record<string, unknown>>) => Question | undefined
