import { describe, expect, it } from 'vitest'
import type { Sample } from '../../../../testing/exchange.ts'
import { product, productsBody } from '../../../../testing/products.ts'
import { type Asked, type FakeSession, fakeSession } from '../../../../testing/session.ts'
import { leads } from '../../operations.ts'
import { readWithoutCustomer, sendWithoutCustomer } from './ask-without-customer.ts'
import { readWithoutRight, sendWithoutRight } from './ask-without-right.ts'
import { filterOddly } from './filter-oddly.ts'
import { filterProducts } from './filter-products.ts'
import { readProducts } from './read-products.ts'
import { sendLeads } from './send-leads.ts'
import { sendUnfitLeads } from './send-unfit-leads.ts'

const updated = (id: string, LastUpdatedDateTime?: string) => product(id, { LastUpdatedDateTime })
const listed = productsBody([
  updated('p1', '2026-03-01T08:00:00Z'),
  updated('p2', '2026-01-01T12:00:00+04:00'),
  updated('p3', '2026-05-01T08:00:00Z'),
  updated('p4'),
])
const good = ({ operation }: Asked): Sample =>
  operation === leads ? { status: 201, body: { Data: { LeadId: 'l1' } } } : { body: listed }
const bank = (call: (asked: Asked) => Sample = good, more = {}): FakeSession => fakeSession({ call, ...more })

const address = 'x-fapi-customer-ip-address'
const purposes = (session: FakeSession) => session.asked.map(({ options }) => options.purpose)
const bodyOf = ({ options }: Asked) => JSON.parse(options.body?.text ?? '{}').Data
const asked = (session: FakeSession, purpose: string): Asked => {
  const found = session.asked.find(({ options }) => options.purpose === purpose)
  if (found === undefined) throw new Error(`nothing was asked for ${purpose}; there were ${purposes(session)}`)
  return found
}

describe('products', () => {
  it('are read once, with the address of a customer whom nobody has', async () => {
    const session = bank()
    await readProducts.run(session)
    await filterOddly.run(session)
    expect(purposes(session)).toEqual([
      'every product',
      'ProductCategory=NoSuchCategory',
      'IsShariaCompliant=perhaps',
      'LastUpdatedDateTime=2026-13-45',
    ])
    expect(session.asked.every(({ options }) => options.headers?.[address] === '203.0.113.7')).toBe(true)
  })

  it('are filtered by each value, by a time in the middle, and sorted in each way', async () => {
    const session = bank()
    const { asked: filters } = await filterProducts.run(session)
    expect(filters.map(({ query }) => query)).toEqual([
      ...['SavingsAccount', 'CurrentAccount', 'CreditCard', 'Finance', 'Mortgage'].map((ProductCategory) => ({
        ProductCategory,
      })),
      { IsShariaCompliant: 'true' },
      { IsShariaCompliant: 'false' },
      { LastUpdatedDateTime: '2026-03-01T08:00:00.000Z' },
      { SortField: 'LastUpdatedDateTime', SortOrder: 'asc' },
      { SortField: 'LastUpdatedDateTime', SortOrder: 'desc' },
      { SortField: 'ProductId', SortOrder: 'asc' },
      { SortField: 'ProductId', SortOrder: 'desc' },
    ])
  })

  it('are not filtered by a time that no product has, nor where they are refused', async () => {
    const { asked: filters } = await filterProducts.run(bank(() => ({ body: productsBody([updated('p1')]) })))
    expect(filters.some(({ query }) => 'LastUpdatedDateTime' in query)).toBe(false)
    await expect(filterProducts.run(bank(() => ({ status: 403 })))).rejects.toThrow(/answered with 403/)
  })

  it('are asked for with a token of the first other scope that the client gets', async () => {
    const session = bank()
    await readWithoutRight.run(session)
    expect(session.asked.map(({ options }) => [options.token, options.bearer?.operation])).toEqual([
      [undefined, undefined],
      ['none', undefined],
      [undefined, 'POST /token'],
    ])
    const wide = await readWithoutRight.run(bank(good, { clientToken: { body: { scope: 'products accounts' } } }))
    expect(wide.probes[1]).toMatchObject({ inconclusive: 'the client gets no token of another scope than products' })
    const poor = await readWithoutRight.run(bank(good, { clientToken: { status: 400 } }))
    expect(poor.probes[1]).toMatchObject({ inconclusive: 'the client gets no token of another scope than products' })
  })

  it('are asked for without a customer', async () => {
    const session = bank()
    const { probes, odd } = await readWithoutCustomer.run(session)
    expect([...probes, ...odd].map(({ name }) => name)).toEqual([`no ${address}`, `${address}: 999.1.1.1`])
    expect(session.asked.map(({ options }) => options.headers?.[address])).toEqual([
      '203.0.113.7',
      undefined,
      '999.1.1.1',
    ])
  })
})

describe('leads', () => {
  it('are sent with each way to name somebody', async () => {
    const session = bank()
    await sendLeads.run(session)
    expect(session.asked.map((one) => Object.keys(bodyOf(one).Name).join())).toEqual([
      'GivenName,LastName',
      'GivenName,LastName',
      'FullName',
      'BusinessName',
      'GivenName,LastName',
    ])
    expect(bodyOf(session.asked[1]!)).toEqual(bodyOf(session.asked[0]!))
    expect(bodyOf(asked(session, 'a lead with every member'))).toMatchObject({ PhoneNumber: '+971510000000' })
  })

  it("name the bank's own person where the profile does", async () => {
    const samples = { leadGivenName: 'Huda', leadEmail: 'huda@bank.example', leadEmiratesId: '784-1991-0000000-1' }
    const session = { ...bank(), samples }
    await sendLeads.run(session)
    expect(bodyOf(asked(session, 'the smallest lead'))).toMatchObject({
      Name: { GivenName: 'Huda' },
      Email: 'huda@bank.example',
      EmiratesId: '784-1991-0000000-1',
    })
  })

  it('have one thing wrong each', async () => {
    const session = bank()
    const { unfit, misnamed, mistyped, doubtful } = await sendUnfitLeads.run(session)
    expect([unfit, misnamed, mistyped, doubtful].map((probes) => probes.length)).toEqual([8, 4, 3, 4])
    expect(bodyOf(asked(session, 'no Email'))).not.toHaveProperty('Email')
    expect(bodyOf(asked(session, 'no Email'))).toHaveProperty('EmiratesId')
    expect(bodyOf(asked(session, 'FullName and GivenName')).Name).toEqual({
      FullName: 'Mithal Ikhtibari',
      GivenName: 'Mithal',
    })
    expect(asked(session, 'application/jwt').options.signed).toMatchObject({ mediaType: 'application/jwt' })
    expect(asked(session, 'text/plain').options.body?.mediaType).toBe('text/plain')
  })

  it('are sent without a right and without a customer, beside good ones', async () => {
    const session = bank()
    await sendWithoutRight.run(session)
    await sendWithoutCustomer.run(session)
    expect(purposes(session)).toEqual([
      'the smallest lead',
      'the smallest lead, again',
      'no token',
      'token of another scope',
      `no ${address}`,
      `${address}: 999.1.1.1`,
    ])
  })

  it.each([sendUnfitLeads, sendWithoutRight, sendWithoutCustomer])(
    'show nothing where the bank takes no second one about somebody: $id',
    async (scenario) => {
      const once = ({ options }: Asked): Sample => ({ status: options.purpose === 'the smallest lead' ? 201 : 400 })
      await expect(scenario.run(bank(once))).rejects.toThrow(/the smallest lead, again was answered with 400/)
    },
  )

  it('change something, all of them', () => {
    expect([sendLeads, sendUnfitLeads, sendWithoutRight, sendWithoutCustomer].map(({ effect }) => effect)).toEqual(
      Array(4).fill('creates'),
    )
  })
})
