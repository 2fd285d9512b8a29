import type { Change } from './answered.ts'

/** One named way in which the bank breaks a rule: on the wire, as a pure function, or by how it behaves. */
export type Defect = {
  readonly name: string
  readonly title: string
  /** Id of the rule, or of the requirement where there is no rule yet. */
  readonly breaks: string
} & ({ readonly kind: 'wire'; readonly change: Change } | { readonly kind: 'behaviour' })

export const wire = (name: string, title: string, breaks: string, change: Change): Defect => ({
  name,
  title,
  breaks,
  kind: 'wire',
  change,
})
