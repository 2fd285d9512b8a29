import { describe, expect, it } from 'vitest'
import { bookedBalance, openLedger } from './ledger.ts'
import { statementsOf, statementWith } from './statements.ts'
import { dayMs, printedDay } from './time.ts'

const moments = ['2026-03-31T20:30:00Z', '2024-02-29T12:00:00Z', '2025-12-31T19:59:59Z', '2026-01-01T00:00:00Z']

describe.each(moments)('statements on %s', (moment) => {
  const now = new Date(moment)
  const accounts = openLedger(now).customers.flatMap((customer) => customer.accounts)

  it.each(accounts.map((account) => [account.id, account] as const))('of %s tile, and add up', (_, account) => {
    const statements = statementsOf(account, now)
    const booked = account.bookings.filter(({ status }) => status === 'Booked')
    if (booked.length === 0) {
      expect(statements).toEqual([])
      return
    }
    let [start, balance] = [account.since, account.opening]
    for (const { first, last, opening, closing, totals } of statements) {
      expect(first).toBe(start)
      expect(opening).toBe(balance)
      const inside = booked.filter(({ local }) => local >= first && local < last + dayMs)
      expect(closing - opening).toBe(inside.reduce((sum, { amount }) => sum + amount, 0))
      expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length)
      if (inside.length > 0) expect(inside.at(-1)?.after).toBe(closing)
      start = last + dayMs
      balance = closing
    }
    const since = booked.filter(({ local }) => local >= start).reduce((sum, { amount }) => sum + amount, balance)
    expect(since).toBe(bookedBalance(account))
    expect(printedDay(start).endsWith('-01') || statements.length === 0).toBe(true)
  })

  it('cover two years where the account is as old, and have ids of their own', () => {
    const [first] = accounts
    const statements = statementsOf(first!, now)
    expect(statements.length).toBeGreaterThanOrEqual(25)
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
  })

  it('are named by what stands on them, and by nothing that is not booked', () => {
    const [first] = accounts
    const statements = statementsOf(first!, now)
    const named = first!.bookings.map((booking) => [booking, statementWith(first!, booking, now)] as const)
    for (const [booking, id] of named) {
      const on = statements.find((one) => booking.local >= one.first && booking.local < one.last + dayMs)
      expect(id).toBe(booking.status === 'Booked' ? on?.id : undefined)
    }
    expect(named.filter(([{ status }]) => status !== 'Booked').length).toBeGreaterThan(1)
  })
})
