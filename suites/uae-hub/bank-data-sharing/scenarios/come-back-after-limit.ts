import type { Limited } from '../../../../checks/retry-after.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { comeBack } from '../../../baseline/burst.ts'
import { baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** Sends as many calls at once as the operator agreed to, and repeats one that was limited when it says to. */
export const comeBackAfterLimit = scenario({
  id: 'bank-data-sharing/come-back-after-limit',
  title: 'run into the rate limit, and come back when it says',
  needs: ['accounts'],
  means: ['burst'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  alone: true,
  notInProduction: true,
  async run(session): Promise<Limited> {
    await baseline(session, accounts)
    return comeBack(session, (purpose) => session.call(accounts, { purpose, expects429: true }))
  },
})
