import type { LoadedContract } from '../../schemas/make-contract.ts'
import type { JsonObject } from '../../schemas/openapi.ts'

/** What a run of any API is made of. */
export interface Asking {
  readonly contract: LoadedContract
  /** The OpenAPI document, with its examples. */
  readonly document: JsonObject
  /** Values of parameters by name, from the user. */
  readonly params: Readonly<Record<string, string>>
  /** Good calls only. */
  readonly positive: boolean
  /** Also operations that change something. */
  readonly write: boolean
  /** Names of the headers that every request has; where they are not known, a credential is taken to be among them. */
  readonly headers?: readonly string[]
}
