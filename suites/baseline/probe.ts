import type { Exchange } from '../../engine/exchange.ts'
import type { Probe } from '../../engine/rule.ts'
import { ConnectionRefused, Inconclusive } from '../../engine/session.ts'

/** One probe. It alone is inconclusive when no answer comes. */
export const probe = async (name: string, ask: () => Promise<Exchange>): Promise<Probe> => {
  try {
    return { name, exchange: await ask() }
  } catch (cause) {
    if (cause instanceof ConnectionRefused) return { name, inconclusive: cause.message, brokenOff: true }
    if (cause instanceof Inconclusive) return { name, inconclusive: cause.message }
    throw cause
  }
}
