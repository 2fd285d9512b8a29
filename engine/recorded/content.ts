import { createHash } from 'node:crypto'
import { byteOrderMark, type Headers, header } from '../exchange.ts'
import { type Text, textOf } from '../text-of.ts'
import { hides } from './masks.ts'
import { EntryFault, optional } from './members.ts'

/** The body of a recorded answer, with what its bytes tell. */
export interface Body extends Text {
  /** Whether `text` is what came: false where the tool left the body out, cut it off, or kept it packed. */
  readonly known: boolean
  /** Whether the tool kept the bytes themselves, and not only a text that it made of them. */
  readonly exact: boolean
  readonly bytes: number
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly content?: unknown
}

const ofText = (text: string): Body => ({
  // As a decoder would.
  text: text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text,
  known: true,
  exact: false,
  bytes: Buffer.byteLength(text),
  bodySha256: createHash('sha256').update(text).digest('hex'),
  validUtf8: true,
  ...(text.startsWith(byteOrderMark) && { byteOrderMark: true as const }),
})

const ofBytes = (bytes: Uint8Array): Body => ({ ...textOf(bytes), known: true, exact: true, bytes: bytes.length })

const unknown: Body = { ...ofText(''), known: false }

/** Answers that have no body, whatever their headers say (RFC 9110 §9.3.2, §15.3.5, §15.3.6, §15.4.5). */
const bodyless = ({ status }: Answer, method: string): boolean => method === 'HEAD' || [204, 205, 304].includes(status)

/** Only the server says that there was none: tools write a size of 0 for bodies that they streamed or left out, too. */
const isEmpty = ({ headers }: Answer): boolean => /^0+$/.test(header({ headers }, 'content-length') ?? '')

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const isCoded = (headers: Headers): boolean =>
  !/^(identity)?$/i.test((header({ headers }, 'content-encoding') ?? '').trim())

/** The length that the server gave its body, where that is the length of the text as well. */
const lengthIn = (headers: Headers): number => {
  const said = header({ headers }, 'content-length') ?? ''
  if (isCoded(headers) || header({ headers }, 'transfer-encoding') !== undefined) return 0
  return /^\d{1,15}$/.test(said) ? Number(said) : 0
}

/**
 * Tools cut long bodies, and some the size with them: what is shorter than was said, and no whole JSON, is not what came.
 * Masks have lengths of their own.
 */
const isCut = ({ text, bytes }: Body, { headers }: Answer, size: unknown): boolean =>
  Math.max(typeof size === 'number' ? size : 0, lengthIn(headers)) > bytes && !isJson(text) && !hides(text)

/** A coding that was not undone: what stands there is no text of the server's. */
const isPacked = ({ validUtf8 }: Body, { headers }: Answer): boolean => !validUtf8 && isCoded(headers)

/** The body of an answer of a HAR. Throws an `EntryFault` for content that is none. */
export const bodyIn = (answer: Answer, method: string, at: string): Body => {
  const content = answer.content === undefined || answer.content === null ? {} : optional(answer.content)
  if (content === undefined) throw new EntryFault(`${at}.content`, 'an object', answer.content)
  const { text, encoding, size } = content
  if (text !== undefined && text !== null && typeof text !== 'string')
    throw new EntryFault(`${at}.content.text`, 'a text', text)
  if (typeof text !== 'string' || text === '') {
    return bodyless(answer, method) || isEmpty(answer) ? ofText('') : unknown
  }
  const body = encoding === 'base64' ? ofBytes(Buffer.from(text, 'base64')) : ofText(text)
  return isCut(body, answer, size) || isPacked(body, answer) ? unknown : body
}
