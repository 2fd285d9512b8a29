import { randomUUID } from 'node:crypto'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { wholeData } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { insist } from '../insist.ts'
import { ofAccounts, type Resource } from '../resources.ts'
import { longestOf, readOfEach } from '../sample.ts'

const readStrange = (resource: Resource): Scenario<Probed> =>
  scenario({
    id: `bank-data-sharing/read-strange-${resource.name}`,
    title: `read ${resource.title} that nobody has`,
    needs: ['accounts', resource.claim],
    uses: wholeData,
    operations: [accounts, resource.operation],
    effect: 'reads',
    async run(session) {
      const reads = await readOfEach(session, resource)
      const good = longestOf(resource, reads).exchange
      const name = 'unknown AccountId'
      const ask = () => insist(session, resource.operation, { purpose: name, path: { AccountId: randomUUID() } })
      return { baseline: good, probes: [await probe(name, ask)] }
    },
  })

/** Every resource of an account that nobody has. */
export const readStrangeResources: readonly Scenario<Probed>[] = ofAccounts.map(readStrange)
