import { scenario } from '../../../../engine/scenario.ts'
import { activeAccounts, baseline, type Probed, probe } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'

/** Calls for accounts without an Authorization header, each after it succeeded with one. */
export const callWithoutToken = scenario({
  id: 'bank-data-sharing/call-without-token',
  title: 'ask for accounts without a token',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<Probed> {
    const { ids } = await activeAccounts(session)
    const path = { AccountId: ids[0] }
    const one = await baseline(session, account, { path })
    const without = { purpose: 'no token', token: 'none' } as const
    return {
      baseline: one,
      probes: [
        await probe('list of accounts', () => session.call(accounts, without)),
        await probe('one account', () => session.call(account, { ...without, path })),
      ],
    }
  },
})
