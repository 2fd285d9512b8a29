import { finding } from '../../../../checks/findings.ts'
import { bodyOf } from '../../../../checks/pages.ts'
import { valueAt } from '../../../../checks/places.ts'
import { refused, succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Finding, undecided } from '../../../../engine/rule.ts'
import { isDateTime } from '../../../../schemas/formats.ts'
import { isGrouped, type Listed, productsOn } from '../catalogue.ts'
import type { FilteredBy, Filtering } from '../scenarios/filter-products.ts'
import { inOrder } from './sorting.ts'

type Query = FilteredBy['query']

const day = 86_400_000

/** Whether a product lies in a filter; undefined where it lacks the member, and within `margin` of the bound of a time. */
const liesIn = ({ product }: Listed, query: Query, margin: number): boolean | undefined => {
  const { ProductCategory: category, IsShariaCompliant: compliant, LastUpdatedDateTime: since } = query
  if (category !== undefined) return product.ProductCategory === category
  if (compliant !== undefined)
    return typeof product.IsShariaCompliant === 'boolean' ? String(product.IsShariaCompliant) === compliant : undefined
  const updated = product.LastUpdatedDateTime
  if (since === undefined || typeof updated !== 'string' || !isDateTime(updated)) return undefined
  const distance = Date.parse(updated) - Date.parse(since)
  return Math.abs(distance) <= margin ? undefined : distance > 0
}

const memberOf = (query: Query): string => Object.keys(query)[0] ?? ''

const hasMore = (exchange: Exchange): boolean => valueAt(bodyOf(exchange), '/Links/Next') !== undefined

/** All that lies in a filter is gone from its answer, although it was listed before and is listed after. */
const lost = ({ all, again }: Filtering, query: Query, answer: Exchange): boolean =>
  productsOn(answer).length === 0 &&
  !hasMore(answer) &&
  [all, again].every((list) => productsOn(list).some((one) => liesIn(one, query, day) === true))

/** No product that was listed before or after lies in the filter: 404 and 204 are answers to that, if strange ones. */
const nothingToFind = ({ all, again }: Filtering, query: Query, { response }: Exchange): boolean =>
  [204, 404].includes(response.status) &&
  query.SortField === undefined &&
  [all, again].every((list) => productsOn(list).every((one) => liesIn(one, query, day) !== true))

const judged = (filtering: Filtering, { query }: FilteredBy, name: string, answer: Exchange): readonly Finding[] => {
  if (query.SortField !== undefined) return inOrder(answer, query, name)
  const outside = productsOn(answer).filter((one) => liesIn(one, query, day) === false)
  if (outside.length === 0)
    return lost(filtering, query, answer)
      ? [finding(`${name}: /Data`, 'the products that lie in the filter', 'none of them', answer)]
      : []
  const member = memberOf(query)
  return outside.map(({ at, product }) =>
    finding(`${name}: ${at}/${member}`, `what ${name} asks for`, product[member], answer),
  )
}

/**
 * Every filter and order of products is taken, and what comes back lies in the filter and is in the order; products that
 * lack the member are passed over. Times are let pass within a day of the bound.
 */
export const filtersAreKept = (filtering: Filtering): Answer => {
  const findings: Finding[] = []
  const open: string[] = []
  for (const one of filtering.asked) {
    const { probe } = one
    if ('inconclusive' in probe) {
      open.push(`${probe.name}: ${probe.inconclusive}`)
      continue
    }
    const { exchange, name } = probe
    const { status } = exchange.response
    if (nothingToFind(filtering, one.query, exchange)) continue
    if (succeeded(exchange) && isGrouped(exchange)) findings.push(...judged(filtering, one, name, exchange))
    else if (refused(exchange) && status !== 401 && status !== 429)
      findings.push(finding(`${name}: status`, 'a success', status, exchange))
    else open.push(`${name}: status ${status}`)
  }
  if (findings.length > 0) return findings
  if (productsOn(filtering.all).length === 0) return undecided('no product is listed to filter')
  return open.length > 0 ? undecided(open.join('; ')) : []
}
