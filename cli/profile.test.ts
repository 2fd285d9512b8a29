import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { makePlan } from '../engine/plan/make-plan.ts'
import { loadProfile } from './profile.ts'

const folder = join(packageRoot, 'profiles')
const embedded = readdirSync(folder).filter((name) => name.startsWith('embedded-'))

it('the embedded bank has profiles', () => {
  expect(embedded).toContain('embedded-uae-hub.yaml')
})

it.each(embedded)('the plan of %s leaves out nothing that the bank fills in', async (name) => {
  const { profile, standard } = await loadProfile(join(folder, name))
  const plan = makePlan(standard, profile, { suites: [], rules: [], operations: [], slow: true })
  expect(plan.claims).toEqual(profile.claims ?? Object.keys(standard.capabilities))
  const reasons = new Set(plan.scenarios.map(({ left }) => left?.reason ?? 'asked'))
  expect([...reasons].filter((one) => !/^asked$|no burst|does not claim/.test(one))).toEqual([])
  expect(plan.journeys).toBeGreaterThan(0)
})
