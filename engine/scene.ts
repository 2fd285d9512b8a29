import type { Contract } from './contract.ts'
import type { Exchange } from './exchange.ts'
import type { Stage, Watcher } from './execute.ts'
import type { Person } from './fapi/browser.ts'
import type { LiveGiven } from './judge/given.ts'
import type { Selection } from './plan/left.ts'
import type { Plan } from './plan/make-plan.ts'
import type { PlainCredentials } from './profile/credentials.ts'
import type { RawProfile } from './profile/read.ts'
import type { AnyProfile } from './profile/schema.ts'
import type { Recorder } from './recorder.ts'
import type { Redactor } from './redact/redactor.ts'
import type { Standard } from './standard.ts'

/** What a run is asked to do. */
export interface RunOptions {
  readonly profile: AnyProfile
  readonly raw: RawProfile
  readonly standard: Standard
  readonly selection: Selection
  readonly interrupted: AbortSignal
  readonly person: Person
  readonly onPlan?: (plan: Plan) => void
  readonly onExchange?: (exchange: Exchange, redactor: Redactor) => void
  readonly watch?: Watcher
  /** Keeps the exchanges as they came, for tests that look at them. */
  readonly keep?: true
}

/** What a run has at hand once its plan is made, whichever way leads into the target. */
export interface Scene extends Omit<Stage, 'open' | 'recorder'> {
  readonly plan: Plan
  readonly contracts: readonly Contract[]
  readonly redactor: Redactor
  readonly startedAt: Date
  readonly seen: Pick<LiveGiven, 'statuses' | 'pages'>
  /** Opens the transport with these credentials; everything that is sent goes through what it gives back. */
  readonly secured: (credentials: PlainCredentials) => Recorder
}
