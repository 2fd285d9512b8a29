import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Exchange } from './exchange.ts'
import type { Redactor } from './redact/redactor.ts'

/** When an exchange began and how long it took. */
export type Span = Pick<Exchange, 'startedAt' | 'durationMs'>

/** The exchanges of a run, redacted, in the order in which they were answered. One at a time is unpacked. */
export interface Archive extends Iterable<Exchange> {
  readonly size: number
  readonly get: (id: string) => Exchange | undefined
  readonly span: (id: string) => Span | undefined
}

/** An archive over exchanges that are redacted already. */
export const archiveOf = (exchanges: readonly Exchange[]): Archive => {
  const byId = new Map(exchanges.map((one) => [one.id, one]))
  return {
    size: exchanges.length,
    get: (id) => byId.get(id),
    span: (id) => byId.get(id),
    [Symbol.iterator]: () => exchanges[Symbol.iterator](),
  }
}

interface Packed extends Span {
  readonly bytes: Buffer
  /** What the redactor knew when the exchange was masked. */
  readonly knowledge: number
  /** Packed by itself. */
  readonly plain?: true
}

/** The least effort: answers are repetitive, and packing must not slow the run down. */
const level = 1

/** Bytes that deflate can look back (RFC 1951 §2). */
const lookBack = 32_768

/**
 * Opens the archive of a run. An exchange is masked as it comes and kept packed; when it is taken out, it is masked again
 * if the redactor has learnt of secrets or personal data meanwhile.
 */
export const openArchive = (redactor: Redactor): Archive & { readonly add: (exchange: Exchange) => void } => {
  const kept = new Map<string, Packed>()
  // The answers of one API are alike: each is packed as what differs from the first of some size.
  let alike: { readonly dictionary: Buffer } | undefined
  const unpack = ({ bytes, knowledge, plain }: Packed): Exchange => {
    const exchange = JSON.parse(inflateRawSync(bytes, plain ? {} : alike).toString('utf8')) as Exchange
    return knowledge === redactor.knowledge() ? exchange : redactor.again(exchange)
  }
  return {
    add(exchange) {
      const { id, startedAt, durationMs } = exchange
      // A copy: what zlib gives back keeps the whole of its 16 KB chunk alive.
      const text = Buffer.from(JSON.stringify(redactor.exchange(exchange)))
      const plain = alike === undefined
      const bytes = Buffer.from(deflateRawSync(text, { level, ...alike }))
      if (plain && text.length >= lookBack / 8) alike = { dictionary: text.subarray(-lookBack) }
      kept.set(id, { startedAt, durationMs, knowledge: redactor.knowledge(), bytes, ...(plain && { plain }) })
    },
    get size() {
      return kept.size
    },
    get(id) {
      const found = kept.get(id)
      return found && unpack(found)
    },
    span: (id) => kept.get(id),
    *[Symbol.iterator]() {
      for (const one of kept.values()) yield unpack(one)
    },
  }
}
