import { accountInformation } from './account-information-rows.ts'
import { events } from './event-rows.ts'
import type { OperationRow } from './operation-row.ts'
import { payments } from './payment-rows.ts'

export * from './operation-names.ts'
export type { OperationRow } from './operation-row.ts'

/** Every operation of the framework in every variant, in the order of its pages. */
export const operations: readonly OperationRow[] = [...accountInformation, ...payments, ...events]

/** Those of a variant: `bh-1.0.0` and `obie-inherited` have no DELETE of a consent, `bh-draft-2019` has. */
export const operationsIn = (variant: string): readonly OperationRow[] =>
  operations.filter(({ variants }) => variants === undefined || variants.includes(variant))

const byId = new Map(operations.map((row) => [row.id, row]))

/** What the framework says of an operation; undefined for one that it does not have. */
export const operation = (id: string): OperationRow | undefined => byId.get(id)
