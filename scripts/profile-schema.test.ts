import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { profileSchemaText } from './profile-schema.ts'

it('profile.schema.json says what the profile is read by: otherwise run npm run schemas:print', () => {
  expect(readFileSync(join(packageRoot, 'schemas', 'profile.schema.json'), 'utf8')).toBe(profileSchemaText())
})
