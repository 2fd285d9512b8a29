import type { RateLimit } from '../options.ts'

/** Seconds for which a bank that says too little goes on refusing. */
const extra = 3

/**
 * Counts the calls of each token in a window that slides. Gives back the whole seconds (1 or more) after which the next
 * call is let through, undefined where this one is. `tooShort`: refuses for longer than it says.
 */
export const rateLimiter = ({ requests, seconds }: RateLimit, tooShort: boolean) => {
  const calls = new Map<string, readonly number[]>()
  const shut = new Map<string, number>()
  return (token: string, now: number): number | undefined => {
    if ((shut.get(token) ?? 0) > now) return 1
    const recent = (calls.get(token) ?? []).filter((at) => at > now - seconds * 1000)
    const [oldest] = recent
    if (recent.length < requests || oldest === undefined) {
      calls.set(token, [...recent, now])
      return undefined
    }
    if (tooShort) {
      shut.set(token, now + (seconds + extra) * 1000)
      return 1
    }
    return Math.max(1, Math.ceil((oldest + seconds * 1000 - now) / 1000))
  }
}
