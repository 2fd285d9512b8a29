import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { makePlan } from '../engine/plan/make-plan.ts'
import { loadProfile } from './profile.ts'

const folder = join(packageRoot, 'profiles')
const examples = readdirSync(folder).filter((name) => name.endsWith('.example.yaml'))

it('there are examples to copy', () => {
  expect(examples).toEqual(expect.arrayContaining(['bbk.example.yaml', 'uae-hub.example.yaml']))
})

it.each(examples)('%s is a good profile, from which a run can be planned', async (name) => {
  const { profile, standard } = await loadProfile(join(folder, name))
  const plan = makePlan(standard, profile, { suites: [], rules: [], operations: [], slow: true })
  expect(plan.scenarios.filter(({ left }) => left === undefined).length).toBeGreaterThan(10)
  expect(profile.variant).toBeDefined()
})
