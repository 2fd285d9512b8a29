import type { Exchange } from '../../../../engine/exchange.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { wholeData } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { everyResource, type Resource } from '../resources.ts'
import { longestOf, readOfEach } from '../sample.ts'

const readResource = (resource: Resource): Scenario<readonly Exchange[]> =>
  scenario({
    id: `bank-data-sharing/read-each-${resource.name}`,
    title: `read ${resource.title} of an account of each kind`,
    needs: ['accounts', resource.claim],
    uses: wholeData,
    operations: [accounts, resource.operation],
    effect: 'reads',
    async run(session) {
      const reads = await readOfEach(session, resource)
      longestOf(resource, reads)
      return reads.map(({ exchange }) => exchange)
    },
  })

/** Every resource of an account of each kind: what rules on every answer look at. */
export const readResources: readonly Scenario<readonly Exchange[]>[] = everyResource.map(readResource)
