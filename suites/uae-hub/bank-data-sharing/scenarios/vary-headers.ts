import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'
import { insist } from '../insist.ts'
import { customer, type Variation, variationsAt } from '../variations.ts'

/** A good call of a customer who is present, and what came of each variation of it. */
export interface Varied {
  readonly baseline: Exchange
  readonly probes: readonly (Pick<Variation, 'of'> & { readonly probe: Probe })[]
}

/** Reads an account with the headers of a customer who is present, and with every variation of them. */
export const varyHeaders = scenario({
  id: 'bank-data-sharing/vary-headers',
  title: 'read an account with the headers that there are, and with some that there are not',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<Varied> {
    const { ids } = await activeAccounts(session)
    const path = { AccountId: ids[0] }
    const present = customer(session.now())
    const good = await baseline(session, account, { path, headers: present, purpose: 'a customer who is present' })
    const probes: Varied['probes'][number][] = []
    for (const { name, of, headers = {}, query = {} } of variationsAt(session.now())) {
      const options = { purpose: name, path, query, headers: { ...present, ...headers } }
      probes.push({ of, probe: await probe(name, () => insist(session, account, options)) })
    }
    return { baseline: good, probes }
  },
})
