import type { Headers } from '../../engine/exchange.ts'

/** A request as the bank got it. `url` is absolute, with its query. */
export interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body?: string
}

/** An answer before it leaves the bank. */
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Changes an answer on its way out; gives back the same one where it has nothing to change. */
export type Change = (answer: Answered, asked: Asked) => Answered
