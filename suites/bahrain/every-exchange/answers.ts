import { carried } from '../../../checks/body.ts'
import { jsonFaults } from '../../../checks/body-faults.ts'
import { type Declared, declaredIn, reachedTheApi } from '../../../checks/declared.ts'
import { finding } from '../../../checks/findings.ts'
import { anyMember, placesAt } from '../../../checks/places.ts'
import { succeeded } from '../../../checks/status.ts'
import type { SchemaFault } from '../../../engine/contract.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { onceEach } from '../../../engine/once-each.ts'
import { type Check, type Finding, type Given, type Silent, silent } from '../../../engine/rule.ts'
import { type OperationRow, operation } from '../operations.ts'
import { ownedBy } from '../schema-routing.ts'

/** The contracts of the framework: a rule on every exchange is about their operations, and about nothing else. */
export const framework = { contracts: ['account-information', 'payments', 'events'] } as const

/** A success of an operation of the framework, by its own method, with the JSON object that it carries. */
export interface Success {
  readonly facts: Declared
  readonly row: OperationRow
  /** The body; `at` is the pointer to it in a message that is signed as a whole. */
  readonly value: Readonly<Record<string, unknown>>
  readonly at: string
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The row of the operation that an exchange called by its own method; undefined for any other. */
export const rowOf = ({ operation: id = '', request }: Exchange): OperationRow | undefined =>
  id.startsWith(`${request.method} `) ? operation(id) : undefined

/** A success with its JSON object; else why it is not judged. What ought to be JSON and is none is BH-ENV-001's matter. */
export const successOf = onceEach((exchange, given): Success | Silent => {
  const row = rowOf(exchange)
  const facts = declaredIn(framework, exchange, given)
  if (row === undefined || facts === undefined || !succeeded(exchange) || !reachedTheApi(exchange))
    return silent('not a success of the framework')
  const content = carried(exchange)
  if (content === undefined || !isObject(content.value)) return silent('the answer holds no JSON object')
  return { facts, row, value: content.value, at: content.at }
})

/** Whether a value of `successOf` is a success that is judged. */
export const isSuccess = (found: Success | Silent): found is Success => 'row' in found

/** Judges the JSON of a success. */
export const ofSuccess =
  (judge: (success: Success, exchange: Exchange, given: Given) => ReturnType<Check>): Check =>
  (exchange, given) => {
    const success = successOf(exchange, given)
    return isSuccess(success) ? judge(success, exchange, given) : success
  }

/** Faults of the body of a success, by the schema of its status. */
export const faultsOf = (exchange: Exchange, { facts }: Success): readonly SchemaFault[] =>
  jsonFaults(exchange, facts) ?? []

/** A fault as a finding. */
export const fromFault = ({ at: under }: Pick<Success, 'at'>, { at, expected, got }: SchemaFault): Finding => ({
  at: `${under}${at}` === '' ? 'body' : `${under}${at}`,
  expected,
  got,
})

/** No fault of the body is one that this rule owns. `where`: whether the answer holds what the rule is about at all. */
export const nothingOwnedBy = (rule: string, where: (success: Success, exchange: Exchange) => boolean): Check =>
  ofSuccess((success, exchange) => {
    const found = faultsOf(exchange, success).filter(ownedBy(rule))
    if (found.length === 0 && !where(success, exchange)) return silent('the answer holds nothing of the kind')
    return found.map((fault) => fromFault(success, fault))
  })

/** Whether the answer holds a member of such a name. */
export const holds =
  (names: RegExp) =>
  ({ value }: Success): boolean =>
    anyMember(value, names)

/** One finding where a place holds a text other than this one; nothing is said of a place that holds no text. */
export const textIs = ({ value, at }: Success, pointer: string, expected: string): readonly Finding[] | Silent => {
  const got = placesAt(value, pointer)[0]?.value
  if (typeof got !== 'string') return silent(`the answer has no ${pointer}`)
  return got === expected ? [] : [finding(`${at}${pointer}`, expected, got)]
}
