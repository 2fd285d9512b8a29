import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../engine/package.ts'
import { profileSchemaText } from './profile-schema.ts'

const file = join(packageRoot, 'schemas', 'profile.schema.json')
writeFileSync(file, profileSchemaText())
console.log('written schemas/profile.schema.json')
