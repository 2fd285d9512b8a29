import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { jsonFaults } from './body-faults.ts'
import { aboutDateTimes, isOf, type Part } from './contract-parts.ts'
import { declared } from './declared.ts'
import { finding } from './findings.ts'
import { placesAt } from './places.ts'
import { succeeded } from './status.ts'

/** The parts of an answer that a rule owns. */
export interface Owned {
  /** Operations whose successes are judged. */
  readonly operations: readonly string[]
  readonly parts: readonly [Part, ...Part[]]
  /** Parts of those parts for which there are narrower rules. */
  readonly except?: readonly Part[]
  /** JSON Pointer of what has to be there for the rule to say anything: a list without records says nothing. */
  readonly holds?: string
}

const isThere = (body: unknown, pointer: string): boolean =>
  placesAt(body, pointer).some(({ value }) => !Array.isArray(value) || value.length > 0)

/** The parts are as the contract has them. Silent for other operations, for what is no JSON, and where nothing is there to judge. */
export const partsKeepContract =
  ({ operations, parts, except = [], holds }: Owned): Check =>
  (exchange, given) => {
    const facts = declared(exchange, given)
    const content = carried(exchange)
    if (
      facts === undefined ||
      content === undefined ||
      !operations.includes(facts.operation.id) ||
      !succeeded(exchange)
    )
      return silent('no JSON of a success of these operations')
    const { operation } = facts
    const findings = (jsonFaults(exchange, facts) ?? [])
      .filter((fault) => !aboutDateTimes(fault) && parts.some((part) => isOf(part, fault, operation.id)))
      .filter((fault) => !except.some((part) => isOf(part, fault, operation.id)))
      .map(({ at, expected, got }) => finding(`${content.at}${at}` || 'body', expected, got))
    return findings.length > 0 || holds === undefined || isThere(content.value, holds)
      ? findings
      : silent('the answer holds no record')
  }
