import type { Exchange } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { finding } from './findings.ts'
import { hasText, membersNamed, type Place } from './places.ts'

const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

type Currency = Place & { readonly value: string }

const currenciesIn = (exchange: Exchange, names: RegExp): readonly Currency[] =>
  membersNamed(carried(exchange)?.value, names).filter(hasText)

const isCode = ({ value }: Currency): boolean => /^[A-Z]{3}$/.test(value)

/** Every text of a member of such a name has the form of an ISO 4217 code: three capital letters. */
export const currenciesAreCodes =
  (options: { readonly names: RegExp }): Check =>
  (exchange) => {
    const found = currenciesIn(exchange, options.names)
    if (found.length === 0) return silent('the answer names no currency')
    const from = carried(exchange)?.at ?? ''
    return found
      .filter((one) => !isCode(one))
      .map(({ at, value }) => finding(`${from}${at}`, 'a code of ISO 4217, three capital letters', value))
  }

/** Codes that the list of the runtime does not have. It may be older than the newest currency: never a finding. */
export const unknownCurrencies =
  (options: { readonly names: RegExp }) =>
  (exchange: Exchange): Observed => {
    const strange = currenciesIn(exchange, options.names).filter((one) => isCode(one) && !known.has(one.value))
    return strange.length === 0
      ? {}
      : { 'unknown currency': [...new Set(strange.map(({ value }) => value))].join(', ') }
  }
