import { apis, pathOf } from '../places.ts'
import type { Asked, Change } from './answered.ts'
import { behavioursOf, type Defect, wire } from './defect.ts'
import { asError } from './errors.ts'
import { inner, onObject } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

const isProducts = ({ url }: Asked): boolean => pathOf(url) === `${apis.product.base}/products`
const isLeads = ({ url }: Asked): boolean => pathOf(url) === `${apis.product.base}/leads`

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [])

/** Changes the products of every brand, each list by itself. */
const onEachBrand = (change: (products: readonly Json[]) => readonly unknown[]): Change =>
  onObject(isProducts, [200], (body) => ({
    ...body,
    Data: list(body.Data).map((brand) => ({ ...brand, Products: change(list(brand.Products)) })),
  }))

const eachProduct = (change: (product: Json) => unknown): Change => onEachBrand((products) => products.map(change))

const without = (value: Json, ...names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))

const waysToApply = ['ApplicationUri', 'ApplicationPhoneNumber', 'ApplicationEmail', 'ApplicationDescription']

const onLead = (change: (body: Json) => unknown): Change => onObject(isLeads, [201], change)

const onTheWire: readonly Defect[] = [
  wire('products-closed-to-clients', 'Products are shown to users alone', 'UAE-PRD-001', (answer, asked) =>
    isProducts(asked) && answer.status === 200
      ? asError(answer, 403, 'AccessToken.InvalidScope', 'Products are shown to users alone.')
      : answer,
  ),
  wire(
    'products-in-one-list',
    'Products come in one list, whoever sells them',
    'UAE-PRD-003',
    onObject(isProducts, [200], (body) => ({ ...body, Data: list(body.Data).flatMap(({ Products }) => Products) })),
  ),
  wire(
    'product-id-twice',
    'The second product of a brand has the id of the first',
    'UAE-PRD-004',
    onEachBrand(([first, second, ...rest]) =>
      second === undefined ? [first] : [first, { ...second, ProductId: first?.ProductId }, ...rest],
    ),
  ),
  wire(
    'details-of-another-category',
    'Savings accounts have the details of current accounts',
    'UAE-PRD-005',
    eachProduct((one) =>
      one.ProductCategory === 'SavingsAccount'
        ? { ...one, Product: { ...without(inner(one, 'Product'), 'SavingsAccount'), CurrentAccount: {} } }
        : one,
    ),
  ),
  wire(
    'apply-link-beside-links',
    'The address at which somebody applies stands beside Links',
    'UAE-PRD-006',
    eachProduct((one) => {
      const { ApplicationUri: uri } = inner(one, 'Links')
      return uri === undefined
        ? one
        : { ...one, ApplicationUri: uri, Links: without(inner(one, 'Links'), 'ApplicationUri') }
    }),
  ),
  wire(
    'product-without-way-to-apply',
    'Mortgages do not say how somebody applies',
    'UAE-PRD-007',
    eachProduct((one) =>
      one.ProductCategory === 'Mortgage' ? { ...one, Links: without(inner(one, 'Links'), ...waysToApply) } : one,
    ),
  ),
  wire(
    'sharia-structure-on-interest',
    'A loan on interest has a structure of the Sharia',
    'UAE-PRD-009',
    eachProduct((one) =>
      one.ProductCategory === 'Finance' && one.IsShariaCompliant === false
        ? { ...one, ShariaStructure: 'Murabaha' }
        : one,
    ),
  ),
  wire(
    'eligibility-as-texts',
    'The residence of those whom a product is for is a list of texts',
    'UAE-PRD-010',
    eachProduct((one) => ({ ...one, Eligibility: { ...inner(one, 'Eligibility'), ResidenceStatus: ['UaeResident'] } })),
  ),
  wire(
    'lead-with-links',
    'A lead is answered with Links',
    'UAE-PRD-013',
    onLead((body) => ({ ...body, Links: { Self: 'https://bank.mizan.example/leads' } })),
  ),
  wire(
    'lead-of-somebody-else',
    'A lead is answered with the address of somebody else',
    'UAE-PRD-014',
    onLead((body) => ({ ...body, Data: { ...inner(body, 'Data'), Email: 'other@example.com' } })),
  ),
]

/** Defects of products and leads. */
export const productDefects: readonly Defect[] = [
  ...onTheWire,
  ...behavioursOf({
    'products-without-customer': ['Products and leads need no address of a customer', 'UAE-PRD-002'],
    'retired-product-listed': ['A product is listed after its end', 'UAE-PRD-008'],
    'any-scope-opens-products': ['A token of any scope opens products and leads', 'UAE-PRD-012'],
    'unfit-lead-opened': ['A lead is opened whatever it leaves out', 'UAE-PRD-015'],
    'mixed-names-taken': ['A lead is opened however somebody is named', 'UAE-PRD-016'],
    'any-media-type-taken-for-leads': ['A lead is opened by a body of any media type', 'UAE-PRD-017'],
    'product-filter-ignored': ['The category in a filter of products is ignored', 'UAE-PAG-018'],
    'odd-product-filter-passed-over': ['A filter of products that cannot be read is ignored', 'UAE-PAG-019'],
  }),
]
