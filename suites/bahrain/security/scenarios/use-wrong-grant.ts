import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'
import { type Tried, tryEach } from '../../tried.ts'

/** Accounts asked for with a token of the client alone, after one of the user. */
export const useWrongGrant = scenario({
  id: 'security/use-wrong-grant',
  title: 'ask for accounts with a token that no user stands behind',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const good = await baseline(session, accounts)
    const wrong = { of: 'BH-SEC-004', name: 'client-credentials token', token: 'client' } as const
    return { baseline: good, probes: await tryEach(session, accounts, {}, [wrong]) }
  },
})
