import { describe, expect, it } from 'vitest'
import { emiratesIban, ibanFits } from './iban.ts'
import { availableBalance, bookedBalance, openLedger } from './ledger.ts'
import { localDay, monthsBefore, printed } from './time.ts'

const now = new Date('2026-03-31T20:30:00Z')
const ledger = openLedger(now)
const accounts = ledger.customers.flatMap((customer) => customer.accounts)
const [first] = accounts

describe('the ledger', () => {
  it('is the same for the same now, and another one a day later', () => {
    expect(openLedger(now).customers).toEqual(ledger.customers)
    expect(openLedger(new Date(now.getTime() + 86_400_000)).customers).not.toEqual(ledger.customers)
  })

  it.each(accounts.map((account) => [account.id, account] as const))('adds up on %s', (_, account) => {
    let balance = account.opening
    for (const booking of account.bookings) {
      if (booking.status === 'Booked') balance += booking.amount
      expect(booking.after, booking.id).toBe(balance)
      if (['Finance', 'Mortgage'].includes(account.subType)) expect(balance, booking.id).toBeLessThan(0)
      else expect(balance, booking.id).toBeGreaterThanOrEqual(-(account.limit ?? 0))
    }
    expect(bookedBalance(account)).toBe(balance)
  })

  it.each(accounts.map((account) => [account.id, account] as const))(
    'gives every booking of %s its own time',
    (_, account) => {
      const times = account.bookings.map((booking) => booking.local)
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
      expect(new Set(account.bookings.map((booking) => booking.id)).size).toBe(times.length)
      for (const time of times) expect(time).toBeLessThan(now.getTime() + 4 * 3_600_000)
    },
  )

  it('gives the first account 6 to 9 pages of a hundred over more than two years', () => {
    const count = first?.bookings.length ?? 0
    expect(count).toBeGreaterThanOrEqual(501)
    expect(count).toBeLessThanOrEqual(900)
    expect(printed(first?.bookings[0]?.local ?? 0) < '2024-04').toBe(true)
  })

  it('takes what is pending off what is available', () => {
    const pending = first?.bookings.filter((booking) => booking.status === 'Pending') ?? []
    expect(pending).toHaveLength(1)
    expect(availableBalance(first!)).toBe(bookedBalance(first!) + (pending[0]?.amount ?? 0))
  })

  it('has an account on which nothing happened', () => {
    expect(accounts.some((account) => account.bookings.length === 0 && account.opening === 0)).toBe(true)
  })

  it('gives out IBANs whose check digits fit', () => {
    const ibans = accounts.filter((account) => account.identifier.scheme === 'IBAN').map((a) => a.identifier.value)
    expect(ibans.length).toBeGreaterThan(3)
    for (const iban of ibans) {
      expect(iban).toMatch(/^AE\d{21}$/)
      expect(ibanFits(iban)).toBe(true)
    }
  })
})

describe('all accounts together', () => {
  it('are of every kind, in every state and in two currencies', () => {
    const seen = (of: (account: (typeof accounts)[number]) => string) => [...new Set(accounts.map(of))].sort()
    expect(seen(({ subType }) => subType)).toEqual(['CreditCard', 'CurrentAccount', 'Finance', 'Mortgage', 'Savings'])
    expect(seen(({ status }) => status)).toEqual([
      'Active',
      'Closed',
      'Deceased',
      'Dormant',
      'Inactive',
      'Suspended',
      'Unclaimed',
    ])
    expect(seen(({ currency }) => currency)).toEqual(['AED', 'USD'])
    const statuses = accounts.flatMap(({ bookings }) => bookings.map(({ status }) => status))
    expect([...new Set(statuses)].sort()).toEqual(['Booked', 'Pending', 'Rejected'])
  })

  it('have ids of their own, the same at any time', () => {
    const ids = accounts.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const later = openLedger(new Date('2029-01-15T06:00:00Z')).customers.flatMap((customer) => customer.accounts)
    expect(later.map(({ id }) => id)).toEqual(ids)
  })

  it('hold a few thousand bookings', () => {
    const count = accounts.reduce((sum, { bookings }) => sum + bookings.length, 0)
    expect(count).toBeGreaterThan(1_500)
    expect(count).toBeLessThan(4_000)
  })

  it('have both sides of what is moved between accounts of one customer', () => {
    const side = (id: string, subType: string, text: string) =>
      accounts
        .find((account) => account.id === id)
        ?.bookings.filter((one) => one.subType === subType && one.text === text)
        .map(({ local, amount }) => [printed(local).slice(0, 10), Math.abs(amount)])
    for (const [from, to, subType, text, other] of [
      ['100100000001', '100100000002', 'MoneyTransfer', 'To savings', 'From current account'],
      ['100100000001', '100100000003', 'Repayments', 'Card payment', 'Card payment'],
      ['100100000001', '100100000005', 'Repayments', 'Car finance', 'Car finance'],
      ['100100000001', '100100000006', 'Repayments', 'Home finance', 'Home finance'],
      ['200100000001', '200100000002', 'Repayments', 'Kiln finance', 'Kiln finance'],
    ] as const) {
      const paid = side(from, subType, text)
      expect(paid?.length, to).toBeGreaterThan(5)
      expect(side(to, subType, other), to).toEqual(paid)
    }
  })
})

describe('on any day', () => {
  const days = Array.from({ length: 24 }, (_, index) => new Date(Date.UTC(2026, 0, 1 + 37 * index, index)))

  it.each(days.map((day) => [day.toISOString(), day]))('nobody owes what the bank did not lend: %s', (_, day) => {
    for (const account of openLedger(day).customers.flatMap((customer) => customer.accounts)) {
      const balances = [account.opening, ...account.bookings.map(({ after }) => after)]
      const isDebt = ['Finance', 'Mortgage'].includes(account.subType)
      if (isDebt) expect(Math.max(...balances), account.id).toBeLessThan(0)
      else expect(Math.min(...balances), account.id).toBeGreaterThanOrEqual(-(account.limit ?? 0))
      const times = account.bookings.map(({ local }) => local)
      expect(times, account.id).toEqual([...new Set(times)].sort((a, b) => a - b))
      if (account.id === first?.id) expect(Math.ceil(times.length / 100)).toBeGreaterThan(5)
    }
  })
})

describe('a customer', () => {
  const of = (name: string) => ledger.customers.find(({ username }) => username === name)?.accounts ?? []

  it('has one account, or one on which nothing happened', () => {
    expect(of('majid')).toHaveLength(1)
    expect(of('majid')[0]?.bookings.length).toBeGreaterThan(200)
    expect(of('noura')).toMatchObject([{ bookings: [], opening: 0 }])
  })
})

describe('a booking that is added', () => {
  const at = new Date(now.getTime() + 5_300)
  const what = { amount: -1_250, type: 'POS', subType: 'Purchase', text: 'Coffee' }

  it('comes at the end, and leaves what was given out as it was', () => {
    const books = openLedger(now)
    const before = books.customers[0]?.accounts[0]
    const booking = books.add('100100000001', what, at)
    const after = books.customers[0]?.accounts[0]
    expect(after?.bookings).toEqual([...(before?.bookings ?? []), booking])
    expect(before).toEqual(first)
    expect(booking).toMatchObject({ status: 'Booked', after: bookedBalance(first!) - 1_250 })
    expect(printed(booking.local)).toBe('2026-04-01T00:30:05+04:00')
    expect(bookedBalance(after!)).toBe(bookedBalance(first!) - 1_250)
    expect(books.add('100100000001', what, at).id).not.toBe(booking.id)
  })

  it('needs an account that there is', () => {
    expect(() => openLedger(now).add('1', what, at)).toThrow('no account 1')
  })
})

describe('an IBAN', () => {
  it('is that of the public example', () => expect(emiratesIban('0331234567890123456')).toBe('AE070331234567890123456'))
  it('does not fit with a digit changed', () => expect(ibanFits('AE070331234567890123457')).toBe(false))
  it('needs 19 digits', () => expect(() => emiratesIban('12')).toThrow('19 digits'))
})

describe('the wall clock in Dubai', () => {
  it('is a day ahead of UTC in the evening', () => expect(printed(localDay(now))).toBe('2026-04-01T00:00:00+04:00'))
  it('steps back to the last day of a shorter month', () =>
    expect(printed(monthsBefore(Date.UTC(2026, 2, 31), 1))).toBe('2026-02-28T00:00:00+04:00'))
})
