import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import { standards } from '../suites/index.ts'
import { rulesPage } from './rules-page.ts'

writeFileSync(join(packageRoot, 'docs', 'rules.md'), rulesPage(standards))
console.log('written docs/rules.md')
