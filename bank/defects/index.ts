import { policy, withoutRow } from '../policy.ts'
import { accountOpeningDefects } from './account-opening.ts'
import { atmDefects } from './atms.ts'
import { authorisationDefects } from './authorisation.ts'
import { behaviours } from './behaviours.ts'
import { consentDefects } from './consents.ts'
import { dataDefects } from './data.ts'
import { dataBehaviours } from './data-behaviours.ts'
import { behavioursOf, type Defect } from './defect.ts'
import { errorDefects } from './errors.ts'
import { eventBehaviours } from './events.ts'
import { exchangeBehaviours } from './exchange-behaviours.ts'
import { filterDefects } from './filters.ts'
import { httpDefects } from './http.ts'
import { productDefects } from './products.ts'
import { pushDefects } from './pushes.ts'
import { recordDefects } from './records.ts'
import { resourceDefects } from './resources.ts'
import { tokenBehaviours } from './token-behaviours.ts'
import { tokenDefects } from './tokens.ts'

const rows: readonly Defect[] = policy.map((row) => ({
  name: withoutRow(row),
  title: `Not enforced: ${row.title}`,
  breaks: row.requirement,
  kind: 'behaviour',
}))

/** Every defect of the hub that a rule of the suite finds. */
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
  ...productDefects,
  ...atmDefects,
  ...accountOpeningDefects,
  ...behavioursOf(eventBehaviours),
  ...rows,
]
