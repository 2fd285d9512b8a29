import { scenario } from '../../../../engine/scenario.ts'
import { baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** The list of accounts with a token that no user stands behind, after it came with one of a user. */
export const useClientToken = scenario({
  id: 'bank-data-sharing/use-client-token',
  title: 'ask for accounts with a client-credentials token',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const good = await baseline(session, accounts)
    const without = { purpose: 'client-credentials token', token: 'client' } as const
    return {
      baseline: good,
      probes: [await probe('client-credentials token', () => session.call(accounts, without))],
    }
  },
})
