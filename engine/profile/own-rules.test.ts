import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { givenOver } from '../../testing/given.ts'
import { fakeRule, fakeScenario, fakeStandard } from '../../testing/standard.ts'
import type { ExchangeRule } from '../rule.ts'
import { ownRules } from './own-rules.ts'
import type { RawProfile } from './read.ts'

let folder: string
let count = 0
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-own-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const standard = fakeStandard({
  operations: ['GET /accounts'],
  scenarios: [],
  rules: [fakeRule({ id: 'UAE-HDR-001', on: [fakeScenario({ id: 'toy/read' })] })],
})

const load = (source: string): Promise<readonly ExchangeRule[]> => {
  count += 1
  writeFileSync(join(folder, `rules${count}.mjs`), source)
  const raw = { path: join(folder, 'p.yaml'), values: {}, locate: () => 'p.yaml:7' } as RawProfile
  return ownRules({ rules: `./rules${count}.mjs` }, raw, [standard])
}

const good = `{ id: 'ACME-001', level: 'SHOULD', title: 'Answers say who made them',
  check: ({ response }) => response.headers.some(([name]) => name === 'server') ? [] : [{ at: 'header server', expected: 'a value', got: 'nothing' }] }`

test('a rule of one’s own is a rule like any other, and marked', async () => {
  const [rule] = await load(`export default [${good}]`)
  expect(rule).toMatchObject({
    id: 'ACME-001',
    own: true,
    on: 'exchange',
    requirements: ['ACME-001'],
    cites: [{ source: 'own rules' }],
  })
  const given = givenOver([])
  expect(rule?.check(exchange({ headers: { server: 'x' } }), given)).toEqual([])
  expect(rule?.check(exchange(), given)).toEqual([{ at: 'header server', expected: 'a value', got: 'nothing' }])
})

test('a rule about some operations is silent about the others', async () => {
  const [rule] = await load(`export default [{ ...${good}, operations: ['GET /accounts'] }]`)
  expect(rule?.check(exchange({ operation: 'GET /parties' }), givenOver([]))).toHaveProperty('silent')
  expect(rule?.check(exchange(), givenOver([]))).toHaveLength(1)
})

test('without the field there are none', async () => {
  expect(await ownRules({}, { path: 'p', values: {}, locate: () => 'p' }, [standard])).toEqual([])
})

test.each([
  ['no list', 'export const rules = []', 'expected a list of rules as the default export'],
  ['a syntax error', 'export default [', 'cannot be loaded'],
  ['a missing field', `export default [{ id: 'ACME-001', level: 'MUST', title: 'x' }]`, 'check: expected a function'],
  ['a misspelt field', `export default [{ ...${good}, titel: 'x' }]`, 'titel'],
  ['no id', `export default [{ level: 'MUST', title: 'x', check: () => [] }]`, 'id: '],
  ['an id of a standard', `export default [{ ...${good}, id: 'UAE-HDR-900' }]`, 'UAE- belong to a standard'],
  [
    'an operation that there is not',
    `export default [{ ...${good}, operations: ['GET /acounts'] }]`,
    'there is no operation GET /acounts',
  ],
  ['an id twice', `export default [${good}, ${good}]`, 'ACME-001 stands twice'],
])('%s is set-up at fault', async (_, source, message) => {
  await expect(load(source)).rejects.toMatchObject({ name: 'SetUpFault', message: expect.stringContaining(message) })
})

test.each([
  ['a promise', 'async () => []', 'a check answers at once'],
  ['true', '() => true', 'expected a list of'],
  ['a finding without got', `() => [{ at: 'x', expected: 'y' }]`, 'expected a list of'],
])('a check that answers with %s breaks and accuses nobody', async (_, check, message) => {
  const [rule] = await load(`export default [{ ...${good}, check: ${check} }]`)
  expect(() => rule?.check(exchange(), givenOver([]))).toThrow(message)
})
