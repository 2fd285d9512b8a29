import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'

interface Transaction {
  readonly TransactionId: string
  readonly BookingDateTime: string
  readonly Status: string
}

let client: ReturnType<typeof testClient>
let access: string
let all: readonly Transaction[]
let pages: number

const path = '/accounts/100100000001/transactions'
const query = (fields: Readonly<Record<string, string>>): string => `${path}?${new URLSearchParams(fields)}`

const walk = async (start: string, token = access) => {
  const answers = [await client.call(start, token)]
  for (
    let next = answers[0]?.json.Links.Next;
    next !== undefined && answers.length < 20;
    next = answers.at(-1)?.json.Links.Next
  ) {
    answers.push(await client.call(next, token))
  }
  return answers
}
const records = async (fields: Readonly<Record<string, string>>, token = access): Promise<readonly Transaction[]> =>
  (await walk(query(fields), token)).flatMap(({ json }) => json.Data.Transaction)

beforeAll(async () => {
  client = testClient(await startBank({ rateLimit: { requests: 1000, seconds: 1 } }))
  access = (await client.userToken()).access
  const answers = await walk(path)
  pages = answers.length
  all = answers.flatMap(({ json }) => json.Data.Transaction)
})
afterAll(() => client.close())

describe('the walk through all pages', () => {
  it('ends after as many pages as were said, each record seen once, newest first', () => {
    expect(pages).toBeGreaterThanOrEqual(6)
    expect(pages).toBe(Math.ceil(all.length / 100))
    expect(new Set(all.map(({ TransactionId }) => TransactionId)).size).toBe(all.length)
    const times = all.map(({ BookingDateTime }) => BookingDateTime)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('goes back as well, and keeps the filter on its way', async () => {
    const filter = { fromBookingDateTime: String(all[349]?.BookingDateTime) }
    const answers = await walk(query(filter))
    expect(answers.flatMap(({ json }) => json.Data.Transaction)).toHaveLength(350)
    const [first, second] = answers.map(({ json }) => json.Links)
    expect(first.Prev).toBeUndefined()
    expect(second).toMatchObject({ Prev: first.Self, First: first.Self, Last: answers.at(-1)?.json.Links.Self })
    expect((await client.call(second.Prev, access)).json.Data).toEqual(answers[0]?.json.Data)
  })

  it('has no page that somebody made up, or took from another filter', async () => {
    const next = new URL((await client.call(path, access)).json.Links.Next)
    expect((await client.call(query({ page: 'Mg' }), access)).status).toBe(400)
    next.searchParams.set('fromBookingDateTime', '2025-01-01')
    expect((await client.call(next.href, access)).status).toBe(400)
  })

  it('has only a link to itself where all fits on one page', async () => {
    const { json } = await client.call('/accounts/100100000004/transactions', access)
    expect(json).toMatchObject({ Data: { Transaction: [] }, Meta: { TotalPages: 0 } })
    expect(Object.keys(json.Links)).toEqual(['Self'])
  })
})

describe('the filter', () => {
  const at = (index: number): string => String(all[index]?.BookingDateTime)

  it.each(['Z', '', '+04:00', '-11:30'])(
    'has both bounds inside, with the offset %j read as nothing',
    async (offset) => {
      const bound = (index: number): string => at(index).slice(0, 19) + offset
      const found = await records({ fromBookingDateTime: bound(40), toBookingDateTime: bound(20) })
      expect(found.map(({ TransactionId }) => TransactionId)).toEqual(
        all.slice(20, 41).map(({ TransactionId }) => TransactionId),
      )
    },
  )

  it('takes a day as a whole', async () => {
    const day = at(40).slice(0, 10)
    const found = await records({ fromBookingDateTime: day, toBookingDateTime: day })
    expect(found).toEqual(all.filter(({ BookingDateTime }) => BookingDateTime.startsWith(day)))
    expect(found.length).toBeGreaterThan(0)
  })

  const future = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19)

  it.each([
    ['from after to', () => ({ fromBookingDateTime: at(10), toBookingDateTime: at(200) })],
    ['to in the future', () => ({ toBookingDateTime: future(3) })],
    ['a month 13', () => ({ fromBookingDateTime: '2026-13-45' })],
    ['30 February', () => ({ toBookingDateTime: '2026-02-30' })],
    ['no date', () => ({ fromBookingDateTime: 'abc' })],
    ['an hour 25', () => ({ fromBookingDateTime: '2026-01-01T25:00:00Z' })],
  ])('refuses %s', async (_, fields) => {
    const answer = await client.call(query(fields()), access)
    expect(answer).toMatchObject({ status: 400, json: { Errors: [{ Code: 'Resource.InvalidFormat' }] } })
  })

  it('finds nothing in the future', async () => {
    expect(await records({ fromBookingDateTime: future(30) })).toEqual([])
  })
})

describe('the consent', () => {
  it('cuts off what lies outside its dates, whatever the filter says', async () => {
    const [from, to] = [all[300], all[100]].map((one) => String(one?.BookingDateTime).slice(0, 10)) as [string, string]
    const { access: clipped } = await client.userToken(consentOf({ FromDate: from, ToDate: to }))
    const days = (await records({ fromBookingDateTime: '2020-01-01' }, clipped)).map((one) =>
      one.BookingDateTime.slice(0, 10),
    )
    expect(days.length).toBeGreaterThan(0)
    expect([days.at(-1), days[0]]).toEqual([from, to])
  })

  it('decides about details and exchange rates', async () => {
    const basic = await client.userToken(consentOf({ Permissions: ['ReadAccountsBasic', 'ReadTransactionsBasic'] }))
    const seen = await records({}, basic.access)
    expect(seen).toHaveLength(all.length)
    for (const hidden of ['TransactionInformation', 'MerchantDetails', 'CreditorAccount', 'CurrencyExchange']) {
      expect(
        seen.some((one) => hidden in one),
        hidden,
      ).toBe(false)
    }
    expect(all.some((one) => 'MerchantDetails' in one)).toBe(true)
    const exchange = ['ReadAccountsBasic', 'ReadTransactionsBasic', 'ReadFXTransactionsBasic']
    const withRates = await client.userToken(consentOf({ Permissions: exchange }))
    expect((await records({}, withRates.access)).some((one) => 'CurrencyExchange' in one)).toBe(true)
  })
})
