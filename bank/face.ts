import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Change } from './defects/answered.ts'
import type { BehaviourName } from './defects/behaviours.ts'
import type { BankOptions } from './options.ts'
import type { CommonSetting } from './setting.ts'

/** Answers requests, as Node hands them over. */
export type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** What a standard makes of the bank. */
export interface Face {
  /** Base URLs of its APIs by the names of their contracts, without a slash at their ends. */
  readonly resources: Readonly<Record<string, string>>
  /** Answers every path below `root`. */
  readonly serve: Listener
  /** Answers all others. */
  readonly authorise: Listener
  /** Ends what goes on by itself. */
  readonly close?: () => void
}

/** How the bank speaks a standard: one set of books, one set of keys, other words. */
export interface Speech {
  /** What the paths of its APIs begin with. */
  readonly root: string
  /** For whom access tokens are, below the issuer. */
  readonly audience: string
  /** Milliseconds by which the wall clock of its market is behind that of Dubai, by which the ledger counts. */
  readonly behind: number
  /** Name of the defect that brings a behaviour about; undefined where this standard has none of the kind. */
  readonly nameOf: (behaviour: BehaviourName) => string | undefined
  readonly open: (setting: CommonSetting, options: BankOptions, changes: readonly Change[]) => Promise<Face>
}
