import { near } from '../../engine/near.ts'
import { policy, withoutRow } from '../policy.ts'
import { authorisationDefects } from './authorisation.ts'
import { behaviours, plannedBehaviours } from './behaviours.ts'
import type { Defect } from './defect.ts'
import { resourceDefects } from './resources.ts'

const behavioursOf = (table: Readonly<Record<string, readonly [title: string, breaks: string]>>): readonly Defect[] =>
  Object.entries(table).map(([name, [title, breaks]]) => ({ name, title, breaks, kind: 'behaviour' }))

/** Every defect that a rule of the suite finds. */
export const defects: readonly Defect[] = [...authorisationDefects, ...resourceDefects, ...behavioursOf(behaviours)]

/** Defects that no rule finds yet: each row of the policy switched off, and what else belongs to a later rule. */
export const plannedDefects: readonly Defect[] = [
  ...policy.map(
    (row): Defect => ({
      name: withoutRow(row),
      title: `Not enforced: ${row.title}`,
      breaks: row.requirement,
      kind: 'behaviour',
    }),
  ),
  ...behavioursOf(plannedBehaviours),
]

/** Finds defects by name. Throws for a name that there is not, with the one that was most likely meant. */
export const defectsNamed = (names: readonly string[]): readonly Defect[] =>
  names.map((name) => {
    const all = [...defects, ...plannedDefects]
    const found = all.find((defect) => defect.name === name)
    if (found !== undefined) return found
    const guess = near(
      name,
      all.map((defect) => defect.name),
    )
    throw new Error(
      guess === undefined
        ? `there is no defect ${name}; \`mizan bank --list-defects\` prints all of them`
        : `there is no defect ${name}; did you mean ${guess}?`,
    )
  })
