import type { ReadBothWays } from '../../../../checks/signed-body.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../ask.ts'
import { wholeData } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { everyResource, type Resource, resources } from '../resources.ts'
import { longestOf, readOfEach } from '../sample.ts'

/** A resource as JSON, signed, and as JSON once more: of the account of which there is most to tell. */
const readSigned = (resource: Resource): Scenario<ReadBothWays> =>
  scenario({
    id: `bank-data-sharing/read-signed-${resource.name}`,
    title: `read ${resource.title}, plain and signed`,
    needs: ['accounts', resource.claim],
    uses: wholeData,
    operations: [accounts, resource.operation],
    effect: 'reads',
    async run(session) {
      const reads = await readOfEach(session, resource)
      const { account, exchange: plain } = longestOf(resource, reads)
      const path = resource.ofAccount ? { AccountId: account.id } : {}
      const headers = { accept: 'application/jwt' }
      const signed = await session.call(resource.operation, { purpose: 'signed', path, headers })
      return { plain, signed, again: await baseline(session, resource.operation, { path }) }
    },
  })

/** Transactions, plain and signed. */
export const readSignedTransactions: Scenario<ReadBothWays> = readSigned(resources.transactions)

const alone: readonly string[] = [resources.product.operation, resources.user.operation]

/** Each resource that may have several records, plain and signed. */
export const readSignedLists: readonly Scenario<ReadBothWays>[] = [
  ...everyResource
    .filter(({ operation }) => operation !== resources.transactions.operation && !alone.includes(operation))
    .map(readSigned),
  readSignedTransactions,
]

/** Each resource, plain and signed. */
export const readSignedResources: readonly Scenario<ReadBothWays>[] = [
  ...readSignedLists,
  ...everyResource.filter(({ operation }) => alone.includes(operation)).map(readSigned),
]
