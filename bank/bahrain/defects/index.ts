import { behavioursOf, type Defect } from '../../defects/defect.ts'
import { requestRows } from '../consents/request-rows.ts'
import { bahrainBehaviours } from './behaviours.ts'
import { consentDefects } from './consents.ts'
import { discoveryDefects } from './discovery.ts'
import { errorDefects } from './errors.ts'
import { headerDefects } from './headers.ts'
import { linkDefects } from './links.ts'
import { recordDefects } from './records.ts'

const rows: readonly Defect[] = requestRows.flatMap(({ defect }) =>
  defect === undefined ? [] : [{ ...defect, kind: 'behaviour' as const }],
)

/** Every defect that a rule of Bahrain's standard finds. Their names begin with `bh-`. */
export const bahrainDefects: readonly Defect[] = [
  ...linkDefects,
  ...headerDefects,
  ...recordDefects,
  ...consentDefects,
  ...errorDefects,
  ...discoveryDefects,
  ...behavioursOf(bahrainBehaviours),
  ...rows,
]
