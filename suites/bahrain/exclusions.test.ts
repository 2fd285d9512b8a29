import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../engine/package.ts'
import { bahrain } from './index.ts'

const rules = [...bahrain.rules, ...bahrain.suites.flatMap((suite) => suite.rules)]
const served = rules.flatMap((rule) => rule.requirements)
const left = bahrain.exclusions()

it('puts every requirement of the catalogue into exactly one state', () => {
  const states = [...new Set(served), ...left.map(({ requirement }) => requirement)]
  expect(states.toSorted()).toEqual(
    bahrain
      .requirements()
      .map(({ id }) => id)
      .toSorted(),
  )
})

it('lets no two rules serve one requirement, but for another branch beside it', () => {
  const whole = rules.filter(({ id }) => !id.includes('/')).flatMap((rule) => rule.requirements)
  expect(new Set(whole).size).toBe(whole.length)
})

it('gives a reason of its own to each', () => {
  expect(left.filter(({ reason }) => reason.length < 12 || reason.startsWith('not asked yet'))).toEqual([])
})

it('names a file that exists for all that the tool keeps', () => {
  const files = left.flatMap(({ state, reason }) => (state === 'kept' ? [reason.split(': ').at(-1) ?? ''] : []))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !existsSync(join(packageRoot, file)))).toEqual([])
})

it('lets no rule accuse a bank of what binds the client alone', () => {
  const clients = ['HDR-003', 'HDR-004', 'HDR-006', 'HDR-007', 'HDR-008', 'HDR-009', 'HDR-010', 'HDR-012']
  const others = ['DAT-004', 'IDM-002', 'JWS-003', 'CON-013', 'CON-017']
  const ids = [...clients, ...others].map((id) => `BH-${id}`)
  expect(served.filter((id) => ids.includes(id))).toEqual([])
})
