import type { Exchange } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { finding } from './findings.ts'
import { membersNamed, type Place } from './places.ts'

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

const currenciesIn = (exchange: Exchange, names: RegExp): readonly (Place & { readonly value: string })[] => {
  const content = carried(exchange)
  if (content === undefined) return []
  return membersNamed(content.value, names).flatMap(({ at, value }) =>
    typeof value === 'string' ? [{ at: `${content.at}${at}`, value }] : [],
  )
}

/** Every text of a member of such a name has the form of an ISO 4217 code: three capital letters. */
export const currenciesAreCodes =
  (options: { readonly names: RegExp }): Check =>
  (exchange) => {
    const found = currenciesIn(exchange, options.names)
    if (found.length === 0) return silent('the answer names no currency')
    return found.flatMap(({ at, value }) =>
      /^[A-Z]{3}$/.test(value) ? [] : [finding(at, 'a code of ISO 4217, three capital letters', value)],
    )
  }

/** Codes that the list of the runtime does not have. It may be older than the newest currency: never a finding. */
export const unknownCurrencies =
  (options: { readonly names: RegExp }) =>
  (exchange: Exchange): Observed => {
    const strange = currenciesIn(exchange, options.names).filter(
      ({ value }) => /^[A-Z]{3}$/.test(value) && !known.has(value),
    )
    return strange.length === 0
      ? {}
      : { 'unknown currency': [...new Set(strange.map(({ value }) => value))].join(', ') }
  }
