import { scenario } from '../../../../engine/scenario.ts'
import { waitOutToken } from '../../../baseline/expired.ts'
import { type Probed, probe } from '../../ask.ts'
import { ownAccounts } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** The first token of a consent of its own, while it is good and after its end. */
export const useExpiredToken = scenario({
  id: 'bank-data-sharing/use-expired-token',
  title: 'use a token after its end',
  needs: ['accounts'],
  uses: ownAccounts,
  operations: [accounts],
  effect: 'reads',
  slow: true,
  async run(session): Promise<Probed> {
    const good = await waitOutToken(session, accounts)
    const late = { purpose: 'token after its end', token: 'first' } as const
    return { baseline: good, probes: [await probe('expired token', () => session.call(accounts, late))] }
  },
})
