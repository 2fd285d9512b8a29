import type { Account, Customer } from '../ledger/shapes.ts'
import type { Outcome, ResourceError } from '../resources/call.ts'
import type { Json } from '../resources/money.ts'
import type { RegisteredClient } from '../setting.ts'
import type { Consent } from './book.ts'
import type { BahrainSetting } from './setting.ts'

/** How a call ends: as at the hub, with a file, or with an error body for a status that the hub answers without one. */
export type Answer =
  | Outcome
  | { readonly status: 200; readonly file: string; readonly type: string }
  | { readonly status: 404 | 500; readonly error: ResourceError }

/** What a handler knows about its caller. */
export interface Call {
  readonly setting: BahrainSetting
  readonly client: RegisteredClient
  /** Absolute URL of the call. */
  readonly url: URL
  readonly path: Readonly<Record<string, string>>
  readonly body: string
  readonly headers: Headers
}

/** A call with the token of a user: the consent behind it, and whose data it opens. */
export interface UserCall extends Call {
  readonly consent: Consent
  readonly customer: Customer
  /** Those that the user chose. */
  readonly accounts: readonly Account[]
  readonly permits: (...anyOf: readonly string[]) => boolean
}

/** A code of the bank's own, for what the framework has none. */
export const own = {
  scope: 'BH.Mizan.Scope.Missing',
  permission: 'BH.Mizan.Permission.Missing',
  account: 'BH.Mizan.Account.NotSelected',
  client: 'BH.Mizan.Client.Unknown',
} as const

/** The URL of a call as its answer links to it. */
export const selfOf = ({ url }: Pick<Call, 'url'>): Json => ({ Self: url.href })
