import { loadContract } from '../schemas/contract.ts'
import { exchange, type Sample } from './exchange.ts'
import { givenOver } from './given.ts'

type Members = Readonly<Record<string, unknown>>

/** What a check of products, leads and cash machines may know, over the contracts as published. */
export const productsGiven = givenOver(['product', 'atm'].map((name) => loadContract('uae/v2.1', `standards/${name}`)))

/** A product that keeps the contract and makes sense. */
export const product = (ProductId: string, change: Members = {}): Members => ({
  ProductId,
  ProductName: `Product ${ProductId}`,
  ProductCategory: 'SavingsAccount',
  IsShariaCompliant: false,
  LastUpdatedDateTime: '2026-03-01T08:00:00Z',
  Links: { ApplicationUri: 'https://bank.example/apply' },
  ...change,
})

/** An answer of products, of one brand for each list. */
export const productsBody = (...brands: readonly (readonly unknown[])[]): Members => ({
  Data: brands.map((Products, index) => ({ LFIId: 'l1', LFIBrandId: `b${index + 1}`, Products })),
  Links: { Self: 'https://rs1.bank.example/products' },
  Meta: { TotalPages: 1 },
})

/** The exchange of an answer of products. */
export const productsAnswer = (body: unknown, sample: Sample = {}) =>
  exchange({ operation: 'GET /products', body, token: 'client', ...sample })

/** A cash machine that keeps the contract. */
export const machine = (ATMId: string, change: Members = {}): Members => ({
  ATMId,
  LFIId: 'l1',
  LFIBrandId: 'b1',
  SupportedCurrencies: ['AED'],
  SupportedLanguages: ['ar', 'en'],
  Location: {
    PostalAddress: { Country: 'AE' },
    GeoLocation: { Latitude: '24.45', Longitude: '54.38' },
  },
  ...change,
})

/** An answer of cash machines that keeps the contract, but for what is changed. */
export const atmsBody = (machines: readonly unknown[], change: Members = {}): Members => ({
  Data: machines,
  Meta: { LastUpdatedDateTime: '2026-05-01T08:00:00Z', TotalRecords: machines.length },
  ...change,
})

/** The exchange of an answer of cash machines. */
export const atmsAnswer = (body: unknown, sample: Sample = {}) =>
  exchange({ operation: 'GET /atms', body, token: 'client', ...sample })
