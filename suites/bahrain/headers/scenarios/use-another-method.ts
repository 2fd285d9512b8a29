import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { type Tried, tryEach } from '../../tried.ts'

/** The list of accounts asked for with DELETE, which it has nowhere, after it came with GET. */
export const useAnotherMethod = scenario({
  id: 'headers/use-another-method',
  title: 'ask for accounts with DELETE',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  notInProduction: true,
  async run(session): Promise<Tried> {
    const good = await baseline(session, accounts)
    const attempt = { of: 'BH-NEG-006', name: 'DELETE', method: 'DELETE', headers: { accept: undefined } }
    return { baseline: good, probes: await tryEach(session, accounts, {}, [attempt]) }
  },
})
