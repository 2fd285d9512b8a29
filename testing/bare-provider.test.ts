import { expect, test } from 'vitest'
import { rulesOf } from '../cli/catalogue.ts'
import { broken, needsOf, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { standards } from '../suites/index.ts'

const seconds = 1000

/** Rules that rest on an RFC or on FAPI: what a certified server keeps, whatever the market says. */
const ofRfcOrigin = standards
  .flatMap(rulesOf)
  .filter(({ cites }) => cites.some(({ source }) => source === 'RFC' || source === 'FAPI' || source === 'OIDC'))
  .filter((rule) => !needsOf(rule).slow && !needsOf(rule).burst)
  .map(({ id }) => id)

test('oidc-provider without our layers breaks no rule at all', { timeout: 60 * seconds }, async () => {
  const run = await runAgainst({ defects: [], slow: false, burst: false, bare: true })
  expect(broken(run)).toEqual([])
  expect(undecided(run)).toEqual([])
  const passed = run.report.verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule)
  expect(ofRfcOrigin.length).toBeGreaterThan(5)
  expect(passed).toEqual(expect.arrayContaining(ofRfcOrigin))
})
