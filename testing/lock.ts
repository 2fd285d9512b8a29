import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import type { Recorded } from '../scripts/prove-defects.ts'

/** What each defect of the embedded bank breaks, and which scenarios show it. */
export const lock: Readonly<Record<string, Recorded>> = JSON.parse(
  readFileSync(join(packageRoot, 'bank', 'defects.lock.json'), 'utf8'),
)
