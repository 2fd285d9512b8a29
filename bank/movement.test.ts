import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { testClient } from '../testing/bank-client.ts'
import { type BankOptions, startBank } from './index.ts'
import { openLedger } from './ledger/ledger.ts'
import { movementOn } from './movement.ts'

type Client = ReturnType<typeof testClient>

const account = '/accounts/100100000001'
const open: Client[] = []

const bankWith = async (options: BankOptions) => {
  const bank = await startBank({ ...options, rateLimit: { requests: 1000, seconds: 1 } })
  const client = testClient(bank)
  open.push(client)
  const { access } = await client.userToken()
  const get = async (path: string) => (await client.call(path, access)).json
  const walk = async () => {
    const pages = [await get(`${account}/transactions`)]
    for (let next = pages[0].Links.Next; next !== undefined && pages.length < 30; next = pages.at(-1).Links.Next) {
      pages.push(await get(next))
    }
    return pages
  }
  return { bank, get, walk }
}

const idsOf = (pages: readonly { Data: { Transaction: readonly { TransactionId: string }[] } }[]): readonly string[] =>
  pages.flatMap(({ Data }) => Data.Transaction.map(({ TransactionId }) => TransactionId))

afterEach(async () => {
  for (const client of open.splice(0)) await client.close()
})

describe('a bank in which money moves while somebody reads', () => {
  it('shows the pages of the list that the walk began with, each record once', async () => {
    const { walk, get } = await bankWith({ movement: 'per-call' })
    const [first, second] = [await walk(), await walk()]
    const [before, after] = [idsOf(first), idsOf(second)]
    expect(new Set(before).size).toBe(before.length)
    expect(new Set(first.map(({ Meta }) => Meta.TotalPages))).toEqual(new Set([first.length]))
    // One was booked before each call of the first walk but its first, and one before the second walk.
    expect(after.slice(first.length)).toEqual(before)
    expect((await get(first.at(-1).Links.First)).Data).toEqual(first[0].Data)
    expect((await get(first.at(-1).Links.Prev)).Data).toEqual(first.at(-2).Data)
  })

  it('pushes records from page to page where it pages by offset', async () => {
    const { walk } = await bankWith({ movement: 'per-call', paging: 'offset' })
    const pages = await walk()
    const ids = idsOf(pages)
    expect(ids.length - new Set(ids).size).toBe(pages.length - 1)
  })

  it('still adds up', async () => {
    const { get } = await bankWith({ movement: 'per-call' })
    const signed = (one: { CreditDebitIndicator: string; Amount: { Amount: string } }): number =>
      Math.round(Number(one.Amount.Amount) * 100) * (one.CreditDebitIndicator === 'Debit' ? -1 : 1)
    const [balances, { Data }] = [await get(`${account}/balances`), await get(`${account}/transactions`)]
    const [newest, earlier] = Data.Transaction
    expect(signed(newest.Balance)).toBe(signed(earlier.Balance) + signed(newest))
    expect(signed(balances.Data.Balance[0])).toBe(signed(earlier.Balance))
    expect(balances.Data.Balance[0].DateTime >= earlier.BookingDateTime).toBe(true)
  })

  it('moves it by the clock as well, until it is closed', async () => {
    const { get } = await bankWith({ movement: { everyMs: 5 } })
    const newest = async (): Promise<string> => idsOf([await get(`${account}/transactions`)])[0] ?? ''
    const before = await newest()
    let now = before
    for (let tries = 0; tries < 200 && now === before; tries += 1) {
      await sleep(10)
      now = await newest()
    }
    expect(now).not.toBe(before)
  })
})

describe('a bank in which nothing moves', () => {
  it('moves what it is told to', async () => {
    const { bank, get } = await bankWith({})
    const before = idsOf([await get(`${account}/transactions`)])
    expect(idsOf([await get(`${account}/transactions`)])).toEqual(before)
    const id = bank.move()
    expect(idsOf([await get(`${account}/transactions`)])).toEqual([id, ...before].slice(0, 100))
    expect(idsOf([await get('/accounts/100100000004/transactions')])).toEqual([])
    const other = bank.move('100100000004')
    expect(idsOf([await get('/accounts/100100000004/transactions')])).toEqual([other])
    expect(() => bank.move('1')).toThrow('no account 1')
  })
})

it('gives back what it took', () => {
  const ledger = openLedger(new Date('2026-03-31T20:30:00Z'))
  const balance = () => ledger.customers[0]?.accounts[0]?.bookings.at(-1)?.after
  const move = movementOn(ledger)
  const before = balance()
  move()
  expect(balance()).not.toBe(before)
  move()
  expect(balance()).toBe(before)
})
