import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { type BankStandard, defects } from '../bank/index.ts'
import { packageRoot } from '../engine/package.ts'
import { formats } from '../schemas/formats.ts'
import { broken, needsOf, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { standards } from '../suites/index.ts'
import { lock } from './lock.ts'

/** Milliseconds for one run: most take one second, those that wait for a token to end take ten. */
const patience = 60_000

const faultsOfReport = (report: unknown): readonly string[] => {
  const schema = JSON.parse(readFileSync(join(packageRoot, 'schemas', 'report.schema.json'), 'utf8'))
  const validate = new Ajv2020({ allErrors: true, formats }).compile(schema)
  // As it is written: members without a value are left out.
  validate(JSON.parse(JSON.stringify(report)))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/**
 * Proves the rules of a standard on the embedded bank: the honest one breaks nothing, and each defect exactly what is
 * recorded. `withoutOccasion`: rules of which the honest bank gives no occasion.
 */
export const proveOnTheBank = (standard: BankStandard, withoutOccasion: readonly string[]): void => {
  const suites = standards.find(({ id }) => id === standard)?.suites ?? []
  const scenarios = suites.flatMap((suite) => suite.scenarios)

  test('the honest bank breaks nothing, and leaves nothing undecided', { timeout: patience }, async () => {
    const run = await runAgainst({ standard, defects: [], slow: true, burst: true })
    expect(broken(run)).toEqual([])
    expect(undecided(run)).toEqual([])
    const scope = withoutOccasion.length === 0 ? 'whole' : 'part'
    expect(run.report).toMatchObject({ result: 'conformant', scope })
    expect(run.report.notAsked.flatMap(({ rules: ids }) => ids).sort()).toEqual(withoutOccasion)
    expect(run.remarks).toEqual([])
    expect(faultsOfReport(run.report)).toEqual([])
  })

  // What a defect breaks beside, in scenarios that are left out here, `npm run prove` looks at.
  const own = defects.filter((one) => one.standard === standard)
  describe.each(own.map(({ name }) => ({ name, ...lock[name] })))(
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
}
