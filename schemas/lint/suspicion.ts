import type { Json } from '../openapi.ts'

/** Something in a published document that its authors can hardly have meant. */
export interface Suspicion {
  readonly pointer: string
  readonly what: string
  /** `refuses`: a correct answer may be refused for it. `allows`: it constrains less than it seems to. */
  readonly effect: 'refuses' | 'allows'
}

export type Told = Omit<Suspicion, 'pointer'>

export const refuses = (what: string): Told => ({ what, effect: 'refuses' })
export const allows = (what: string): Told => ({ what, effect: 'allows' })

/** What a reference of the document stands for, followed to its end; a cycle and a lost reference stand for nothing. */
export type Resolve = (value: Json | undefined) => Json | undefined
