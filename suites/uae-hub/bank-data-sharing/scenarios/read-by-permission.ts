import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { type Scenario, scenario } from '../../../../engine/scenario.ts'
import type { CallOptions, Session } from '../../../../engine/session.ts'
import { activeAccounts, probe } from '../../ask.ts'
import { accounts } from '../../operations.ts'
import { consentsAround, everyResource, type Resource } from '../resources.ts'

/** Calls that the consent does not permit, and calls that it does. */
export interface Permitted {
  readonly list: Exchange
  readonly refused: readonly Probe[]
  /** The list of accounts, after what was refused. */
  readonly after: Probe
  /** What the consent opens, and whether 404 may stand for nothing to show. */
  readonly opened: readonly (Pick<Resource, 'notFound'> & { readonly probe: Probe })[]
}

const pathOf = ({ ofAccount }: Resource, id: string): CallOptions => (ofAccount ? { path: { AccountId: id } } : {})

const again = (session: Session): Promise<Probe> =>
  probe('accounts afterwards', () => session.call(accounts, { purpose: 'permitted call afterwards' }))

const facts = (resource: Resource) =>
  ({
    needs: [...new Set(['accounts', resource.claim])],
    operations: [accounts, resource.operation],
    effect: 'reads',
  }) as const

const without = (resource: Resource): Scenario<Permitted> =>
  scenario({
    id: `bank-data-sharing/read-${resource.name}-without-permission`,
    title: `read ${resource.title} without permission`,
    ...facts(resource),
    uses: consentsAround(resource).shut,
    async run(session) {
      const { list, ids } = await activeAccounts(session)
      const ask = { purpose: `no permission for ${resource.name}`, ...pathOf(resource, ids[0]) }
      const refused = [await probe(resource.name, () => session.call(resource.operation, ask))]
      return { list, refused, after: await again(session), opened: [] }
    },
  })

const within = (resource: Resource): Scenario<Permitted> =>
  scenario({
    id: `bank-data-sharing/read-${resource.name}-with-permission`,
    title: `read ${resource.title} with the smallest permission`,
    ...facts(resource),
    uses: consentsAround(resource).opening,
    async run(session) {
      const { list, ids } = await activeAccounts(session)
      const ask = { purpose: `the smallest permission for ${resource.name}`, ...pathOf(resource, ids[0]) }
      const opened = await probe(resource.name, () => session.call(resource.operation, ask))
      const { notFound } = resource
      return {
        list,
        refused: [],
        after: { name: 'accounts', exchange: list },
        opened: [{ probe: opened, ...(notFound && { notFound }) }],
      }
    },
  })

const both = (resource: Resource): readonly [Scenario<Permitted>, Scenario<Permitted>] => [
  without(resource),
  within(resource),
]

const [first, ...rest] = everyResource

/** Every resource under a consent that does not open it, and under one that does. */
export const readByPermission: readonly [Scenario<Permitted>, ...Scenario<Permitted>[]] = [
  ...both(first),
  ...rest.flatMap(both),
]
