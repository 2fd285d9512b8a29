import { createHash } from 'node:crypto'
import type { Entry } from './entry.ts'

/** Entries that are remembered: doubles come from one export, or from two that overlap. */
const mostKept = 100_000

/** Opens the memory of one recording: says of each entry with an answer whether one before it was the same in all that counts. */
export const openRepeats = (): ((entry: Entry) => boolean) => {
  const seen = new Set<string>()
  return ({ startedAt, request, response, ours }) => {
    const { status, headers, body } = response ?? {}
    const { method, url, headers: sent, body: posted } = request
    const all = [startedAt, ours?.id, method, url, sent, posted, status, headers, body?.bodySha256]
    const key = createHash('sha256').update(JSON.stringify(all)).digest('base64')
    if (seen.has(key)) return true
    const [oldest] = seen
    if (seen.size >= mostKept && oldest !== undefined) seen.delete(oldest)
    seen.add(key)
    return false
  }
}
