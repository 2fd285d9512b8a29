import type { Contract, OperationFacts, ResponseFacts } from '../engine/contract.ts'
import type { Exchange } from '../engine/exchange.ts'
import { type Given, type Silent, silent, type Undecided, undecided } from '../engine/rule.ts'
import { unavailable } from './status.ts'

/** What the contract says about an exchange. */
export interface Declared {
  readonly contract: Contract
  readonly operation: OperationFacts
  /** Of the status that came, else of its class (`4XX`), else the default; undefined when the contract declares none of them. */
  readonly response?: ResponseFacts
}

const responseOf = ({ responses }: OperationFacts, status: number): ResponseFacts | undefined => {
  const family = `${String(status)[0]}XX`
  return responses[String(status)] ?? responses[family] ?? responses[family.toLowerCase()] ?? responses.default
}

/** The contract's facts for an exchange; undefined for what no contract names. */
export const declared = ({ operation, response }: Exchange, given: Given): Declared | undefined => {
  if (operation === undefined) return undefined
  const contract = given.contractOf(operation)
  const facts = contract?.operations.get(operation)
  if (contract === undefined || facts === undefined) return undefined
  const found = responseOf(facts, response.status)
  return { contract, operation: facts, ...(found === undefined ? {} : { response: found }) }
}

/** Which exchanges a rule is about: those of these contracts. */
export interface Scope {
  readonly contracts: readonly string[]
}

/** The contract's facts, when it is one of the scope's. */
export const declaredIn = (scope: Scope, exchange: Exchange, given: Given): Declared | undefined => {
  const facts = declared(exchange, given)
  return facts !== undefined && scope.contracts.includes(facts.contract.name) ? facts : undefined
}

/** Whether the client's own certificate was shown: without it a gateway may have answered. */
export const reachedTheApi = ({ credentials }: Exchange): boolean => credentials.certificate === 'own'

/** A declared status of 400 to 500 other than 429, in answer to a call that reached the API. */
export const declaredError = (exchange: Exchange, facts: Declared): boolean => {
  const { status } = exchange.response
  return facts.response !== undefined && status >= 400 && status <= 500 && status !== 429 && reachedTheApi(exchange)
}

/**
 * The contract's facts for a declared error of one of the scope's APIs; else why it is not judged. Undecided while no call
 * of that API succeeded in the run: the base URL of the profile may lead to somebody else.
 */
export const errorOfApi = (scope: Scope, exchange: Exchange, given: Given): Declared | Silent | Undecided => {
  const facts = declaredIn(scope, exchange, given)
  if (facts === undefined || !declaredError(exchange, facts)) return silent('not a declared error of the API')
  return ofKnownApi(facts, given)
}

/** The same for any answer of one of the scope's APIs, other than 429 and the errors of a gateway. */
export const answerOfApi = (scope: Scope, exchange: Exchange, given: Given): Declared | Silent | Undecided => {
  const facts = declaredIn(scope, exchange, given)
  if (facts === undefined || !reachedTheApi(exchange) || unavailable(exchange))
    return silent('not an answer of the API')
  return ofKnownApi(facts, given)
}

/** Statuses of whoever stands before the API: of a gateway, and about the reading of the request itself (RFC 9110 §15). */
const beforeTheApi: ReadonlySet<number> = new Set([
  408, 411, 413, 414, 417, 421, 425, 426, 431, 501, 502, 503, 504, 505, 511,
])

/** The same for any answer of one of the scope's APIs, a 429 included, that is not about the reading of the request. */
export const anyAnswerOfApi = (scope: Scope, exchange: Exchange, given: Given): Declared | Silent | Undecided => {
  const facts = declaredIn(scope, exchange, given)
  const { status } = exchange.response
  if (facts === undefined || !reachedTheApi(exchange) || status < 200 || beforeTheApi.has(status))
    return silent('not an answer of the API')
  return ofKnownApi(facts, given)
}

const ofKnownApi = (facts: Declared, given: Given): Declared | Undecided => {
  const { name } = facts.contract
  return given.apiSucceeded(name)
    ? facts
    : undecided(`no call of ${name} succeeded in this run; its base URL may lead elsewhere`)
}
