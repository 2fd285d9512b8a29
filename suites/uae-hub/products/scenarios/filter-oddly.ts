import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { products } from '../../operations.ts'
import { askProducts, goodProducts } from '../ask.ts'

const odd = [
  { ProductCategory: 'NoSuchCategory' },
  { IsShariaCompliant: 'perhaps' },
  { LastUpdatedDateTime: '2026-13-45' },
]

/** Asks for products with values that no filter has. */
export const filterOddly = scenario({
  id: 'products/filter-oddly',
  title: 'filter products by values that there are not',
  needs: ['products'],
  operations: [products],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const probes: Probe[] = []
    const baseline = await goodProducts(session)
    for (const query of odd) {
      const name = Object.entries(query)
        .map((pair) => pair.join('='))
        .join()
      probes.push(await probe(name, () => askProducts(session, name, { query })))
    }
    return { baseline, probes }
  },
})
