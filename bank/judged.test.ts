import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runProfile, writeProfile } from '../testing/bank-run.ts'
import { type BankOptions, startBank } from './index.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-judged-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it.each<[string, BankOptions]>([
  ['money moves while it is read', { movement: 'per-call' }],
  ['moving money pushes records from page to page', { movement: 'per-call', paging: 'offset' }],
  ['the user has an account without transactions', { user: 'noura' }],
  ['the user has one account', { user: 'majid' }],
  ['the user is a company', { user: 'desertrose' }],
])('no rule accuses the honest bank where %s', { timeout: 60_000 }, async (_, options) => {
  const bank = await startBank({ ...options, rateLimit: { requests: 1000, seconds: 1 } })
  try {
    const { report } = await runProfile(writeProfile(bank, folder))
    const accused = report.verdicts.filter(({ outcome, findings }) => outcome === 'broken' || findings.length > 0)
    expect(accused.map(({ rule, operation, findings }) => ({ rule, operation, findings }))).toEqual([])
    expect(report.verdicts.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(10)
  } finally {
    await bank.close()
  }
})
