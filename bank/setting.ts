import type { Consents } from './consents.ts'
import type { BehaviourName } from './defects/behaviours.ts'
import type { BankEvent } from './events/event.ts'
import type { SigningKey } from './keys.ts'
import type { Ledger } from './ledger/ledger.ts'
import type { Openings } from './ledger/openings.ts'
import type { Lifetimes, Paging } from './options.ts'
import type { Store } from './store.ts'

/** A client that the bank knows. */
export interface RegisteredClient {
  readonly id: string
  readonly name: string
  readonly redirectUri: string
  readonly signing: SigningKey
}

/** What the bank works on, whichever standard it speaks. */
export interface CommonSetting {
  readonly issuer: string
  /** For whom its access tokens are: a base URL without a slash at its end. */
  readonly resources: string
  readonly signing: SigningKey
  readonly clients: readonly RegisteredClient[]
  /** With what is encrypted what only a client of the bank is to read. */
  readonly encryption: SigningKey
  /** The authority of the bank's world: PEM. */
  readonly ca: string
  readonly store: Store
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

/** What the authorization server and the resources of the hub work on together; `resources` is account information. */
export interface Setting extends CommonSetting {
  readonly consents: Consents
  readonly openings: Openings
  /** Called with each change of a resource to which a client may have subscribed. */
  readonly onEvent: (event: BankEvent) => void
}
