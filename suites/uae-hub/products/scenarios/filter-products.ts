import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { isDateTime } from '../../../../schemas/formats.ts'
import { probe } from '../../ask.ts'
import { products } from '../../operations.ts'
import { askProducts, goodProducts } from '../ask.ts'
import { categories, productsOn } from '../catalogue.ts'

/** One filter or order, and what came of it. */
export interface FilteredBy {
  readonly query: Readonly<Record<string, string>>
  readonly probe: Probe
}

/** Products with each filter and order, and without any before and after. */
export interface Filtering {
  readonly all: Exchange
  readonly asked: readonly FilteredBy[]
  readonly again: Exchange
}

/** A date-time of those that products say, with as many before as after it. */
const middle = (all: Exchange): string | undefined => {
  const dates = productsOn(all).flatMap(({ product: { LastUpdatedDateTime: date } }) =>
    typeof date === 'string' && isDateTime(date) ? [Date.parse(date)] : [],
  )
  const found = dates.sort((one, other) => one - other)[dates.length >> 1]
  return found === undefined ? undefined : new Date(found).toISOString()
}

const orders = ['LastUpdatedDateTime', 'ProductId'].flatMap((SortField) =>
  ['asc', 'desc'].map((SortOrder) => ({ SortField, SortOrder })),
)

/** Asks for products with every filter and every order. */
export const filterProducts = scenario({
  id: 'products/filter-products',
  title: 'filter and sort products in every way',
  needs: ['products'],
  operations: [products],
  effect: 'reads',
  async run(session): Promise<Filtering> {
    const all = await goodProducts(session)
    const since = middle(all)
    const queries: readonly FilteredBy['query'][] = [
      ...categories.map((ProductCategory) => ({ ProductCategory })),
      ...['true', 'false'].map((IsShariaCompliant) => ({ IsShariaCompliant })),
      ...(since === undefined ? [] : [{ LastUpdatedDateTime: since }]),
      ...orders,
    ]
    const asked: FilteredBy[] = []
    for (const query of queries) {
      const name = new URLSearchParams(query).toString()
      asked.push({ query, probe: await probe(name, () => askProducts(session, name, { query })) })
    }
    return { all, asked, again: await askProducts(session, 'every product, again') }
  },
})
