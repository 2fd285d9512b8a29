import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Check, type ExchangeRule, type Finding, type Observed, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { products } from '../../operations.ts'
import { everywhere } from '../../row.ts'
import { idOf, type Listed, productsOn, waysToApply } from '../catalogue.ts'
import { detailsFit, linksStandUnderLinks, shariaIsMeant, textAt, timeIsRight } from './product-parts.ts'

/** Judges each product of an answer by itself. */
const eachProduct =
  (judge: (listed: Listed, exchange: Exchange) => readonly Finding[]): Check =>
  (exchange) => {
    if (exchange.operation !== products) return silent('another operation')
    const all = productsOn(exchange)
    return all.length === 0 ? silent('the answer lists no product') : all.flatMap((one) => judge(one, exchange))
  }

const waysOf = ({ product }: Listed): readonly string[] =>
  waysToApply.filter((name) => (textAt(product.Links, name) ?? textAt(product, name)) !== undefined)

/** The ways to apply that products offer before all others. */
const firstWays = (exchange: Exchange): Observed => {
  const ways = exchange.operation === products ? productsOn(exchange).flatMap((one) => waysOf(one).slice(0, 1)) : []
  return Object.fromEntries([...new Set(ways)].map((way) => [`first way to apply: ${way}`, 'offered']))
}

const excerpt = (product: string): string => `GET /products\n\n200\n{"Data":[{ …,"Products":[{ …,${product}}]}], …}`

/** UAE-PRD-005 to UAE-PRD-009: what a product says, beside its form. */
export const eachProductMakesSense: readonly ExchangeRule[] = [
  everywhere({
    id: 'UAE-PRD-005',
    level: 'SHOULD',
    about: 'bank',
    title: 'The details of a product are those of its category',
    cites: [cite.product('ProductDetails, CurrentAccountDetails')],
    defect: 'details-of-another-category',
    check: eachProduct(detailsFit),
    example: {
      breaks: excerpt('"ProductCategory":"SavingsAccount","Product":{"CurrentAccount":{}}'),
      findings: [{ at: '/Data/0/Products/0/Product', expected: 'member SavingsAccount', got: 'CurrentAccount' }],
    },
  }),
  // Product is open in the contract: nothing there forbids a link beside Links, where few clients look.
  everywhere({
    id: 'UAE-PRD-006',
    level: 'SHOULD',
    about: 'bank',
    title: 'The links of a product stand under Links and are absolute',
    cites: [cite.product('ProductLinks')],
    defect: 'apply-link-beside-links',
    check: eachProduct(linksStandUnderLinks),
    example: {
      breaks: excerpt('"ApplicationUri":"https://bank.example/apply"'),
      findings: [
        {
          at: '/Data/0/Products/0/ApplicationUri',
          expected: 'a member of Links',
          got: 'a member beside it',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-PRD-007',
    level: 'SHOULD',
    about: 'bank',
    title: 'A product says how somebody applies for it',
    cites: [cite.web('products requirements'), cite.productsGuide('step 4')],
    defect: 'product-without-way-to-apply',
    check: eachProduct((one) =>
      waysOf(one).length > 0 ? [] : [finding(`${one.at}/Links`, `one of ${waysToApply.join(', ')}`, undefined)],
    ),
    observe: firstWays,
    example: {
      breaks: excerpt('"ProductId":"p1","Links":{"KfsUri":"https://bank.example/p1.pdf"}'),
      findings: [
        {
          at: '/Data/0/Products/0/Links',
          expected: 'one of ApplicationUri, ApplicationPhoneNumber, ApplicationEmail, ApplicationDescription',
          got: 'nothing',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-PRD-008',
    level: 'SHOULD',
    about: 'bank',
    title: 'A product that is listed begins before its end, and its end is yet to come',
    cites: [cite.product('Product, EffectiveFromDateTime and EffectiveToDateTime')],
    defect: 'retired-product-listed',
    check: eachProduct(timeIsRight),
    example: {
      breaks: excerpt('"EffectiveToDateTime":"2025-06-30T20:00:00Z"'),
      findings: [
        {
          at: '/Data/0/Products/0/EffectiveToDateTime',
          expected: 'an end that is yet to come',
          got: '2025-06-30T20:00:00Z',
        },
      ],
    },
  }),
  everywhere({
    id: 'UAE-PRD-009',
    level: 'SHOULD',
    about: 'bank',
    title: 'What is said of the Sharia is said of products that keep it',
    cites: [cite.product('Product, ShariaStructure, ShariaInformation and AlternativeBrandName')],
    defect: 'sharia-structure-on-interest',
    check: eachProduct(shariaIsMeant),
    observe: (exchange): Observed => {
      const open = exchange.operation === products ? productsOn(exchange) : []
      const silentOnes = open.filter(({ product }) => product.IsShariaCompliant === undefined)
      return silentOnes.length === 0
        ? {}
        : { 'without IsShariaCompliant': silentOnes.map(idOf).slice(0, 10).join(', ') }
    },
    example: {
      breaks: excerpt('"IsShariaCompliant":false,"ShariaStructure":"Murabaha"'),
      findings: [
        {
          at: '/Data/0/Products/0/ShariaStructure',
          expected: 'nothing, for IsShariaCompliant is false',
          got: 'Murabaha',
        },
      ],
    },
  }),
]
