import { near } from '../../engine/near.ts'
import { policy, withoutRow } from '../policy.ts'
import { authorisationDefects } from './authorisation.ts'
import { behaviours } from './behaviours.ts'
import { consentDefects } from './consents.ts'
import { dataDefects } from './data.ts'
import { dataBehaviours } from './data-behaviours.ts'
import type { Defect } from './defect.ts'
import { errorDefects } from './errors.ts'
import { exchangeBehaviours } from './exchange-behaviours.ts'
import { filterDefects } from './filters.ts'
import { httpDefects } from './http.ts'
import { pushDefects } from './pushes.ts'
import { recordDefects } from './records.ts'
import { resourceDefects } from './resources.ts'
import { tokenBehaviours } from './token-behaviours.ts'
import { tokenDefects } from './tokens.ts'

const behavioursOf = (table: Readonly<Record<string, readonly [title: string, breaks: string]>>): readonly Defect[] =>
  Object.entries(table).map(([name, [title, breaks]]) => ({ name, title, breaks, kind: 'behaviour' }))

const rows: readonly Defect[] = policy.map((row) => ({
  name: withoutRow(row),
  title: `Not enforced: ${row.title}`,
  breaks: row.requirement,
  kind: 'behaviour',
}))

/** Every defect that a rule of the suite finds. */
export const defects: readonly Defect[] = [
  ...authorisationDefects,
  ...resourceDefects,
  ...httpDefects,
  ...dataDefects,
  ...errorDefects,
  ...filterDefects,
  ...behavioursOf(exchangeBehaviours),
  ...recordDefects,
  ...behavioursOf(dataBehaviours),
  ...consentDefects,
  ...behavioursOf(behaviours),
  ...tokenDefects,
  ...behavioursOf(tokenBehaviours),
  ...pushDefects,
  ...rows,
]

/** Finds defects by name. Throws for a name that there is not, with the one that was most likely meant. */
export const defectsNamed = (names: readonly string[]): readonly Defect[] =>
  names.map((name) => {
    const found = defects.find((defect) => defect.name === name)
    if (found !== undefined) return found
    const guess = near(
      name,
      defects.map((defect) => defect.name),
    )
    throw new Error(
      guess === undefined
        ? `there is no defect ${name}; \`mizan bank --list-defects\` prints all of them`
        : `there is no defect ${name}; did you mean ${guess}?`,
    )
  })
