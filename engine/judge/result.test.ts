import { describe, expect, test } from 'vitest'
import type { Outcome, Report, Verdict } from '../report.ts'
import type { Level } from '../rule.ts'
import { countsOf, exitCodeOf, notAskedIn, resultOf } from './result.ts'

type Brief = readonly [Level, Outcome]

const finding = { at: 'a', expected: 'b', got: 'c' }
const verdicts = (...all: readonly Brief[]): readonly Verdict[] =>
  all.map(([level, outcome], index) => ({
    rule: `R-${index}`,
    requirements: [`R-${index}`],
    level,
    about: 'hub',
    title: '',
    suite: 's',
    scenario: '*',
    operation: '*',
    outcome,
    findings: ['fail', 'warn', 'note', 'waived'].includes(outcome) ? [finding] : [],
    reason: outcome === 'not-asked' ? 'slow' : '',
    observed: {},
    cites: [],
    exchanges: [],
    held: 0,
    durationMs: 0,
  }))

const rows: readonly (readonly [string, readonly Brief[], Report['result'], number])[] = [
  [
    'everything holds',
    [
      ['MUST', 'pass'],
      ['SHOULD', 'pass'],
    ],
    'conformant',
    0,
  ],
  [
    'a MUST fails',
    [
      ['MUST', 'pass'],
      ['MUST', 'fail'],
    ],
    'not-conformant',
    1,
  ],
  [
    'a MUST fails and another could not be decided',
    [
      ['MUST', 'fail'],
      ['MUST', 'inconclusive'],
    ],
    'not-conformant',
    1,
  ],
  [
    'a MUST that fails is waived',
    [
      ['MUST', 'pass'],
      ['MUST', 'waived'],
    ],
    'not-conformant',
    0,
  ],
  [
    'a MUST is waived and another inconclusive',
    [
      ['MUST', 'waived'],
      ['MUST', 'inconclusive'],
    ],
    'not-conformant',
    2,
  ],
  [
    'a SHOULD has findings',
    [
      ['MUST', 'pass'],
      ['SHOULD', 'warn'],
    ],
    'conformant',
    0,
  ],
  [
    'a MAY has findings',
    [
      ['MUST', 'pass'],
      ['MAY', 'note'],
    ],
    'conformant',
    0,
  ],
  [
    'a MUST could not be decided',
    [
      ['MUST', 'pass'],
      ['MUST', 'inconclusive'],
    ],
    'partial',
    2,
  ],
  [
    'a MUST broke',
    [
      ['MUST', 'pass'],
      ['MUST', 'broken'],
    ],
    'partial',
    2,
  ],
  [
    'a SHOULD could not be decided',
    [
      ['MUST', 'pass'],
      ['SHOULD', 'inconclusive'],
    ],
    'conformant',
    0,
  ],
  [
    'a MUST was not asked',
    [
      ['MUST', 'pass'],
      ['MUST', 'not-asked'],
    ],
    'conformant',
    0,
  ],
  [
    'nothing was judged at all',
    [
      ['MUST', 'not-asked'],
      ['MUST', 'not-applicable'],
    ],
    'partial',
    2,
  ],
  ['there is no verdict', [], 'partial', 2],
]

describe.each(rows)('when %s', (_, brief, result, exitCode) => {
  const all = verdicts(...brief)
  const report = { verdicts: all, result: resultOf(all), interrupted: false } as unknown as Report

  test(`the result is ${result}`, () => expect(report.result).toBe(result))
  test(`the exit code is ${exitCode}`, () => expect(exitCodeOf(report, [])).toBe(exitCode))
  test('an interrupted run exits with 130', () => expect(exitCodeOf({ ...report, interrupted: true }, [])).toBe(130))
})

test('a run that was broken off is no success, and a finding stays one', () => {
  expect(resultOf(verdicts(['MUST', 'pass']), true)).toBe('partial')
  expect(resultOf(verdicts(['MUST', 'fail']), true)).toBe('not-conformant')
})

test('a waiver at fault spoils a good run and does not hide a bad one', () => {
  const good = { verdicts: verdicts(['MUST', 'pass']), result: 'conformant', interrupted: false } as unknown as Report
  const bad = {
    verdicts: verdicts(['MUST', 'fail']),
    result: 'not-conformant',
    interrupted: false,
  } as unknown as Report
  expect(exitCodeOf(good, ['expired'])).toBe(3)
  expect(exitCodeOf(bad, ['expired'])).toBe(1)
})

test('counts have one number per outcome', () => {
  const counts = countsOf(verdicts(['MUST', 'pass'], ['MUST', 'pass'], ['MAY', 'note']))
  expect(counts).toEqual({
    pass: 2,
    fail: 0,
    warn: 0,
    note: 1,
    waived: 0,
    broken: 0,
    inconclusive: 0,
    'not-asked': 0,
    'not-applicable': 0,
  })
})

test('what was not asked is grouped by reason', () => {
  expect(notAskedIn(verdicts(['MUST', 'not-asked'], ['MUST', 'pass'], ['MUST', 'not-asked']))).toEqual([
    { reason: 'slow', rules: ['R-0', 'R-2'] },
  ])
})
