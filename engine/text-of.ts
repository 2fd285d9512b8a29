import { createHash } from 'node:crypto'
import type { Facts } from './exchange.ts'

const strict = new TextDecoder('utf-8', { fatal: true })
const lenient = new TextDecoder('utf-8')

const mark = Buffer.from([0xef, 0xbb, 0xbf])

/** A body as a text, and what only its bytes tell. */
export type Text = { readonly text: string } & Pick<Facts, 'bodySha256' | 'validUtf8' | 'byteOrderMark'>

/** Decodes bytes as UTF-8, with U+FFFD for what is none. */
export const textOf = (bytes: Uint8Array): Text => {
  const facts = {
    bodySha256: createHash('sha256').update(bytes).digest('hex'),
    ...(mark.equals(bytes.subarray(0, mark.length)) && { byteOrderMark: true as const }),
  }
  try {
    return { text: strict.decode(bytes), validUtf8: true, ...facts }
  } catch {
    return { text: lenient.decode(bytes), validUtf8: false, ...facts }
  }
}
