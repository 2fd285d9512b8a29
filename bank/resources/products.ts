import { catalogue, type Product } from '../ledger/catalogue.ts'
import type { Setting } from '../setting.ts'
import { badRequest, type Call, type Outcome } from './call.ts'

type Json = Readonly<Record<string, unknown>>

/** The institution behind both brands, by its name in the trust framework. */
export const lfi = 'MIZAN'

const home = 'https://bank.mizan.example'

const waysToApply = {
  online: (id: string) => ({ ApplicationUri: `${home}/apply/${id}` }),
  phone: () => ({ ApplicationPhoneNumber: '+971000000000' }),
  email: () => ({ ApplicationEmail: 'products@bank.mizan.example' }),
  branch: () => ({ ApplicationDescription: 'Any branch opens this product.' }),
} as const satisfies Readonly<Record<Product['apply'][number], (id: string) => Json>>

const sharia = ({ structure }: Product): Json =>
  structure === undefined
    ? { IsShariaCompliant: false }
    : {
        IsShariaCompliant: true,
        ShariaStructure: structure,
        ShariaInformation: 'Approved by the Sharia board of the bank.',
        AlternativeBrandName: 'Noor Islamic',
      }

const view = (product: Product): Json => ({
  ProductId: product.id,
  ProductName: product.name,
  ProductCategory: product.category,
  Description: `${product.name}, from the bank that comes with Mizan.`,
  EffectiveFromDateTime: product.from,
  ...(product.to !== undefined && { EffectiveToDateTime: product.to }),
  LastUpdatedDateTime: product.updated,
  ...sharia(product),
  IsSalaryTransferRequired: product.category === 'Finance',
  Links: {
    ...Object.assign({}, ...product.apply.map((way) => waysToApply[way](product.id))),
    KfsUri: `${home}/key-facts/${product.id}.pdf`,
  },
  Eligibility: {
    ResidenceStatus: [{ Type: 'UaeResident', Description: 'Lives in the UAE' }],
    CustomerType: [{ Type: 'Retail', Description: 'A person' }],
    Age: [{ Type: 'MinimumAge', Description: 'Youngest age', Value: product.age }],
  },
  Channels: [{ Type: 'MobileApp', Description: 'The app of the bank' }],
  Product: product.details,
  DenominationCurrency: 'AED',
})

const isDateTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT.+(Z|[+-]\d\d:\d\d)$/i.test(text)

/** Filters and orders by the names of their parameters: the values that each takes. */
const parameters = {
  ProductCategory: (text: string) =>
    ['SavingsAccount', 'CurrentAccount', 'CreditCard', 'Finance', 'Mortgage'].includes(text),
  IsShariaCompliant: (text: string) => ['true', 'false'].includes(text),
  LastUpdatedDateTime: (text: string) => isDateTime(text) && !Number.isNaN(Date.parse(text)),
  SortField: (text: string) => ['LastUpdatedDateTime', 'ProductId'].includes(text),
  SortOrder: (text: string) => ['asc', 'desc'].includes(text),
} as const satisfies Readonly<Record<string, (text: string) => boolean>>

/** The parameters that a call gave, or what is wrong with one. */
const asked = ({ url, setting }: Call): Readonly<Record<string, string>> | Outcome => {
  const given: Record<string, string> = {}
  for (const [name, takes] of Object.entries(parameters)) {
    const value = url.searchParams.get(name)
    if (value === null) continue
    if (takes(value)) given[name] = value
    else if (!setting.hasDefect('odd-product-filter-passed-over')) {
      return badRequest('Resource.InvalidFormat', `${name} does not take this value.`, name)
    }
  }
  return given
}

const offered = ({ to }: Product, { hasDefect }: Setting): boolean =>
  to === undefined || Date.parse(to) > Date.now() || hasDefect('retired-product-listed')

const found = (given: Readonly<Record<string, string>>, setting: Setting): readonly Product[] => {
  const { ProductCategory: category, IsShariaCompliant: compliant, LastUpdatedDateTime: since } = given
  return catalogue
    .filter((one) => offered(one, setting))
    .filter((one) => category === undefined || one.category === category || setting.hasDefect('product-filter-ignored'))
    .filter((one) => compliant === undefined || (one.structure !== undefined) === (compliant === 'true'))
    .filter((one) => since === undefined || Date.parse(one.updated) >= Date.parse(since))
}

const sorted = (products: readonly Product[], given: Readonly<Record<string, string>>): readonly Product[] => {
  const sign = given.SortOrder === 'desc' ? -1 : 1
  const byId = given.SortField === 'ProductId'
  return [...products].sort((one, other) =>
    byId ? sign * (one.id < other.id ? -1 : 1) : sign * (Date.parse(one.updated) - Date.parse(other.updated)),
  )
}

/** `GET /products`: what the bank offers, by brand. */
export const listCatalogue = (call: Call): Outcome => {
  const given = asked(call)
  if ('status' in given) return given as Outcome
  const products = sorted(found(given, call.setting), given)
  const brands = [...new Set(products.map(({ brand }) => brand))].sort()
  return {
    status: 200,
    value: {
      Data: brands.map((brand) => ({
        LFIId: lfi,
        LFIBrandId: `${lfi}-${brand.toUpperCase()}`,
        Products: products.filter((one) => one.brand === brand).map(view),
      })),
      Links: { Self: call.url.href },
      Meta: { TotalPages: products.length === 0 ? 0 : 1 },
    },
  }
}
