import type { Change } from './answered.ts'

/** One named way in which the bank breaks a rule: on the wire, as a pure function, or by how it behaves. */
export type Defect = {
  readonly name: string
  readonly title: string
  /** Id of the rule, or of the requirement where there is no rule yet. */
  readonly breaks: string
  /** Variant of the standard in which it shows; any unless said. */
  readonly variant?: string
} & ({ readonly kind: 'wire'; readonly change: Change } | { readonly kind: 'behaviour' })

export const wire = (name: string, title: string, breaks: string, change: Change): Defect => ({
  name,
  title,
  breaks,
  kind: 'wire',
  change,
})

/** Defects of a table of behaviours: by name what each is, the rule that it breaks, and the variant in which it shows. */
export const behavioursOf = (
  table: Readonly<Record<string, readonly [title: string, breaks: string, variant?: string]>>,
): readonly Defect[] =>
  Object.entries(table).map(([name, [title, breaks, variant]]) => ({
    name,
    title,
    breaks,
    ...(variant !== undefined && { variant }),
    kind: 'behaviour',
  }))
