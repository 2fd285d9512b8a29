import type { Exchange } from './exchange.ts'
import { memory } from './memory.ts'
import type { Given } from './rule.ts'

/**
 * Works something out once for each exchange, for many rules ask for it one after the other. Only for what never asks when,
 * why and with which token a request was made: whoever judges a recording listens for that, and hears it once.
 */
export const onceEach = <T>(
  make: (exchange: Exchange, given: Given) => T,
): ((exchange: Exchange, given: Given) => T) => {
  const made = memory<Exchange, { readonly given: Given; readonly value: T }>()
  return (exchange, given) => {
    const before = made.get(exchange)
    if (before?.given === given) return before.value
    const value = make(exchange, given)
    made.set(exchange, { given, value })
    return value
  }
}
