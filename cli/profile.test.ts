import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { makePlan } from '../engine/plan/make-plan.ts'
import { loadJudgeProfile } from './judge-profile.ts'
import { loadProfile } from './profile.ts'

const folder = join(packageRoot, 'profiles')
const own = mkdtempSync(join(tmpdir(), 'mizan-samples-'))
afterAll(() => rmSync(own, { recursive: true }))

const embedded = readdirSync(folder).filter((name) => name.startsWith('embedded-'))

it('the embedded bank has profiles', () => {
  expect(embedded).toContain('embedded-uae-hub.yaml')
})

it.each(embedded)('the plan of %s leaves out nothing that the bank fills in', async (name) => {
  const { profile, standard } = await loadProfile(join(folder, name))
  const plan = makePlan(standard, profile, { suites: [], rules: [], operations: [], slow: true })
  expect(plan.claims).toEqual(profile.claims ?? Object.keys(standard.capabilities))
  const reasons = new Set(plan.scenarios.map(({ left }) => left?.reason ?? 'asked'))
  expect([...reasons].filter((one) => !/^asked$|no burst|does not claim/.test(one))).toEqual([])
  expect(plan.journeys).toBeGreaterThan(0)
})

describe.each([
  ['run and plan', loadProfile],
  ['judge', loadJudgeProfile],
])('%s', (_, load) => {
  it.each([
    ['creditorIban:', 'creditorIbn:', 'samples.creditorIbn: there is no creditorIbn', 'Did you mean creditorIban?'],
    ['creditorIban: BH67', 'creditorIban: BH67 ', 'samples.creditorIban: expected an IBAN', 'It is the account that'],
    ['creditorIban:', 'mutualTls: none #', 'samples.mutualTls: expected yes or no', 'See samples in docs/profile.md.'],
  ])('takes no sample of which nothing comes: %s → %s', async (good, bad, message, todo) => {
    const file = join(own, 'bank.yaml')
    const text = readFileSync(join(folder, 'bbk.example.yaml'), 'utf8')
    writeFileSync(file, text.replace(good, bad))
    const line = text.split('\n').findIndex((one) => one.includes(good)) + 1
    await expect(load(file)).rejects.toMatchObject({
      where: expect.stringMatching(new RegExp(`bank\\.yaml:${line}$`)),
      message: expect.stringContaining(message),
      todo: expect.stringContaining(todo),
    })
  })
})
