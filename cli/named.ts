import { near } from '../engine/near.ts'
import type { Rule } from '../engine/rule.ts'
import { SetUpFault } from '../engine/set-up-fault.ts'
import type { Exclusion, Standard } from '../engine/standard.ts'
import { rulesOf } from './catalogue.ts'

/** What an id names: a rule, by its own id or that of a requirement it serves, or a requirement without a rule. */
export type Named =
  | { readonly standard: Standard; readonly rule: Rule }
  | { readonly standard: Standard; readonly exclusion: Exclusion }

/** Finds a rule or requirement in the standards given. Throws a `SetUpFault` with the nearest id when there is none. */
export const named = (id: string, standards: readonly Standard[]): Named => {
  for (const standard of standards) {
    const rules = rulesOf(standard)
    const rule = rules.find((one) => one.id === id) ?? rules.find(({ requirements }) => requirements.includes(id))
    if (rule !== undefined) return { standard, rule }
    const exclusion = standard.exclusions().find(({ requirement }) => requirement === id)
    if (exclusion !== undefined) return { standard, exclusion }
  }
  const known = standards.flatMap((standard) => [
    ...rulesOf(standard).map((one) => one.id),
    ...standard.requirements().map((one) => one.id),
  ])
  const guess = near(id, known)
  throw new SetUpFault(
    `rules ${id}`,
    `there is no such rule or requirement in ${standards.map((one) => one.id).join(', ')}`,
    guess ? `Did you mean ${guess}?` : '"npx mizan rules" lists the rules, docs/rules.md the requirements without one.',
  )
}
