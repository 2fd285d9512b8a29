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
    expect(openLedger(now)).toEqual(ledger)
    expect(openLedger(new Date(now.getTime() + 86_400_000))).not.toEqual(ledger)
  })

  it.each(accounts.map((account) => [account.id, account] as const))('adds up on %s', (_, account) => {
    let balance = account.opening
    for (const booking of account.bookings) {
      if (booking.status === 'Booked') balance += booking.amount
      expect(booking.after, booking.id).toBe(balance)
      if (account.limit === undefined) expect(balance, booking.id).toBeGreaterThanOrEqual(0)
      else expect(-balance, booking.id).toBeLessThanOrEqual(account.limit)
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
