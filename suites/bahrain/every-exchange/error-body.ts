import { object } from '../../../checks/body.ts'
import { anyAnswerOfApi, type Declared, declaredIn, reachedTheApi } from '../../../checks/declared.ts'
import { placesAt } from '../../../checks/places.ts'
import type { SchemaFault } from '../../../engine/contract.ts'
import { type Exchange, json } from '../../../engine/exchange.ts'
import { type Check, type Given, silent } from '../../../engine/rule.ts'
import { ownedBy } from '../schema-routing.ts'
import { framework } from './answers.ts'

/** The body of an error in the form of the framework, or what means to be one. */
export interface ErrorBody {
  readonly facts: Declared
  readonly value: Readonly<Record<string, unknown>>
}

const before: ReadonlySet<number> = new Set([502, 503, 504])

/** An error of the API that has `Errors` or `Code` at the top; undefined for any other answer. */
export const errorOf = (exchange: Exchange, given: Given): ErrorBody | undefined => {
  const { status } = exchange.response
  if (status < 400 || before.has(status)) return undefined
  const facts = declaredIn(framework, exchange, given)
  const value = object(json(exchange.response))
  const means = value !== undefined && ('Errors' in value || 'Code' in value)
  return facts === undefined || !means || !reachedTheApi(exchange) ? undefined : { facts, value }
}

/** Faults of an error's body that a rule owns. What is no error of the framework's form is BH-ERR-024's matter. */
export const errorsOwnedBy =
  (rule: string, where = ''): Check =>
  (exchange, given) => {
    const error = errorOf(exchange, given)
    if (error === undefined || placesAt(error.value, where).length === 0) return silent('no such error')
    const facts = anyAnswerOfApi(framework, exchange, given)
    if (!('contract' in facts)) return facts
    return facts.contract
      .faultsOf('ErrorResponse', error.value)
      .filter(ownedBy(rule))
      .map(({ at, expected, got }: SchemaFault) => ({ at: at === '' ? 'body' : at, expected, got }))
  }
