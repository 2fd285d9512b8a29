import type { Consents } from './consents.ts'
import type { BehaviourName } from './defects/behaviours.ts'
import type { SigningKey } from './keys.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Lifetimes, Paging } from './options.ts'
import type { Store } from './store.ts'

/** A client that the bank knows. */
export interface RegisteredClient {
  readonly id: string
  readonly name: string
  readonly redirectUri: string
  readonly signing: SigningKey
}

/** What the authorization server and the resources work on together. */
export interface Setting {
  readonly issuer: string
  /** Base URL of the account information API, without a slash at its end. */
  readonly resources: string
  readonly signing: SigningKey
  readonly clients: readonly RegisteredClient[]
  readonly store: Store
  readonly consents: Consents
  readonly ledger: Ledger
  readonly paging: Paging
  /** Called before a resource is read. */
  readonly beforeCall: () => void
  readonly lifetimes: Lifetimes
  readonly rotateRefreshToken: boolean
  /** Password by user name. */
  readonly passwords: ReadonlyMap<string, string>
  readonly bare: boolean
  /** Whether a behaviour is broken on purpose. */
  readonly misbehaves: (behaviour: BehaviourName) => boolean
  /** Whether a defect of that name is switched on. */
  readonly hasDefect: (name: string) => boolean
}
