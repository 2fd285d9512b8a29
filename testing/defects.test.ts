import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { defects } from '../bank/index.ts'
import { rulesOf } from '../cli/catalogue.ts'
import { packageRoot } from '../engine/package.ts'
import { formats } from '../schemas/formats.ts'
import { broken, needsOf, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { standards } from '../suites/index.ts'

const lock = JSON.parse(readFileSync(join(packageRoot, 'bank', 'defects.lock.json'), 'utf8')) as Record<
  string,
  readonly string[]
>
const rules = standards.flatMap(rulesOf)

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
  expect(defects.filter(({ name, breaks }) => !lock[name]?.includes(breaks)).map(({ name }) => name)).toEqual([])
})

test('every rule names a defect that breaks it', () => {
  const unproved = rules.filter(
    ({ id, defects: own }) => own.length === 0 || own.some((name) => !lock[name]?.includes(id)),
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

describe.each(defects.map(({ name, breaks }) => ({ name, breaks })))('the defect $name', ({ name, breaks }) => {
  test(`breaks ${lock[name]?.join(', ')}`, { timeout: patience }, async () => {
    const rule = rules.find(({ id }) => id === breaks)
    const run = await runAgainst({
      defects: [name],
      ...(rule === undefined ? { slow: true, burst: true } : needsOf(rule)),
    })
    const asked = new Set(run.report.verdicts.filter(({ outcome }) => outcome !== 'not-asked').map((one) => one.rule))
    expect(broken(run)).toEqual(lock[name]?.filter((id) => asked.has(id)))
    expect(run.report.verdicts.filter(({ outcome }) => outcome === 'broken')).toEqual([])
  })
})
