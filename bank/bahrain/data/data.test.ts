import { expect, it } from 'vitest'
import { type Exchange, json } from '../../../engine/exchange.ts'
import type { ConsentNeed } from '../../../engine/session.ts'
import { talk } from '../../../testing/bahrain-bank.ts'

const patience = { timeout: 30_000 }
const now = new Date('2026-07-01T09:00:00Z')

type Members = Readonly<Record<string, unknown>>

const bodyOf = ({ response }: Exchange) =>
  json(response) as { readonly Data: Readonly<Record<string, readonly Members[]>>; readonly Links: Members }

const bookings = (exchange: Exchange): readonly Members[] => bodyOf(exchange).Data.Transaction ?? []

const hers = '100100000001'
const transactions = 'GET /accounts/{AccountId}/transactions'
const path = { AccountId: hers }

it('narrows transactions by the days of a query, read as days of Manama', patience, async () => {
  const seen = await talk({ now }, (session) =>
    session.call(transactions, { path, query: { fromBookingDateTime: '2026-03-01', toBookingDateTime: '2026-03-31' } }),
  )
  const days = bookings(seen).map(({ BookingDateTime }) => String(BookingDateTime))
  expect(days.length).toBeGreaterThan(5)
  expect(days.filter((day) => !/^2026-03-\d\dT.*\+03:00$/.test(day))).toEqual([])
})

it('pages back to where it came from, with the filter', patience, async () => {
  const [first, second, back] = await talk({ now }, async (session) => {
    const one = await session.call(transactions, { path, query: { fromBookingDateTime: '1990-01-01' } })
    const two = await session.follow(String(bodyOf(one).Links.Next), one)
    return [one, two, await session.follow(String(bodyOf(two).Links.Prev), two)] as const
  })
  expect(bookings(first)).toHaveLength(100)
  expect(bookings(second)[0]).not.toEqual(bookings(first)[0])
  expect(bookings(back)).toEqual(bookings(first))
})

const readUnder = (need: ConsentNeed) =>
  talk({ uses: need, now }, async (session) => ({
    accounts: await session.call('GET /accounts'),
    transactions: await session.call('GET /transactions'),
  }))

it('shows little under basic permissions, and credits alone where that was asked for', patience, async () => {
  const seen = await readUnder({
    permissions: ['ReadAccountsBasic', 'ReadTransactionsBasic', 'ReadTransactionsCredits'],
    fromDate: '2026-01-01',
    toDate: '2026-06-30',
  })
  expect(bodyOf(seen.accounts).Data.Account?.filter((one) => 'Account' in one || 'Servicer' in one)).toEqual([])
  const shown = bookings(seen.transactions)
  expect(shown.length).toBeGreaterThan(3)
  expect(new Set(shown.map(({ CreditDebitIndicator }) => CreditDebitIndicator))).toEqual(new Set(['Credit']))
  expect(shown.filter((one) => 'TransactionInformation' in one)).toEqual([])
  const days = shown.map(({ BookingDateTime }) => String(BookingDateTime).slice(0, 10)).sort()
  expect([(days[0] ?? '') >= '2026-01-01', (days.at(-1) ?? '') <= '2026-07-01']).toEqual([true, true])
})

const luhnFits = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

const panIn = (exchange: Exchange): string =>
  String(
    bodyOf(exchange)
      .Data.Account?.flatMap(({ Account }) => Account as readonly Members[])
      .find(({ SchemeName }) => SchemeName === 'BH.OBF.PAN')?.Identification,
  )

it('shows a card number whole to who may read it, and masked to anybody else', patience, async () => {
  const masked = await readUnder({ permissions: ['ReadAccountsDetail'] })
  const whole = await readUnder({ permissions: ['ReadAccountsDetail', 'ReadPAN'] })
  expect(panIn(masked.accounts)).toBe('999900XXXXXX0003')
  expect(panIn(whole.accounts)).toMatch(/^999900\d{6}0003$/)
  expect(luhnFits(panIn(whole.accounts))).toBe(true)
})
