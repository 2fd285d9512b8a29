import type { SchemaFault } from '../engine/contract.ts'
import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { jsonFaults } from './body-faults.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { placesAt } from './places.ts'
import { succeeded } from './status.ts'

/** A part of a contract for which there is a rule of its own: faults of these places belong to it. */
export interface Part {
  /** The operations whose answers are meant; any unless said. */
  readonly operations?: readonly [string, ...string[]]
  /** The very place of the fault, as a JSON Pointer; any unless said. */
  readonly at?: string
  /** The place that is at fault, or below which the fault lies; any unless said. */
  readonly under?: string
  /** Named schemas in which the keyword stands that said no; any unless said. */
  readonly components?: readonly [string, ...string[]]
  /** Names of the member that is at fault; any unless said. */
  readonly members?: readonly [string, ...string[]]
  /** The format that was broken; any keyword unless said. */
  readonly format?: string
  /** What the fault says that the contract expects there. */
  readonly expected?: string
}

const isUnder = (pointer: string, at: string): boolean => at === pointer || at.startsWith(`${pointer}/`)

/** Whether a fault of an operation's answer belongs to a part. A member that is missing belongs to what was to hold it. */
export const isOf = (
  { operations, at, under, components, members, format, expected }: Part,
  fault: SchemaFault,
  operation: string,
): boolean =>
  (operations === undefined || operations.includes(operation)) &&
  (at === undefined || fault.at === at) &&
  (under === undefined || isUnder(under, fault.at)) &&
  (components === undefined || components.includes(fault.component ?? '')) &&
  (members === undefined || members.includes(fault.at.slice(fault.at.lastIndexOf('/') + 1))) &&
  (format === undefined || (fault.keyword === 'format' && fault.format === format)) &&
  (expected === undefined || fault.expected === expected)

/** Whether a fault is about how a date-time is written, for which there is a rule of its own. */
export const aboutDateTimes = ({ keyword, format }: SchemaFault): boolean =>
  keyword === 'format' && format === 'date-time'

/**
 * The values of one part of a contract in the body of a success are as the contract has them. `governs`: the named schemas
 * whose values tell that the answer holds the part at all, and `within` the member of such a value that is meant.
 */
export const partKeepsContract =
  (
    options: Scope & {
      readonly part: Part
      readonly governs: readonly [string, ...string[]]
      readonly within?: string
    },
  ): Check =>
  (exchange, given) => {
    const facts = declaredIn(options, exchange, given)
    const content = carried(exchange)
    if (facts === undefined || content === undefined || !succeeded(exchange))
      return silent('no JSON of a success of these operations')
    const about = [facts.operation.id, exchange.response.status, 'application/json', content.value] as const
    const { within } = options
    const isMeant = (value: unknown): boolean => within === undefined || placesAt(value, within).length > 0
    if (!facts.contract.anyPlace(...about, { components: options.governs }, isMeant))
      return silent('the answer holds nothing of the kind')
    return (jsonFaults(exchange, facts) ?? [])
      .filter((fault) => isOf(options.part, fault, facts.operation.id))
      .map(({ at, expected, got }) => finding(`${content.at}${at}`, expected, got))
  }
