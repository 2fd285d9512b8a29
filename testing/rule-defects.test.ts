import { expect, it } from 'vitest'
import { defects } from '../bank/index.ts'
import { standards } from '../suites/index.ts'

// Standards without an authorization server are proved by servers of their own.
const rules = standards
  .filter(({ fapi }) => fapi !== undefined)
  .flatMap((one) => [...one.rules, ...one.suites.flatMap((suite) => suite.rules)])

it('every rule names a defect of the embedded bank as its own, and the bank says the same', () => {
  const owners = new Map(defects.map(({ name, breaks }) => [name, breaks]))
  const faults = rules.flatMap(({ id, defects: [own] }) =>
    own !== undefined && owners.get(own) === id ? [] : [`${id}: ${own} is said to break ${owners.get(own ?? '')}`],
  )
  expect(faults).toEqual([])
})

it('every defect that a rule is said to find has that rule', () => {
  const named = new Set(rules.flatMap((one) => one.defects))
  expect(defects.filter(({ name }) => !named.has(name)).map(({ name }) => name)).toEqual([])
})
