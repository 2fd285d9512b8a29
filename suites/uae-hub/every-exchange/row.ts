import type { ExchangeRule } from '../../../engine/rule.ts'

/** A rule on every exchange that serves the requirement of its id and is broken by one defect. */
interface Row extends Omit<ExchangeRule, 'on' | 'requirements' | 'defects'> {
  readonly defect: string
  /** Other requirements that ask the same. */
  readonly also?: readonly string[]
}

/** The rule of a row. The id of a branch, such as `UAE-PAG-001/should`, names its requirement before the slash. */
export const everywhere = ({ defect, also = [], ...facts }: Row): ExchangeRule => ({
  ...facts,
  requirements: [facts.id.split('/')[0] ?? facts.id, ...also],
  defects: [defect],
  on: 'exchange',
})
