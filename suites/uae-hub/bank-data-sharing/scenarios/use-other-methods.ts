import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { insist } from '../insist.ts'

/** Methods that the contract has nowhere on the path of the list. None of them makes anything where it is not known. */
const methods = ['PUT', 'DELETE', 'OPTIONS', 'TRACE']

/** The list of accounts asked for with methods that it does not have, after it came with its own. */
export const useOtherMethods = scenario({
  id: 'bank-data-sharing/use-other-methods',
  title: 'ask for accounts with other methods',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Probed> {
    const good = await baseline(session, accounts)
    const probes: Probe[] = []
    for (const method of methods) {
      probes.push(await probe(method, () => insist(session, accounts, { purpose: method, method })))
    }
    return { baseline: good, probes }
  },
})
