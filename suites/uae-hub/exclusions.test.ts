import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../engine/package.ts'
import { uaeHub } from './index.ts'

const rules = [...uaeHub.rules, ...uaeHub.suites.flatMap((suite) => suite.rules)]
const served = rules.flatMap((rule) => rule.requirements)
const excluded = uaeHub.exclusions()

it('puts every requirement of the catalogue into exactly one state', () => {
  const states = [...new Set(served), ...excluded.map(({ requirement }) => requirement)]
  expect(states.toSorted()).toEqual(
    uaeHub
      .requirements()
      .map(({ id }) => id)
      .toSorted(),
  )
})

it('lets no two rules serve one requirement, but for a softer branch beside it', () => {
  const whole = rules.filter(({ id }) => !id.includes('/')).flatMap((rule) => rule.requirements)
  expect(new Set(whole).size).toBe(whole.length)
})

it('gives a reason to each, and one that names the subject to what is planned', () => {
  expect(excluded.filter(({ reason }) => reason.length < 12)).toEqual([])
  expect(excluded.find(({ requirement }) => requirement === 'UAE-PAY-001')).toEqual({
    requirement: 'UAE-PAY-001',
    state: 'planned',
    reason: 'not asked yet: Payments',
  })
})

it('names a file that exists for all that the tool keeps', () => {
  const files = excluded.flatMap(({ state, reason }) => (state === 'kept' ? [reason.split(': ').at(-1) ?? ''] : []))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((file) => !existsSync(join(packageRoot, file)))).toEqual([])
})

it.each(['DSC', 'TLS', 'TOK', 'PAR', 'CBK', 'SIG', 'CNS'])(
  'gives every requirement of %s a state of its own',
  (area) => {
    const ofArea = uaeHub.requirements().filter((one) => one.area === area)
    expect(ofArea.length).toBeGreaterThan(5)
    const ids = new Set(ofArea.map(({ id }) => id))
    const left = excluded.filter(
      ({ requirement, reason }) => ids.has(requirement) && reason.startsWith('not asked yet'),
    )
    expect(left).toEqual([])
  },
)
