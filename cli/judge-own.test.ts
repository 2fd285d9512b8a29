import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { BankStandard } from '../bank/index.ts'
import { judgeRecording } from '../engine/recorded/judge-recording.ts'
import type { Verdict } from '../engine/report.ts'
import { writeHar } from '../reporters/har.ts'
import { runAgainst } from '../scripts/prove-defects.ts'
import { bahrain } from '../suites/bahrain/index.ts'
import { uaeHub } from '../suites/uae-hub/index.ts'
import { fakeProfile } from '../testing/standard.ts'
import { reportingOf } from './reporting.ts'

let out: string
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'mizan-judge-'))
})
afterAll(() => rmSync(out, { recursive: true }))

const keyOf = ({ rule, operation }: Verdict): string => `${rule} ${operation}`

/** Verdicts of rules on exchanges and on the whole run, by rule and operation. */
const repeatable = (verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> =>
  new Map(verdicts.filter(({ scenario }) => scenario === '*').map((one) => [keyOf(one), one]))

const scenarios = [
  'bank-data-sharing/read-accounts',
  'bank-data-sharing/walk-transactions',
  'bank-data-sharing/read-parties',
  'bank-data-sharing/filter-by-garbage',
  'bank-data-sharing/vary-headers',
  'authorisation/redeem-codes',
  'consents/follow-consent',
].filter((id) => uaeHub.suites.some((suite) => suite.scenarios.some((one) => one.id === id)))

it.each([
  { bank: 'the honest bank, asked everything', defects: [], all: true, shows: false },
  { bank: 'the honest bank of Bahrain, asked everything', defects: [], of: bahrain, all: true, shows: false },
  {
    bank: 'ids of the moment, in Bahrain',
    defects: ['bh-transaction-ids-of-the-moment'],
    of: bahrain,
    all: true,
    shows: true,
  },
  { bank: 'an id that is replaced', defects: ['interaction-id-replaced'], shows: true },
  { bank: 'an amount as a number', defects: ['amount-as-number'], shows: true },
  { bank: 'an error that shows a stack', defects: ['error-with-stack'], shows: true },
  // What is masked stands in the object that has a member too many.
  { bank: 'a member that nobody declares', defects: ['account-with-undeclared-member'], shows: false },
])(
  'our own recording is judged as the run was, or not at all: $bank',
  { timeout: 120_000 },
  async ({ defects, shows, all, of = uaeHub }) => {
    const run = await runAgainst({
      ...{ defects, standard: of.id as BankStandard, slow: false, burst: false },
      ...(!all && { scenarios }),
    })
    const path = await writeHar(reportingOf(run, of, out))
    const profile = fakeProfile({
      ...{ standard: of.id, variant: of.variants[0], resources: {} },
      claims: [...run.plan.claims],
    })
    const judged = await judgeRecording({
      ...{ path, shown: 'recording.har', profile, standard: of },
      known: { clientId: profile.client.id },
      selection: { rules: [], operations: [] },
      interrupted: new AbortController().signal,
    })
    expect(judged.report.exchanges).toBe(run.report.exchanges)
    expect(judged.redactor.leaks(JSON.stringify([...judged.exchanges]))).toEqual([])
    const [before, after] = [repeatable(run.report.verdicts), repeatable(judged.report.verdicts)]
    const changed = [...before].flatMap(([key, was]) => {
      const is = after.get(key)
      if (is?.outcome === was.outcome) {
        expect([key, new Set(is.findings.map(({ at }) => at))]).toEqual([
          key,
          new Set(was.findings.map(({ at }) => at)),
        ])
        return []
      }
      return [`${key}: ${was.outcome} → ${is?.outcome ?? 'not-asked'} ${is?.reason ?? ''}`]
    })
    expect(changed.filter((one) => !/→ (inconclusive what decides it is masked|not-asked)/.test(one))).toEqual([])
    expect([...after.values()].filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(40)
    const found = [...after.values()].some(({ findings }) => findings.length > 0)
    expect(found).toBe(shows)
  },
)
