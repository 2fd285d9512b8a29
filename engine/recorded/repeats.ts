import { createHash } from 'node:crypto'
import type { Entry } from './entry.ts'

/** Entries that are remembered: doubles come from one export, or from two that overlap. */
const mostKept = 100_000

/** The same for two entries that are the same in all that counts. */
export const fingerprintOf = ({ startedAt, request, response, ours }: Entry): string => {
  const { status, headers, body } = response ?? {}
  const { method, url, headers: sent, body: posted } = request
  const all = [startedAt, ours?.id, method, url, sent, posted, status, headers, body?.bodySha256]
  return createHash('sha256').update(JSON.stringify(all)).digest('base64')
}

/** Opens the memory of one recording: says of the fingerprint of each entry whether it came before. */
export const openRepeats = (): ((fingerprint: string) => boolean) => {
  const seen = new Set<string>()
  return (fingerprint) => {
    if (seen.has(fingerprint)) return true
    const [oldest] = seen
    if (seen.size >= mostKept && oldest !== undefined) seen.delete(oldest)
    seen.add(fingerprint)
    return false
  }
}
