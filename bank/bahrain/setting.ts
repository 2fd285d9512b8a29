import type { CommonSetting } from '../setting.ts'
import type { Book } from './book.ts'
import type { BahrainBehaviour } from './defects/behaviours.ts'
import type { bases } from './places.ts'

/** Variants of the framework. `obie-inherited` differs in levels alone, and not for a bank. */
export const variants = ['bh-1.0.0', 'bh-draft-2019', 'obie-inherited'] as const

export type Variant = (typeof variants)[number]

/** What the bank works on when it speaks Bahrain's framework. */
export interface BahrainSetting extends CommonSetting {
  readonly variant: Variant
  readonly book: Book
  /** Base URLs of the APIs, without a slash at their ends. */
  readonly bases: Readonly<Record<keyof typeof bases, string>>
  /** Whether a defect is switched on. */
  readonly has: (defect: BahrainBehaviour) => boolean
}
