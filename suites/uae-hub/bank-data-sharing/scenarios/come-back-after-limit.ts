import { type Limited, secondsToWait } from '../../../../checks/retry-after.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { accounts } from '../../operations.ts'

/** Longest `Retry-After`, in seconds, that a run waits out. */
const longest = 300

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
    const ask = () => session.call(accounts, { purpose: 'burst', expects429: true })
    const settled = await Promise.allSettled(Array.from({ length: session.limits.burst }, ask))
    const broken = settled.find((one) => one.status === 'rejected' && !(one.reason instanceof Inconclusive))
    if (broken?.status === 'rejected') throw broken.reason
    const limited = settled
      .flatMap((one) => (one.status === 'fulfilled' && one.value.response.status === 429 ? [one.value] : []))
      .at(-1)
    if (limited === undefined)
      throw new Inconclusive(`none of ${session.limits.burst} calls at once was answered with 429`)
    const waited = secondsToWait(limited, session.now())
    if (waited === undefined) return { limited }
    if (waited > longest) throw new Inconclusive(`the 429 asks to wait ${waited} seconds, over 5 minutes`)
    await session.wait(waited * 1000)
    const retried = await session.call(accounts, { purpose: 'again after Retry-After', expects429: true })
    return { limited, waited, retried }
  },
})
