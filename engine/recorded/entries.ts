import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import { SetUpFault } from '../set-up-fault.ts'
import { type Entry, readEntry } from './entry.ts'
import { EntryFault } from './members.ts'

/** An entry of a HAR as it stands in the file: `log.entries[number]`. */
interface RawEntry {
  readonly number: number
  readonly value: unknown
}

/** Bytes read at once. */
const piece = 1 << 17

const gzip = Buffer.from([0x1f, 0x8b])
const mark = Buffer.from([0xef, 0xbb, 0xbf])

/** A mark of UTF-16, or a sign of ASCII in two bytes; no JSON in UTF-8 has a zero. */
const isUtf16 = ([one, two]: Buffer): boolean =>
  (one === 0xff && two === 0xfe) || (one === 0xfe && two === 0xff) || one === 0 || two === 0

const openable = 'Export it as HAR 1.2 (a browser, a proxy, or recording.har of a run), and leave it unpacked.'

const unreadable = (file: string, cause: unknown): SetUpFault => {
  const { code } = cause as NodeJS.ErrnoException
  const why = code === 'ENOENT' ? 'there is no such recording' : `the recording cannot be read (${code})`
  return new SetUpFault(file, why, 'Name a HAR file: mizan judge RECORDING --profile FILE', { cause })
}

/** What the parser did not expect, without its own words for where it was, and without a text of the file, which may be secret. */
const unexpected = (message: string): string => {
  const [, what, at] = /^Unexpected "(.*)" at .*absolute position "(\d+)"/s.exec(message) ?? []
  return what === undefined
    ? message.replace(/ \(.*/s, '').toLowerCase()
    : `unexpected ${JSON.stringify(what)} at byte ${at}`
}

const after = (entries: number): string =>
  entries === 0 ? 'before the end of its first entry' : `after log.entries[${entries - 1}]`

/**
 * The entries of a HAR file in their order, one at a time in memory. Throws a `SetUpFault` that says after which entry the
 * file ends too early or is no JSON, and for a file without entries.
 */
export async function* entriesOf(path: string, shown: string): AsyncGenerator<RawEntry> {
  const parser = new JSONParser({ paths: ['$.log.entries.*'], keepStack: false })
  let waiting: RawEntry[] = []
  let count = 0
  let fault: Error | undefined
  parser.onValue = ({ value, key }) => {
    if (typeof key !== 'number') return
    waiting.push({ number: key, value })
    count = key + 1
  }
  parser.onError = (error) => {
    fault ??= error
  }
  parser.onEnd = () => undefined
  const broken = (): SetUpFault =>
    new SetUpFault(shown, `it is no JSON ${after(count)}: ${unexpected(fault?.message ?? '')}`, openable, {
      cause: fault,
    })

  let first = true
  try {
    for await (const read of createReadStream(path, { highWaterMark: piece }) as AsyncIterable<Buffer>) {
      let bytes = read
      if (first && bytes.subarray(0, 2).equals(gzip)) {
        throw new SetUpFault(shown, 'expected the JSON of a HAR, got a compressed file', 'Unpack it first (gunzip).')
      }
      if (first && isUtf16(bytes))
        throw new SetUpFault(shown, 'expected JSON in UTF-8, got UTF-16', 'Save it as UTF-8.')
      if (first && bytes.subarray(0, 3).equals(mark)) bytes = bytes.subarray(3)
      first = false
      // What follows the whole document is white space, or nobody's.
      if (parser.isEnded) {
        if (/\S/.test(bytes.toString('latin1')))
          throw new SetUpFault(shown, 'something follows the end of its JSON', openable)
        continue
      }
      parser.write(bytes)
      yield* waiting
      waiting = []
      if (fault !== undefined) throw broken()
    }
  } catch (cause) {
    throw cause instanceof Error && 'code' in cause && 'syscall' in cause ? unreadable(shown, cause) : cause
  }
  if (!parser.isEnded) throw new SetUpFault(shown, `the file is cut off: it ends ${after(count)}`, openable)
  if (count === 0)
    throw new SetUpFault(
      shown,
      'expected the entries of a HAR (log.entries), found none, and an empty recording is no success',
      openable,
    )
}

/** The same, each entry read. Throws a `SetUpFault` that says which one is none. */
export async function* readEntries(path: string, shown: string): AsyncGenerator<Entry> {
  for await (const { value, number } of entriesOf(path, shown)) {
    try {
      yield readEntry(value, number)
    } catch (cause) {
      if (!(cause instanceof EntryFault)) throw cause
      const todo = 'HAR 1.2 says what an entry holds; export the recording once more.'
      throw new SetUpFault(shown, cause.message, todo, { cause })
    }
  }
}
