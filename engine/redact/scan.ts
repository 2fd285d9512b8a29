import { visit } from 'jsonc-parser'
import type { Headers } from '../exchange.ts'
import { json, mediaType } from '../exchange.ts'
import { memory } from '../memory.ts'

/** What of a request or a response is read here. */
type Message = { readonly headers: Headers; readonly body?: string }

/** A string or number of a body, where it stands in the text, and under which members. */
export interface Literal {
  /** Member names from the root; every item of a list is `[]`. */
  readonly path: readonly string[]
  readonly value: string
  readonly offset: number
  readonly length: number
}

/** All items of a list are one step; no member is called so. */
export const item = '[]'

const scanned = memory<object, readonly Literal[]>()

const inText = (text: string): readonly Literal[] => {
  const found: Literal[] = []
  visit(
    text,
    {
      onLiteralValue(value, offset, length, _line, _character, path) {
        if (typeof value !== 'string' && typeof value !== 'number') return
        const steps = path().map((step) => (typeof step === 'number' ? item : step))
        found.push({ path: steps, value: String(value), offset, length })
      },
    },
    { disallowComments: true },
  )
  return found
}

/**
 * Every string and number of a JSON body in the order of the text, so that escapes and members that stand twice are seen
 * as they were sent. None when the body cannot be read as JSON.
 */
export const literalsOf = (message: Message): readonly Literal[] => {
  const known = scanned.get(message)
  if (known !== undefined) return known
  const isForm = mediaType(message) === 'application/x-www-form-urlencoded'
  const found = !isForm && typeof json(message) === 'object' ? inText(message.body ?? '') : []
  scanned.set(message, found)
  return found
}

/** The same with those of JSON that stands as text within a string, whose offsets are of that text. */
export const literalsWithin = (message: Message): readonly Literal[] =>
  literalsOf(message).flatMap((one) =>
    /^\s*[[{]/.test(one.value) ? [one, ...literalsWithin({ headers: [], body: one.value })] : [one],
  )
