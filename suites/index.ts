import type { Standard } from '../engine/standard.ts'
import { bahrain } from './bahrain/index.ts'
import { openApi } from './openapi/index.ts'
import { uaeHub } from './uae-hub/index.ts'

/** Every standard that can be asked for. An explicit list: nothing is discovered. */
export const standards: readonly Standard[] = [uaeHub, bahrain, openApi]
