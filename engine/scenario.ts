import type { Exchange } from './exchange.ts'
import type { ConsentNeed, Session } from './session.ts'

/** What a run must have at hand beside the profile's claims; without it a scenario is `not-asked`. */
export type Means = 'second-client' | 'burst' | 'user-journey' | 'user-agent' | 'decline' | 'inbox'

/** Makes exchanges and returns them as evidence. Never judges. */
export interface Scenario<Evidence> {
  /** `bank-data-sharing/walk-transactions` */
  readonly id: string
  readonly title: string
  /** Capabilities that the profile has to claim. */
  readonly needs: readonly string[]
  readonly means?: readonly Means[]
  readonly uses?: ConsentNeed
  /** Operations that it calls; `--operation` selects by them. */
  readonly operations: readonly string[]
  /** Variants of the standard under which it exists; all of them unless said. */
  readonly variants?: readonly string[]
  /** `changes`: what the run made itself, such as its consents. `creates`: leaves behind what nobody takes away again: a lead, an account, a payment. */
  readonly effect: 'reads' | 'changes' | 'creates'
  /** Nothing else runs meanwhile. */
  readonly alone?: true
  /** Waits for time to pass; runs only with `--slow`. */
  readonly slow?: true
  /** Why it could not be asked of this target even where all is claimed: what it calls cannot be reached. */
  readonly unreachable?: string
  /** Not asked where the profile says `environment: production`. */
  readonly notInProduction?: true
  readonly run: (session: Session) => Promise<Evidence>
}

/** Types a scenario by what it returns. */
export const scenario = <Evidence>(it: Scenario<Evidence>): Scenario<Evidence> => it

/** The exchanges inside a piece of evidence, in order, wherever they lie. */
export const exchangesIn = (evidence: unknown): readonly Exchange[] => {
  const found: Exchange[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('request' in value && 'response' in value && 'id' in value) found.push(value as Exchange)
    else for (const member of Object.values(value)) visit(member)
  }
  visit(evidence)
  return found
}
