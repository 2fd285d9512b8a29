import type { Exchange } from '../engine/exchange.ts'
import type { Finding } from '../engine/rule.ts'

/** How a missing value is written in a finding. */
export const nothing = 'nothing'

const longest = 200

/** A value as a finding prints it: strings as they are, the rest as JSON, cut after 200 characters. */
export const show = (value: unknown): string => {
  if (value === undefined) return nothing
  const text = typeof value === 'string' ? (value === '' ? 'an empty text' : value) : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** One finding. `from` is the exchange that shows it, where the evidence has several. */
export const finding = (at: string, expected: string, got: unknown, from?: Pick<Exchange, 'id'>): Finding => ({
  at,
  expected,
  got: show(got),
  ...(from === undefined ? {} : { exchange: from.id }),
})

/** No finding when both are the same value, else one. */
export const expectEqual = (
  at: string,
  got: unknown,
  expected: string,
  from?: Pick<Exchange, 'id'>,
): readonly Finding[] => (got === expected ? [] : [finding(at, expected, got, from)])
