import { at, carried } from '../../checks/body.ts'
import type { Exchange } from '../../engine/exchange.ts'
import type { Scenario } from '../../engine/scenario.ts'
import type { CallOptions } from '../../engine/session.ts'

/** A value that the answer of another operation of the table gives. */
export interface Taken {
  /** The operation that gives it. */
  readonly operation: string
  /** Tells it from other values of that operation; named when it is missing. */
  readonly name: string
  /** Finds it in a successful answer. */
  readonly take: (exchange: Exchange) => string | undefined
  /** What is used when the answer has none. */
  readonly otherwise?: string
  /** The operation makes something, which nobody else of this run is to use: it is called anew for each scenario. */
  readonly fresh?: true
}

type Values = Readonly<Record<string, string | Taken>>

/** One operation of a contract, and how a good call of it is made. */
export interface Row
  extends Pick<Scenario<unknown>, 'effect'>,
    Pick<CallOptions, 'token' | 'search' | 'headers' | 'body'>,
    Partial<Pick<Scenario<unknown>, 'needs' | 'uses' | 'unreachable'>> {
  readonly operation: string
  readonly path?: Values
  readonly query?: Values
  /** Statuses other than 2xx that answer a good call: a redirect that the contract declares. */
  readonly alsoGood?: readonly number[]
  /** How what a success made is removed again: an operation, and the parameter of its path that names it. */
  readonly undo?: { readonly operation: string; readonly parameter: string; readonly take: Taken['take'] }
}

/** A value of the JSON of an answer, by the names and indices that lead to it: `Data.Account.0.AccountId`. */
export const from = (operation: string, path: string): Taken => ({
  operation,
  name: path,
  take(exchange) {
    const value = at(carried(exchange)?.value, ...path.split('.'))
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
  },
})
