import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadContract } from '../../schemas/contract.ts'
import { testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'
import { apis } from '../places.ts'

const [products, atms] = ['product', 'atm'].map((name) => loadContract('uae/v2.1', `standards/${name}`))
const address = { 'x-fapi-customer-ip-address': '203.0.113.7' }

let client: ReturnType<typeof testClient>
let base: string
let token: string

beforeAll(async () => {
  const bank = await startBank()
  client = testClient(bank)
  base = `${bank.issuer}${apis.product.base}`
  token = await client.clientToken('mizan-client-1', 'products')
})
afterAll(() => client.close())

const list = async (query = '') => {
  const { status, json } = await client.call(`${base}/products${query}`, token, { headers: address })
  return { status, json, faults: products?.faults('GET /products', status, 'application/json', json) }
}

type Product = Readonly<Record<string, unknown>>
const of = async (query: string): Promise<readonly Product[]> =>
  (await list(query)).json.Data.flatMap(({ Products }: { readonly Products: readonly Product[] }) => Products)

describe('products', () => {
  it('keep the contract, in two brands, of every category on interest and by the Sharia', async () => {
    const { status, json, faults } = await list()
    expect([status, faults]).toEqual([200, []])
    expect(json.Data.map((one: Product) => one.LFIBrandId)).toEqual(['MIZAN-MIZAN', 'MIZAN-NOOR'])
    const all = await of('')
    expect(all.length).toBeGreaterThanOrEqual(12)
    const kinds = new Set(all.map((one) => `${one.ProductCategory} ${one.IsShariaCompliant}`))
    expect(kinds.size).toBe(10)
  })

  it('are those that a filter asks for', async () => {
    expect(new Set((await of('?ProductCategory=Mortgage')).map((one) => one.ProductCategory))).toEqual(
      new Set(['Mortgage']),
    )
    expect((await of('?IsShariaCompliant=false')).some((one) => 'ShariaStructure' in one)).toBe(false)
    const late = await of('?LastUpdatedDateTime=2026-01-11T08:15:00Z')
    expect(late.map((one) => one.ProductId)).toEqual(['MZ-CC-1', 'MZ-MO-1', 'NR-FI-1'])
    const { status, json } = await list('?LastUpdatedDateTime=2099-01-01T00:00:00Z')
    expect([status, json.Data, json.Meta.TotalPages]).toEqual([200, [], 0])
  })

  it('are sorted as they are asked for, by time unless said', async () => {
    const ids = async (query: string) =>
      (await of(`?ProductCategory=Mortgage${query}`)).map((one) => one.ProductId).slice(1)
    expect(await ids('')).toEqual(['NR-MO-2', 'NR-MO-1'])
    expect(await ids('&SortOrder=desc')).toEqual(['NR-MO-1', 'NR-MO-2'])
    expect(await ids('&SortField=ProductId')).toEqual(['NR-MO-1', 'NR-MO-2'])
  })

  it.each(['ProductCategory=Loan', 'IsShariaCompliant=1', 'LastUpdatedDateTime=2026-01-01', 'SortOrder=up'])(
    'are not filtered by %s',
    async (query) => {
      const { status, json } = await list(`?${query}`)
      expect([status, json.Errors[0].Path]).toEqual([400, query.split('=')[0]])
    },
  )

  it('are for clients with the scope, while a customer is there, as JSON', async () => {
    const get = async (access?: string, headers = {}) =>
      (await client.call(`${base}/products`, access, { headers })).status
    expect(await get(undefined, address)).toBe(401)
    expect(await get(await client.clientToken(), address)).toBe(403)
    expect(await get(token)).toBe(400)
    expect(await get(token, { ...address, accept: 'application/jwt' })).toBe(406)
  })
})

describe('leads', () => {
  const data = {
    Name: { FullName: 'Mithal Ikhtibari' },
    Email: 'lead@example.com',
    EmiratesId: '784-1990-0000000-2',
    MarketingOptOut: true,
    ProductCategories: ['Finance'],
  }
  const send = async (change: object, type = 'application/json') => {
    const body = JSON.stringify({ Data: { ...data, ...change } })
    const { status, json } = await client.call(`${base}/leads`, token, {
      method: 'POST',
      headers: { ...address, 'content-type': type },
      body,
    })
    return { status, json, faults: products?.faults('POST /leads', status, 'application/json', json) }
  }

  it('are opened once each, and repeated', async () => {
    const [first, again, other] = [await send({}), await send({}), await send({ Email: 'other@example.com' })]
    expect([first.status, first.faults]).toEqual([201, []])
    expect(first.json.Data).toMatchObject(data)
    expect(again.json.Data.LeadId).toBe(first.json.Data.LeadId)
    expect(other.json.Data.LeadId).not.toBe(first.json.Data.LeadId)
  })

  it('may say all that the contract has', async () => {
    const whole = {
      PhoneNumber: '+971510000000',
      Nationality: 'AE',
      ResidentialAddress: { AddressLine: ['1 Example Street'], Floor: '2', PostBox: '1', Country: 'AE' },
      LeadInformation: '',
    }
    expect(await send(whole)).toMatchObject({ status: 201, faults: [] })
  })

  it.each([
    [{ Email: undefined }, 'Data.Email'],
    [{ Name: { FullName: 'a', GivenName: 'b' } }, 'Data.Name'],
    [{ PhoneNumber: '0510000000' }, 'Data.PhoneNumber'],
    [{ Foo: 1 }, 'Data.Foo'],
    [{ ResidentialAddress: { Country: 'AE' } }, 'Data.ResidentialAddress'],
    [{ ProductCategories: [] }, 'Data.ProductCategories'],
  ])('are not opened with %j', async (change, path) => {
    const { status, json, faults } = await send(change)
    expect([status, json.Errors[0].Path, faults]).toEqual([400, path, []])
  })

  it('are JSON', async () => {
    expect((await send({}, 'text/plain')).status).toBe(415)
  })
})

describe('cash machines', () => {
  it('keep the contract', async () => {
    const access = await client.clientToken('mizan-client-1', 'atm')
    const { status, json } = await client.call(`${base.replace(apis.product.base, apis.atm.base)}/atms`, access)
    expect(status).toBe(200)
    expect(atms?.faults('GET /atms', 200, 'application/json', json)).toEqual([])
    expect(json.Data.length).toBeGreaterThanOrEqual(6)
    expect(json.Meta.TotalRecords).toBe(json.Data.length)
  })
})
