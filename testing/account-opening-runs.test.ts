import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type RunningBank, startBank } from '../bank/index.ts'
import { makeRedactor } from '../engine/redact/redactor.ts'
import { accountOpening } from '../suites/uae-hub/account-opening/index.ts'
import { olderOpening, openingStatus } from '../suites/uae-hub/account-opening/operations.ts'
import { uaeHub } from '../suites/uae-hub/index.ts'
import { runProfile, troubles, writeProfile } from './bank-run.ts'

/** What opens accounts, and a little beside: a run that asks nothing at all is none. */
const scenarios = [
  'authorisation/ask-for-client-token',
  ...accountOpening.scenarios.map(({ id }) => id).filter((id) => !id.endsWith('v2.0')),
]
const few = { selection: { suites: [], rules: [], operations: [], scenarios, slow: false } }
const selection = { suites: ['account-opening'], rules: [], operations: [], slow: false }

let folder: string
let bank: RunningBank | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-opening-'))
})
afterEach(async () => {
  await bank?.close()
  bank = undefined
  rmSync(folder, { recursive: true })
})

test('an honest bank keeps version 2.0, and is not asked what that version does not have', {
  timeout: 30_000,
}, async () => {
  bank = await startBank({ variant: olderOpening })
  const found = await runProfile(writeProfile(bank, folder, { variant: olderOpening }), { selection })
  expect(troubles(found)).toEqual([])
  const redactor = makeRedactor(uaeHub.personal)
  for (const one of found.recording.exchanges) redactor.learn(one)
  const written = JSON.stringify([found.report, found.recording.exchanges.map(redactor.exchange)])
  expect(written).toContain('OpeningStatus')
  expect(written).not.toMatch(/Hessa|Almutakhayyala|784-1900|AE0703312345|AE..998/)
  const { verdicts, variant } = found.report
  expect(variant).toBe(olderOpening)
  const passed = [...new Set(verdicts.flatMap(({ rule, outcome }) => (outcome === 'pass' ? [rule] : [])))]
  expect(passed).toEqual(
    expect.arrayContaining(
      [
        'AOP-001',
        'AOP-003',
        'AOP-004',
        'AOP-006',
        'AOP-007',
        'AOP-008',
        'AOP-009',
        'AOP-015',
        'SIG-009',
        'SIG-012',
      ].map((one) => `UAE-${one}`),
    ),
  )
  const known = new Set(verdicts.map(({ rule }) => rule))
  for (const one of ['AOP-010', 'AOP-012', 'AOP-013', 'HDR-017', 'SIG-011']) expect(known).not.toContain(`UAE-${one}`)
  expect(verdicts.find(({ rule }) => rule === 'UAE-AOP-008')?.observed).toEqual({ states: 'Pending, then Created' })
})

test('a profile that allows no changes opens no account', { timeout: 30_000 }, async () => {
  bank = await startBank()
  const file = writeProfile(bank, folder, { environment: 'production' })
  const { recording, report } = await runProfile(file, few)
  expect(recording.exchanges.filter(({ request }) => request.url.includes('/account-opening/'))).toEqual([])
  const reasons = report.verdicts.flatMap(({ rule, outcome, reason }) =>
    /^UAE-AOP-/.test(rule) && outcome === 'not-asked' ? [reason] : [],
  )
  expect(reasons.length).toBeGreaterThan(5)
})

test('a profile without account opening hears nothing of it', { timeout: 30_000 }, async () => {
  bank = await startBank()
  const { 'account-opening-service-initiation': _, ...resources } = bank.profile.resources as Record<string, string>
  const { recording, report } = await runProfile(writeProfile(bank, folder, { resources }), few)
  expect(recording.exchanges.filter(({ operation }) => operation === openingStatus)).toEqual([])
  const outcomes = report.verdicts.flatMap(({ rule, outcome }) => (/^UAE-AOP-/.test(rule) ? [outcome] : []))
  expect(new Set(outcomes)).toEqual(new Set(['not-applicable']))
})
