import { at, object } from '../../../checks/body.ts'
import { bodyOf } from '../../../checks/pages.ts'
import type { Exchange } from '../../../engine/exchange.ts'

/** A product of an answer, whose it is, and where it stands. */
export interface Listed {
  /** JSON Pointer. */
  readonly at: string
  /** Index of its group. */
  readonly group: number
  /** The institution and the brand, as one text. */
  readonly seller: string
  readonly product: Readonly<Record<string, unknown>>
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Whether an answer of products holds groups of products at all, empty ones included. */
export const isGrouped = (exchange: Exchange): boolean => Array.isArray(at(bodyOf(exchange), 'Data'))

/** The products of an answer, group by group in their order; none of an error and of what has another form. */
export const productsOn = (exchange: Exchange): readonly Listed[] =>
  list(at(bodyOf(exchange), 'Data')).flatMap((entry, group) =>
    list(at(entry, 'Products')).flatMap((one, index) => {
      const product = object(one)
      const seller = JSON.stringify([at(entry, 'LFIId'), at(entry, 'LFIBrandId')])
      return product === undefined ? [] : [{ at: `/Data/${group}/Products/${index}`, group, seller, product }]
    }),
  )

/** The id of a product, as a finding and an observation name it. */
export const idOf = ({ product }: Listed): string => String(product.ProductId)

/** Kinds of product. */
export const categories = ['SavingsAccount', 'CurrentAccount', 'CreditCard', 'Finance', 'Mortgage'] as const

/** The ways to apply for a product, in the order in which a client offers them. */
export const waysToApply = [
  'ApplicationUri',
  'ApplicationPhoneNumber',
  'ApplicationEmail',
  'ApplicationDescription',
] as const
