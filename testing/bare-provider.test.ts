import { expect, test } from 'vitest'
import { broken, rulesOf, runAgainst, undecided } from '../scripts/prove-defects.ts'
import { standards } from '../suites/index.ts'

const seconds = 1000

/** Rules that rest on an RFC or on FAPI: what a certified server keeps, whatever the market says. */
const ofRfcOrigin = standards
  .flatMap(rulesOf)
  .filter(({ cites }) => cites.some(({ source }) => source === 'RFC' || source === 'FAPI' || source === 'OIDC'))
  .map(({ id }) => id)

test('oidc-provider without our layers breaks no rule at all', { timeout: 60 * seconds }, async () => {
  const run = await runAgainst({ defects: [], slow: false, burst: false, bare: true })
  expect(broken(run)).toEqual([])
  expect(undecided(run)).toEqual([])
  const passed = run.report.verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule)
  const unproved = ofRfcOrigin.filter((id) => !passed.includes(id))
  // Only the burst was left out.
  expect(unproved).toEqual(['UAE-RTL-004'])
})
