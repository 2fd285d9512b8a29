import type { Permission } from './permissions.ts'

/** The contract that an operation belongs to, by name. */
export type Api = 'account-information' | 'payments' | 'events'

/** How the members of a list are narrowed by time: the two query parameters, and the member of a record they are about. */
export interface PeriodFilter {
  readonly from: string
  readonly to: string
  readonly field: string
}

/** What the framework says of one operation, beside the bodies that its contract describes. */
export interface OperationRow {
  /** `GET /accounts/{AccountId}`: as the contract names it. */
  readonly id: string
  readonly api: Api
  /** `unseen`: no page that tells the level could be read; nothing is demanded of a bank that leaves it out. */
  readonly level: 'mandatory' | 'conditional' | 'optional' | 'unseen'
  /** The operation whose support makes this one mandatory; without that one it is conditional. */
  readonly mandatoryWith?: string
  /** Whose token opens it: that of the client by itself, or that of a user's authorisation. */
  readonly grant: 'client' | 'user'
  readonly scope: 'accounts' | 'payments'
  /** Of each list at least one has to be granted; empty: no permission is asked for. */
  readonly permissions: readonly (readonly Permission[])[]
  /** Which messages carry x-jws-signature. `unseen`: no page says, and nothing is demanded. */
  readonly signs: 'nothing' | 'request' | 'response' | 'both' | 'unseen'
  /** True: x-idempotency-key is mandatory. False: it is forbidden. Undefined: no page says. */
  readonly idempotencyKey: boolean | undefined
  /** The answer may come in pages. */
  readonly pages: boolean
  /** Undefined: no filter is defined. */
  readonly filter?: PeriodFilter
  /** Status of a success. Where no page says it, the one that the bodies or the British parent suggest: see `inferred`. */
  readonly success: 200 | 201 | 204
  readonly inferred?: true
  /** `file`: a document that is no JSON goes one way or the other, so that media types and envelope are not judged. */
  readonly body: 'json' | 'file' | 'none'
  /** Member of `Data` that holds the records, for lists: `Transaction`. */
  readonly list?: string
  /** Only in these variants; undefined: in all. */
  readonly variants?: readonly string[]
  /** Keys of the sources. */
  readonly sources: readonly string[]
}

/** What rows have beside their level and their operation. */
export type RowFacts = Partial<Omit<OperationRow, 'id' | 'api' | 'level'>>

/** Makes the rows of one API: what they have in common, then level, operation and what differs. */
export const row =
  (api: Api, common: Omit<OperationRow, 'id' | 'api' | 'level'>) =>
  (level: OperationRow['level'], id: string, facts: RowFacts = {}): OperationRow => ({
    ...common,
    ...facts,
    id,
    api,
    level,
  })
