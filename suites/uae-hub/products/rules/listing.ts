import { eachOf } from '../../../../checks/answers.ts'
import { bodyKeepsContract, undeclaredMembers } from '../../../../checks/contract.ts'
import { finding, show } from '../../../../checks/findings.ts'
import { partsKeepContract } from '../../../../checks/kept-parts.ts'
import { sameMeaning } from '../../../../checks/same.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Check, type Observed, type Rule, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { opensApi } from '../../first-call.ts'
import { products } from '../../operations.ts'
import { everywhere, onScenarios } from '../../row.ts'
import { idOf, type Listed, productsOn } from '../catalogue.ts'
import { owned, parts } from '../parts.ts'
import { readProducts } from '../scenarios/read-products.ts'

const operations = [products]

/** Products with the id of one before them, of the same institution and brand, each with that one. */
const repeated = (exchange: Exchange): readonly (readonly [later: Listed, first: Listed])[] => {
  const met = new Map<string, Listed>()
  return productsOn(exchange).flatMap((one) => {
    const { ProductId: id } = one.product
    if (typeof id !== 'string') return []
    const key = `${one.seller} ${id}`
    const before = met.get(key)
    if (before === undefined) met.set(key, one)
    return before === undefined ? [] : [[one, before] as const]
  })
}

const isSame = ([later, first]: readonly [Listed, Listed]): boolean => sameMeaning(later.product, first.product)

/** What stands twice word for word takes room and misleads nobody. */
const idsAreTheirOwn: Check = (exchange) => {
  if (exchange.operation !== products) return silent('another operation')
  if (productsOn(exchange).length === 0) return silent('the answer lists no product')
  return repeated(exchange)
    .filter((pair) => !isSame(pair))
    .map(([later, first]) =>
      finding(`${later.at}/ProductId`, `another id than at ${first.at}/ProductId`, show(later.product.ProductId)),
    )
}

const wordForWord = (exchange: Exchange): Observed => {
  const ids =
    exchange.operation === products
      ? repeated(exchange)
          .filter(isSame)
          .map(([one]) => idOf(one))
      : []
  return ids.length === 0 ? {} : { 'products that stand twice': ids.slice(0, 10).join(', ') }
}

const excerpt = (data: string): string => `GET /products\n\n200\n{"Data":${data}, …}`

/**
 * UAE-PRD-001, UAE-PRD-003, UAE-PRD-004 and UAE-PRD-010: the list of products and its form. UAE-PRD-003 judges Links, Meta and
 * durations, too, which UAE-PAG-001 and UAE-DAT-011 have for all APIs.
 */
export const listing: readonly Rule[] = [
  onScenarios({
    id: 'UAE-PRD-001',
    level: 'MUST',
    about: 'hub',
    title: 'A token of the client alone with the scope products opens the products',
    cites: [cite.product('GET /products, TPPOAuth2Security: products'), cite.productsGuide('steps 1 to 3')],
    defect: 'products-closed-to-clients',
    on: [readProducts],
    operation: products,
    check: opensApi('product'),
    example: {
      breaks: 'GET /products   with a client-credentials token of the scope products\n\n403',
      findings: [{ at: 'every product: status', expected: 'a success', got: '403' }],
    },
  }),
  everywhere({
    id: 'UAE-PRD-003',
    level: 'MUST',
    about: 'bank',
    title: 'Products come grouped by institution and brand, in the form of the contract',
    cites: [cite.product('ProductResponse, Product')],
    defect: 'products-in-one-list',
    operations,
    check: bodyKeepsContract({ operations, except: owned }),
    observe: undeclaredMembers({ operations }),
    example: {
      breaks: excerpt(
        '[{"ProductId":"p1","ProductName":"Saver","ProductCategory":"SavingsAccount","LFIBrandId":"b1","Products":[]}]',
      ),
      findings: [{ at: '/Data/0', expected: 'member LFIId', got: 'nothing' }],
    },
  }),
  everywhere({
    id: 'UAE-PRD-004',
    level: 'MUST',
    about: 'bank',
    title: 'A product has an id of its own within its brand, a name and a category',
    cites: [cite.product('Product, required')],
    defect: 'product-id-twice',
    check: eachOf(partsKeepContract({ operations, parts: parts.identity, holds: '/Data/*/Products' }), idsAreTheirOwn),
    observe: wordForWord,
    example: {
      breaks: excerpt(
        '[{"LFIId":"l1","LFIBrandId":"b1","Products":[{"ProductId":"p1","ProductName":"Saver", … },{"ProductId":"p1","ProductName":"Loan", … }]}]',
      ),
      findings: [
        { at: '/Data/0/Products/1/ProductId', expected: 'another id than at /Data/0/Products/0/ProductId', got: 'p1' },
      ],
    },
  }),
  everywhere({
    id: 'UAE-PRD-010',
    level: 'MUST',
    about: 'bank',
    title: 'Whom a product is for is said in lists of objects, each of a type that the contract has',
    cites: [cite.product('Eligibility')],
    defect: 'eligibility-as-texts',
    check: partsKeepContract({ operations, parts: parts.eligibility, holds: '/Data/*/Products/*/Eligibility' }),
    example: {
      breaks: excerpt('[{ …,"Products":[{ …,"Eligibility":{"ResidenceStatus":["UaeResident"]}}]}]'),
      findings: [
        { at: '/Data/0/Products/0/Eligibility/ResidenceStatus/0', expected: 'an object', got: '"UaeResident"' },
      ],
    },
  }),
]
