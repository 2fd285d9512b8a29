import { noArrangements } from './arrangements.ts'
import { book } from './book.ts'
import { company } from './customers/company.ts'
import type { NewCustomer, Opened } from './customers/opened.ts'
import { majid, noura } from './customers/others.ts'
import { salma } from './customers/salma.ts'
import type { Account, Booking, Customer, Draft, Hundredths } from './shapes.ts'
import { localDay, localOf, monthsBefore, printedDay } from './time.ts'

/** The one set of books behind every API of the bank. The same for the same `now`, as long as nothing is added. */
export interface Ledger {
  /** When it was opened. */
  readonly now: Date
  /** As they stand at this moment; what was given out before stays as it was. */
  readonly customers: readonly Customer[]
  /** Books something more on an account. Throws for an account that nobody has. */
  readonly add: (account: string, what: Omit<Draft, 'second' | 'status'>, at: Date) => Booking
}

const people: readonly NewCustomer[] = [salma, majid, noura, company]

const openAccount = (now: Date, { months, age = months, left, habits, pending, ...facts }: Opened): Account => {
  const today = localDay(now)
  const since = monthsBefore(today, months)
  const plan = { account: facts.id, opening: facts.opening, from: since, now, habits }
  return {
    ...facts,
    opened: monthsBefore(today, age),
    since,
    ...(left !== undefined && { matures: monthsBefore(today, -left) }),
    bookings: book({ ...plan, ...(pending && { pending }) }),
    arrangements: { ...noArrangements, ...facts.arrangements },
  }
}

/** Balance after all that is booked. */
export const bookedBalance = (account: Account): Hundredths => account.bookings.at(-1)?.after ?? account.opening

const added = (account: Account, what: Omit<Draft, 'second' | 'status'>, at: Date): Booking => {
  const local = Math.floor(localOf(at) / 1000) * 1000
  return {
    ...what,
    second: (local - localDay(at)) / 1000,
    id: `${account.id}-${printedDay(local).replaceAll('-', '')}-n${account.bookings.length}`,
    status: 'Booked',
    local,
    after: bookedBalance(account) + what.amount,
  }
}

/** Opens the books as they stand at `now`. */
export const openLedger = (now: Date): Ledger => {
  let customers: readonly Customer[] = people.map((person) => ({
    ...person,
    accounts: person.accounts.map((account) => openAccount(now, account)),
  }))
  return {
    now,
    get customers() {
      return customers
    },
    add: (id, what, at) => {
      const account = customers.flatMap((customer) => customer.accounts).find((known) => known.id === id)
      if (account === undefined) throw new Error(`the bank has no account ${id}`)
      const booking = added(account, what, at)
      const grown = { ...account, bookings: [...account.bookings, booking] }
      customers = customers.map((customer) => ({
        ...customer,
        accounts: customer.accounts.map((known) => (known.id === id ? grown : known)),
      }))
      return booking
    },
  }
}

/** Booked balance, with pending bookings taken off. */
export const availableBalance = (account: Account): Hundredths =>
  account.bookings.reduce(
    (sum, booking) => (booking.status === 'Pending' ? sum + booking.amount : sum),
    bookedBalance(account),
  )
