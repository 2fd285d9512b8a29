import type { Suite } from '../../../engine/standard.ts'
import { atms } from '../operations.ts'
import { aboutAtms } from './rules.ts'
import { readAtms, readAtmsWithoutRight, readAtmsWithQuery } from './scenarios.ts'

/** Where a bank has cash machines: an API of its own, with a base URL of its own. */
export const cashMachines: Suite = {
  id: 'uae-hub/atms',
  title: 'Cash machines',
  operations: [atms],
  scenarios: [readAtms, readAtmsWithoutRight, readAtmsWithQuery],
  rules: aboutAtms,
}
