import type { OperationFacts } from '../../../engine/contract.ts'
import type { JsonObject } from '../../../schemas/openapi.ts'
import { itemsOf, member } from '../../../schemas/values/resolved.ts'

/** An operation with what its document says beside the facts of the contract. */
export interface Described {
  readonly facts: OperationFacts
  /** The Operation Object. */
  readonly operation: JsonObject
  /** Parameter Objects by `in name`, those of the path item included. */
  readonly parameters: ReadonlyMap<string, JsonObject>
}

/** What a document says about an operation of its contract. */
export const described = (document: JsonObject, facts: OperationFacts): Described => {
  const item = member(document, member(document, document, 'paths'), facts.path)
  const operation = member(document, item, facts.method.toLowerCase()) ?? {}
  const all = [...itemsOf(document, item?.parameters), ...itemsOf(document, operation.parameters)]
  return { facts, operation, parameters: new Map(all.map((one) => [`${one.in} ${one.name}`, one])) }
}
