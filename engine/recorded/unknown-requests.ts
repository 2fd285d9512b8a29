import type { Redactor } from '../redact/redactor.ts'

/** Requests that were not judged, by method and path. */
export interface Listed {
  readonly method: string
  /** With its host, without its query; masked. */
  readonly address: string
  readonly times: number
}

/** What of a recording was not judged, told so that nobody takes it for judged. */
export interface Unjudged {
  readonly note: (method: string, url: string) => void
  readonly total: () => number
  /** The most frequent first, and how many requests are not among them. */
  readonly listed: (redactor: Redactor) => { readonly requests: readonly Listed[]; readonly more: number }
}

/** Addresses that a report lists; a recording of a browser has many. */
const mostListed = 50
/** Addresses that are told apart while counting: beyond that a recording is of something else. */
const mostKept = 10_000
/** Characters of an address; that of `data:` is its content. */
const longest = 200

const addressOf = (url: string): string => {
  const { protocol, host, pathname } = new URL(url)
  if (!/^(https?|wss?):$/.test(protocol)) return `${protocol}…`
  return `${protocol}//${host}${pathname}`
}

/** Opens the count. */
export const openUnjudged = (): Unjudged => {
  const times = new Map<string, number>()
  let total = 0
  return {
    note(method, url) {
      total += 1
      const key = `${method} ${addressOf(url)}`
      const before = times.get(key)
      if (before !== undefined || times.size < mostKept) times.set(key, (before ?? 0) + 1)
    },
    total: () => total,
    listed({ text }) {
      const requests = [...times]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, mostListed)
        .map(([key, count]): Listed => {
          const [method = '', address = ''] = key.split(' ')
          const safe = text(address)
          return { method, address: safe.length > longest ? `${safe.slice(0, longest)}…` : safe, times: count }
        })
      return { requests, more: total - requests.reduce((sum, one) => sum + one.times, 0) }
    },
  }
}
