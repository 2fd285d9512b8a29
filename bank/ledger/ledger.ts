import { book } from './book.ts'
import { people } from './people.ts'
import type { Account, Customer, Hundredths } from './shapes.ts'
import { localDay, monthsBefore } from './time.ts'

/** The one set of books behind every API of the bank. The same for the same `now`. */
export interface Ledger {
  readonly now: Date
  readonly customers: readonly Customer[]
}

/** Opens the books as they stand at `now`. */
export const openLedger = (now: Date): Ledger => ({
  now,
  customers: people.map(({ accounts, ...person }) => ({
    ...person,
    accounts: accounts.map(({ months, habits, pending, ...account }) => {
      const opened = monthsBefore(localDay(now), months)
      const bookings = book({
        account: account.id,
        opening: account.opening,
        from: opened,
        now,
        habits,
        ...(pending && { pending }),
      })
      return { ...account, opened, bookings }
    }),
  })),
})

/** Balance after all that is booked. */
export const bookedBalance = (account: Account): Hundredths => account.bookings.at(-1)?.after ?? account.opening

/** Booked balance, with pending bookings taken off. */
export const availableBalance = (account: Account): Hundredths =>
  account.bookings.reduce(
    (sum, booking) => (booking.status === 'Pending' ? sum + booking.amount : sum),
    bookedBalance(account),
  )
