import type { Exchange } from './exchange.ts'
import { header } from './exchange.ts'
import { NetworkFault } from './network-fault.ts'
import { Inconclusive } from './session.ts'

/** Longest `Retry-After`, in seconds, that a run waits out before it calls the occasion missed. */
const longestRetryAfter = 60
/** Seconds before an answer of a gateway is asked for again, when no `Retry-After` says otherwise. */
const usualRetryAfter = 5
/** Milliseconds before a request that got no answer is made again. */
const afterNoAnswer = 1000

/** Times that a 429 is waited out: whoever waited beside comes back at the same moment. */
const mostWaits = 4

const gatewayErrors: ReadonlySet<number> = new Set([502, 503, 504])

/** Whether an answer says only that this was not the moment: too many requests, or a gateway without its server. */
export const notNow = ({ response }: Exchange): boolean => response.status === 429 || gatewayErrors.has(response.status)

/** Seconds after which an answer wants to be asked for again. */
export const retryAfter = ({ response }: Exchange): number => {
  const value = header(response, 'retry-after')
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : usualRetryAfter
}

/**
 * Asks once, and again when the answer was 429 (four times at most) or that of a gateway (once), or when a request that
 * changes nothing got no answer (once). All exchanges are recorded. The last answer is returned whatever it is; throws
 * `Inconclusive` when the wait that is asked for is too long, and what `send` throws the second time.
 */
export const askAgain = async (
  send: (purpose: string) => Promise<Exchange>,
  given: {
    readonly purpose: string
    readonly wait: (milliseconds: number) => Promise<void>
    /** A request that got no answer may be made again. */
    readonly safe: boolean
  },
): Promise<Exchange> => {
  const { purpose, wait, safe } = given
  let answer: Exchange
  try {
    answer = await send(purpose)
  } catch (fault) {
    // A fault without a cause is our own doing: the run was interrupted, or the host has been given up.
    const passing = fault instanceof NetworkFault && (fault.kind === 'closed' || fault.kind === 'timeout')
    if (!safe || !passing || fault.cause === undefined) throw fault
    await wait(afterNoAnswer)
    return send(`${purpose}, again after no answer`)
  }
  for (let waits = 0; notNow(answer) && waits < (answer.response.status === 429 ? mostWaits : 1); waits += 1) {
    const seconds = retryAfter(answer)
    if (seconds > longestRetryAfter) {
      throw new Inconclusive(
        `${new URL(answer.request.url).pathname} answered ${answer.response.status} and asks to wait ${seconds} seconds`,
      )
    }
    // Those who were refused together do not all come back together.
    await wait((seconds + waits * Math.random()) * 1000)
    answer = await send(`${purpose}, again after ${answer.response.status}`)
  }
  return answer
}
