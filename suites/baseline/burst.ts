import { type Limited, secondsToWait } from '../../checks/retry-after.ts'
import type { Exchange } from '../../engine/exchange.ts'
import { Inconclusive, type Session } from '../../engine/session.ts'

/** Longest `Retry-After`, in seconds, that a run waits out. */
const longest = 300

/**
 * Sends as many calls at once as the operator agreed to, and repeats one that was limited when its answer says to. `ask`
 * makes one call that does not wait a 429 out. Throws `Inconclusive` when none was limited.
 */
export const comeBack = async (session: Session, ask: (purpose: string) => Promise<Exchange>): Promise<Limited> => {
  const settled = await Promise.allSettled(Array.from({ length: session.limits.burst }, () => ask('burst')))
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
  return { limited, waited, retried: await ask('again after Retry-After') }
}
