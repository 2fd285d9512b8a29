import { describe, expect, it } from 'vitest'
import { nextOn, paymentsOf } from './arrangements.ts'
import { openLedger } from './ledger.ts'
import { localDay, monthsBefore, printedDay } from './time.ts'

const now = new Date('2026-03-31T20:30:00Z')
const accounts = openLedger(now).customers.flatMap((customer) => customer.accounts)
const [first] = accounts
const today = localDay(now)

describe('standing orders and direct debits', () => {
  const orders = accounts.flatMap((account) => {
    const { standingOrders, directDebits } = account.arrangements
    return [...standingOrders, ...directDebits].map((order) => [order.id, order, account] as const)
  })

  it.each(orders)('%s are paid on their day of every month, as long as they run', (_, order, account) => {
    const days = paymentsOf(account, order).map(({ local }) => printedDay(local))
    const begun = 'begun' in order ? order.begun : undefined
    const from = begun === undefined ? account.since : monthsBefore(today, begun)
    const end = order.ended === undefined ? today : monthsBefore(today, order.ended)
    const expected: string[] = []
    for (let day = nextOn(order.dayOfMonth, from); day < end; day = nextOn(order.dayOfMonth, day + 86_400_000)) {
      expected.push(printedDay(day))
    }
    expect(days).toEqual(expected)
    expect(days.length).toBeGreaterThan(3)
  })

  it('run, and have ended', () => {
    for (const list of [first!.arrangements.standingOrders, first!.arrangements.directDebits]) {
      expect(list.some(({ ended }) => ended === undefined)).toBe(true)
      expect(list.some(({ ended }) => ended !== undefined)).toBe(true)
    }
  })
})

it.each([
  ['2026-04-01', 1, '2026-04-01'],
  ['2026-04-02', 1, '2026-05-01'],
  ['2026-12-29', 28, '2027-01-28'],
])('on %s the next day %i is %s', (day, dayOfMonth, next) => {
  expect(printedDay(nextOn(dayOfMonth, Date.parse(day)))).toBe(next)
})
