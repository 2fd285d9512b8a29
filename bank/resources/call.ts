import type { Consent } from '../consents.ts'
import type { Customer } from '../ledger/shapes.ts'
import type { RegisteredClient, Setting } from '../setting.ts'

/** One error of the standard's error body. */
export interface ResourceError {
  readonly code: string
  readonly message: string
  /** Of the field that is at fault. */
  readonly path?: string
}

/** How a call of a resource ends. `value` is the JSON body; errors make the standard's error body. */
export type Outcome =
  | {
      readonly status: 200 | 201
      readonly value: unknown
      /** Whether it is signed, whatever was asked for. */
      readonly signed?: boolean
    }
  | { readonly status: 400 | 403; readonly error: ResourceError }
  | { readonly status: 204 | 401 | 404 | 405 | 406 | 415; readonly headers?: Readonly<Record<string, string>> }

/** What a handler knows about its caller. */
export interface Call {
  readonly setting: Setting
  readonly client: RegisteredClient
  /** Absolute URL of the call. */
  readonly url: URL
  readonly path: Readonly<Record<string, string>>
  readonly mediaType: string
  readonly body: string
}

/** A call with the token of a user: the consent behind it, and whose data it opens. */
export interface UserCall extends Call {
  readonly consent: Consent
  readonly customer: Customer
  /** Ids of the accounts that the consent covers. */
  readonly accounts: readonly string[]
  readonly permits: (...anyOf: readonly string[]) => boolean
}

export const badRequest = (code: string, message: string, path?: string): Outcome => ({
  status: 400,
  error: { code, message, ...(path !== undefined && { path }) },
})

export const forbidden = (code: string, message: string): Outcome => ({ status: 403, error: { code, message } })
