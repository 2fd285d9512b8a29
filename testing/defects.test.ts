import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { defects } from '../bank/index.ts'
import { rulesOf } from '../cli/catalogue.ts'
import { packageRoot } from '../engine/package.ts'
import { formats } from '../schemas/formats.ts'
import { broken, needsOf, type Recorded, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { standards } from '../suites/index.ts'

const lock = JSON.parse(readFileSync(join(packageRoot, 'bank', 'defects.lock.json'), 'utf8')) as Record<
  string,
  Recorded
>
// Standards without an authorization server are proved by servers of their own.
const proved = standards.filter(({ fapi }) => fapi !== undefined)
const rules = proved.flatMap(rulesOf)
const scenarios = proved.flatMap(({ suites }) => suites.flatMap((suite) => suite.scenarios))

const schema = JSON.parse(readFileSync(join(packageRoot, 'schemas', 'report.schema.json'), 'utf8'))

const faultsOfReport = (report: unknown): readonly string[] => {
  const validate = new Ajv2020({ allErrors: true, formats }).compile(schema)
  // As it is written: members without a value are left out.
  validate(JSON.parse(JSON.stringify(report)))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** Seconds for one run: most take one, those that wait for a token to end take ten. */
const patience = 60_000

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

describe('the honest bank', () => {
  test('breaks nothing, and leaves nothing undecided', { timeout: patience }, async () => {
    const run = await runAgainst({ defects: [], slow: true, burst: true })
    expect(broken(run)).toEqual([])
    expect(undecided(run)).toEqual([])
    expect(run.report).toMatchObject({ result: 'conformant', scope: 'whole' })
    expect(run.remarks).toEqual([])
    expect(faultsOfReport(run.report)).toEqual([])
  })
})

// What a defect breaks beside, in scenarios that are left out here, `npm run prove` looks at.
describe.each(defects.map(({ name }) => ({ name, ...lock[name] })))(
  'the defect $name',
  ({ name, breaks, shownBy = [] }) => {
    test(`breaks ${breaks?.join(', ')}`, { timeout: patience }, async () => {
      const run = await runAgainst({
        defects: [name],
        scenarios: shownBy,
        ...needsOf(scenarios.filter(({ id }) => shownBy.includes(id))),
      })
      expect(broken(run)).toEqual(breaks)
      expect(run.report.verdicts.filter(({ outcome }) => outcome === 'broken')).toEqual([])
    })
  },
)
