import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { baseline } from '../../../baseline/ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** Sends as many calls at once as the operator agreed to. */
export const callInABurst = scenario({
  id: 'errors/call-in-a-burst',
  title: 'call as often as it was agreed, all at once',
  needs: ['accounts'],
  means: ['burst'],
  uses: everything,
  operations: [accounts],
  effect: 'reads',
  alone: true,
  notInProduction: true,
  async run(session): Promise<readonly Exchange[]> {
    await baseline(session, accounts)
    const call = () => session.call(accounts, { purpose: 'burst', expects429: true })
    const settled = await Promise.allSettled(Array.from({ length: session.limits.burst }, call))
    const broken = settled.find((one) => one.status === 'rejected' && !(one.reason instanceof Inconclusive))
    if (broken?.status === 'rejected') throw broken.reason
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  },
})
