import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { probe } from '../../ask.ts'
import { products } from '../../operations.ts'
import { allProducts } from '../ask.ts'

/** Reads all products with the client's own token. */
export const readProducts = scenario({
  id: 'products/read-products',
  title: 'read every product with a token of the client alone',
  needs: ['products'],
  operations: [products],
  effect: 'reads',
  async run(session): Promise<Probe> {
    return probe('every product', () => allProducts(session))
  },
})
