import { expect, test } from 'vitest'
import { defects } from '../bank/index.ts'
import { rulesOf } from '../cli/catalogue.ts'
import { standards } from '../suites/index.ts'
import { lock } from './lock.ts'

// Standards without an authorization server are proved by servers of their own.
const rules = standards.filter(({ fapi }) => fapi !== undefined).flatMap(rulesOf)

test('every defect is recorded, and nothing else', () => {
  expect(Object.keys(lock).sort()).toEqual(defects.map(({ name }) => name).sort())
})

test('every defect breaks its own rule', () => {
  expect(defects.filter(({ name, breaks }) => !lock[name]?.breaks.includes(breaks)).map(({ name }) => name)).toEqual([])
})

test('every rule names a defect that breaks it', () => {
  const unproved = rules.filter(
    ({ id, defects: own }) => own.length === 0 || own.some((name) => !lock[name]?.breaks.includes(id)),
  )
  expect(unproved.map(({ id }) => id)).toEqual([])
})
