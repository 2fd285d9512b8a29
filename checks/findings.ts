import { type Exchange, json, mediaType, type Response } from '../engine/exchange.ts'
import type { Finding } from '../engine/rule.ts'

/** How a missing value is written in a finding. */
export const nothing = 'nothing'

const longest = 200

/**
 * A value as a finding prints it: strings as they are, the rest as JSON. More than 200 characters are only counted: a
 * part of a token or of a name would no longer be known for one when the report is redacted.
 */
export const show = (value: unknown): string => {
  if (value === undefined) return nothing
  const text = typeof value === 'string' ? (value === '' ? 'an empty text' : value) : JSON.stringify(value)
  if (text.length <= longest) return text
  return `${typeof value === 'string' ? 'a text' : 'JSON'} of ${text.length} characters`
}

/** One finding. `from` is the exchange that shows it, where the evidence has several. */
export const finding = (at: string, expected: string, got: unknown, from?: Pick<Exchange, 'id'>): Finding => ({
  at,
  expected,
  got: show(got),
  ...(from === undefined ? {} : { exchange: from.id }),
})

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list'
  return value === null ? 'null' : `a ${typeof value}`
}

/**
 * A finding for a body that ought to be a JSON object. It names the media type and the size and never a word of the body:
 * of what cannot be read nobody knows where names and tokens stand.
 */
export const noObject = (response: Response, expected = 'a JSON object'): Finding => {
  const { body } = response
  const value = json(response)
  if (body === '') return finding('body', expected, undefined)
  if (value !== undefined) return finding('body', expected, kindOf(value))
  return finding('body', expected, `${mediaType(response) ?? 'no media type'}, ${body.length} characters, no JSON`)
}

/** No finding when both are the same value, else one. */
export const expectEqual = (
  at: string,
  got: unknown,
  expected: string,
  from?: Pick<Exchange, 'id'>,
): readonly Finding[] => (got === expected ? [] : [finding(at, expected, got, from)])
