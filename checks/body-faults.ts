import type { SchemaFault } from '../engine/contract.ts'
import type { Exchange } from '../engine/exchange.ts'
import { memory } from '../engine/memory.ts'
import { carried } from './body.ts'
import type { Declared } from './declared.ts'

type Faults = readonly SchemaFault[] | undefined

/** Many rules ask for faults of one body, one after the other. */
const known = memory<Exchange, { readonly by: Declared['contract']; readonly faults: Faults }>()

/** Faults of the JSON that an answer carries, signed or not, by the schema of its status; undefined where there is none. */
export const jsonFaults = (exchange: Exchange, { contract, operation }: Declared): Faults => {
  const before = known.get(exchange)
  if (before?.by === contract) return before.faults
  const faults = contract.faults(operation.id, exchange.response.status, 'application/json', carried(exchange)?.value)
  known.set(exchange, { by: contract, faults })
  return faults
}
