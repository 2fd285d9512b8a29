import { finding } from '../../../../checks/findings.ts'
import { failed, refused, succeeded, unavailable } from '../../../../checks/status.ts'
import { type Answer, type Finding, type Observed, type Rule, undecided } from '../../../../engine/rule.ts'
import type { Probed } from '../../ask.ts'
import { cite } from '../../cite.ts'
import { products } from '../../operations.ts'
import { onScenarios } from '../../row.ts'
import { productsOn } from '../catalogue.ts'
import { filterOddly } from '../scenarios/filter-oddly.ts'
import { filterProducts } from '../scenarios/filter-products.ts'
import { filtersAreKept } from './filters.ts'

/** A filter that cannot be read is refused, or finds nothing; all products, or a failure, answer another question. */
const oddFilters = ({ baseline, probes }: Probed): Answer => {
  const findings: Finding[] = []
  const open: string[] = []
  const whole = productsOn(baseline).length
  for (const one of probes) {
    if ('inconclusive' in one) {
      open.push(`${one.name}: ${one.inconclusive}`)
      continue
    }
    const { name, exchange } = one
    const { status } = exchange.response
    const passedOver = succeeded(exchange) && whole > 0 && productsOn(exchange).length >= whole
    if (passedOver) findings.push(finding(`${name}: status`, '400', `${status} and every product`, exchange))
    else if (failed(exchange) && !unavailable(exchange))
      findings.push(finding(`${name}: status`, '400', status, exchange))
    else if (status === 401 || unavailable(exchange) || !(succeeded(exchange) || refused(exchange)))
      open.push(`${name}: status ${status}`)
    else if (succeeded(exchange) && whole === 0) open.push(`${name}: no product is listed to filter`)
  }
  if (findings.length > 0) return findings
  return open.length > 0 || probes.length === 0 ? undecided(open.join('; ') || 'nothing was asked') : []
}

const otherAnswers = ({ probes }: Probed): Observed =>
  Object.fromEntries(
    probes.flatMap((one) => {
      if ('inconclusive' in one || one.exchange.response.status === 400) return []
      const found = succeeded(one.exchange) ? ` and ${productsOn(one.exchange).length} products` : ''
      return [[`${one.name}: status`, `${one.exchange.response.status}${found}`]]
    }),
  )

/** UAE-PAG-018, with UAE-PRD-011, which asks the same, and UAE-PAG-019. */
export const filtering: readonly Rule[] = [
  onScenarios({
    id: 'UAE-PAG-018',
    also: ['UAE-PRD-011'],
    level: 'MUST',
    about: 'bank',
    title: 'Products are filtered and sorted as they are asked for',
    cites: [cite.product('GET /products, query'), cite.productsGuide('step 3, query parameters')],
    defect: 'product-filter-ignored',
    on: [filterProducts],
    operation: products,
    check: filtersAreKept,
    example: {
      breaks:
        'GET /products?ProductCategory=Mortgage\n\n200\n{"Data":[{ …,"Products":[{ …,"ProductCategory":"CreditCard"}]}], …}',
      findings: [
        {
          at: 'ProductCategory=Mortgage: /Data/0/Products/0/ProductCategory',
          expected: 'what ProductCategory=Mortgage asks for',
          got: 'CreditCard',
        },
      ],
    },
  }),
  onScenarios({
    id: 'UAE-PAG-019',
    level: 'SHOULD',
    about: 'bank',
    title: 'A filter of products that has no such value is answered with 400',
    cites: [cite.product('GET /products, schemas of the query')],
    defect: 'odd-product-filter-passed-over',
    on: [filterOddly],
    operation: products,
    check: oddFilters,
    observe: otherAnswers,
    example: {
      breaks: 'GET /products?IsShariaCompliant=perhaps\n\n200\n{"Data":[ … every product … ], …}',
      findings: [{ at: 'IsShariaCompliant=perhaps: status', expected: '400', got: '200 and every product' }],
    },
  }),
]
