import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import type { Requirement } from '../engine/standard.ts'
import { standards } from '../suites/index.ts'
import { fakeRule, fakeScenario, fakeStandard } from '../testing/standard.ts'
import { link, plain, table } from './markdown.ts'
import { rulesPage } from './rules-page.ts'

it('docs/rules.md says what the rules say: otherwise run npm run docs:rules', () => {
  expect(readFileSync(join(packageRoot, 'docs', 'rules.md'), 'utf8')).toBe(rulesPage(standards))
})

const requirement = (id: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  standard: 'uae-hub',
  area: 'PAG',
  level: 'MUST',
  statement: 'Pages end',
  source: 'S0 step 1',
  ...more,
})

const scenario = fakeScenario({ id: 'data/read' })
const standard = fakeStandard(
  {
    scenarios: [scenario],
    rules: [
      fakeRule({
        id: 'A-1',
        on: [scenario],
        requirements: ['A-1', 'A-2'],
        title: 'Ends | or not',
        cites: [{ source: 'S0', place: 'step 10' }],
        defects: ['own', 'other'],
      }),
    ],
  },
  {
    id: 'uae-hub',
    title: 'Toy',
    rules: [fakeRule({ id: 'A-0', on: 'exchange', level: { v1: 'SHOULD', v2: 'MUST' }, title: 'Begins' })],
    requirements: () => [
      ...['A-0', 'A-1', 'A-2', 'A-3'].map((id) => requirement(id)),
      requirement('A-4', { source: 'S0 step 1; RFC 9110' }),
      requirement('A-5', { area: 'ERR', level: 'MAY' }),
      requirement('A-6', { area: 'ERR' }),
    ],
    exclusions: () => [
      { requirement: 'A-3', state: 'planned', reason: 'not asked yet' },
      { requirement: 'A-4', state: 'planned', reason: 'not asked yet' },
      { requirement: 'A-5', state: 'kept', reason: 'the tool does: some.test.ts' },
      { requirement: 'A-6', state: 'kept', reason: 'the tool does: some.test.ts' },
    ],
  },
)
const lines = rulesPage([standard]).split('\n')

describe('the page of rules', () => {
  it('counts what has a rule', () => {
    expect(lines).toContain(
      '2 rules (1 MUST, 1 by variant) serve 3 of 7 requirements; the others are [below](#without-a-rule-uae-hub).',
    )
    expect(lines).toContain('### Without a rule (uae-hub)')
  })

  it('has a row for each rule, and says which rest on sources that nobody can look up', () => {
    expect(lines).toContain('| A-1 | MUST, single source | Ends \\| or not | A-2 | S0 step 10 | `own` |')
    expect(lines).toContain(
      '| A-0 | SHOULD in v1, MUST in v2 | Begins |  | [RFC 9110 §5.1](https://www.rfc-editor.org/rfc/rfc9110#section-5.1) |  |',
    )
  })

  it('counts planned requirements by area, and lists the others by reason', () => {
    expect(lines.filter((line) => line.startsWith('| Pages and filters') || line.startsWith('| All'))).toEqual([
      '| Pages and filters (PAG) | 2 | 2 | 1 | 0 | 0 |',
      '| All | 2 | 2 | 1 | 0 | 0 |',
    ])
    expect(lines).toContain('- Errors: the tool does: some.test.ts (A-5, A-6)')
  })

  it('leads from a place in a source to the rules', () => {
    expect(lines).toContain('**S0**: UAE Open Finance, Bank Data Sharing API guide. No public text.')
    expect(lines).toContain('| step 10 | A-1 |')
    expect(lines).toContain('| [9110 §5.1](https://www.rfc-editor.org/rfc/rfc9110#section-5.1) | A-0 |')
  })
})

describe('Markdown', () => {
  it.each([
    ['a | b * c [d] <e>', 'a \\| b \\* c \\[d\\] \\<e>'],
    ['`a*b|c` * d', '`a*b\\|c` \\* d'],
    ['request_uri', 'request_uri'],
  ])('shows %s as it is', (text, written) => {
    expect(plain(text)).toBe(written)
  })

  it('links only what has an address', () => {
    expect([link('a', undefined), link('a]', 'https://a.example')]).toEqual(['a', '[a\\]](https://a.example)'])
  })

  it('has tables', () => {
    expect(table(['A', 'B'], [['1', '2']])).toEqual(['| A | B |', '| --- | --- |', '| 1 | 2 |'])
  })
})
