import type { SchemaFault } from '../engine/contract.ts'
import { type Exchange, header } from '../engine/exchange.ts'
import { type Check, type Finding, type Given, type Observed, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { jsonFaults } from './body-faults.ts'
import { aboutDateTimes, isOf, type Part } from './contract-parts.ts'
import { declared, errorOfApi, type Scope } from './declared.ts'
import { finding, noObject } from './findings.ts'
import { succeeded } from './status.ts'

const fromFault = (under: string, { at, expected, got }: SchemaFault): Finding => {
  const place = `${under}${at}`
  return finding(place === '' ? 'body' : place, expected, got)
}

const asksForJson = ({ request }: Exchange): boolean => {
  const accept = header(request, 'accept')
  return accept === undefined || /application\/(json|jwt)|\*\/\*/i.test(accept)
}

/**
 * The 2xx bodies of these operations keep the contract's schema; of a JWS, the claim `message` does. Faults of the parts in
 * `except` belong to narrower rules.
 */
export const bodyKeepsContract =
  (options: { readonly operations: readonly string[]; readonly except?: readonly Part[] }): Check =>
  (exchange, given) => {
    const { operation, response } = exchange
    if (operation === undefined || !options.operations.includes(operation)) return silent('another operation')
    if (!succeeded(exchange)) return silent('not a success')
    const facts = declared(exchange, given)
    if (facts === undefined) return silent('no contract names this operation')
    const content = carried(exchange)
    if (content === undefined)
      return asksForJson(exchange) ? [noObject(response)] : silent('another representation was asked for')
    const faults = jsonFaults(exchange, facts)
    if (faults === undefined) return silent('the contract declares no body for this status')
    const owned = (fault: SchemaFault): boolean => options.except?.some((part) => isOf(part, fault, operation)) === true
    return faults
      .filter((fault) => !aboutDateTimes(fault) && !owned(fault))
      .map((fault) => fromFault(content.at, fault))
  }

/** Members of the same bodies that their schema neither declares nor forbids, without the indices of lists. */
export const undeclaredMembers =
  ({ operations }: { readonly operations: readonly string[] }) =>
  (exchange: Exchange, given: Given): Observed => {
    const { operation, response } = exchange
    const content = carried(exchange)
    const facts = declared(exchange, given)
    if (operation === undefined || !operations.includes(operation) || !succeeded(exchange)) return {}
    if (facts === undefined || content === undefined) return {}
    const found = facts.contract.undeclared(operation, response.status, 'application/json', content.value)
    const places = found.map(({ at }) => at.replaceAll(/\/\d+(?=\/|$)/g, '/*'))
    return places.length === 0 ? {} : { undeclared: [...new Set(places)].slice(0, 10).join(', ') }
  }

/** Every declared error that has a schema keeps it, when the call reached the API. */
export const errorKeepsContract =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = errorOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    if ((facts.response?.mediaTypes.length ?? 0) === 0) return silent('this status declares no body')
    const content = carried(exchange)
    if (content === undefined)
      return asksForJson(exchange)
        ? [noObject(exchange.response, 'a JSON object with Errors')]
        : silent('another representation was asked for')
    const faults = jsonFaults(exchange, facts)
    if (faults === undefined) return silent('this status declares no body')
    return faults.map((fault) => fromFault(content.at, fault))
  }
