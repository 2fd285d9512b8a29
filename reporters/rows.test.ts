import { describe, expect, test } from 'vitest'
import { type Outcome, outcomes } from '../engine/report.ts'
import { everyOutcome, report, verdict } from '../testing/reporting.ts'
import { bySuite, rows, severity } from './rows.ts'
import { sentences, why } from './why.ts'

const finding = { at: 'body', expected: 'an object', got: 'nothing' }
const outcomeOf = (...all: readonly Outcome[]): Outcome | undefined =>
  rows({ verdicts: all.map((outcome, index) => verdict({ outcome, operation: `GET /${index}` })) })[0]?.outcome

describe('rows', () => {
  test('know every outcome', () => {
    expect([...severity].sort()).toEqual([...outcomes].sort())
  })

  test.each<readonly [readonly Outcome[], Outcome]>([
    [['pass', 'pass'], 'pass'],
    [['pass', 'fail', 'broken'], 'fail'],
    [['waived', 'broken'], 'broken'],
    [['pass', 'waived', 'inconclusive'], 'waived'],
    [['warn', 'inconclusive'], 'warn'],
    [['pass', 'inconclusive'], 'inconclusive'],
    [['not-asked', 'pass'], 'pass'],
    [['not-applicable', 'not-asked'], 'not-asked'],
  ])('%j is %s', (all, expected) => {
    expect(outcomeOf(...all)).toBe(expected)
  })

  test('hold every verdict once, in the order of the report', () => {
    const all = rows({ verdicts: everyOutcome })
    expect(all.flatMap(({ verdicts }) => verdicts)).toHaveLength(everyOutcome.length)
    expect(all.map(({ rule }) => rule).slice(0, 3)).toEqual(['UAE-HDR-001', 'UAE-PAG-004', 'UAE-DAT-002'])
    expect([...bySuite(all).keys()]).toEqual(['uae-hub/bank-data-sharing', 'uae-hub/consents', 'uae-hub/authorisation'])
    expect(all[0]).toMatchObject({ outcome: 'fail', passed: 1 })
    expect(all[0]?.findings.map((one) => one.verdict.operation)).toEqual(['GET /accounts', 'GET /accounts/{AccountId}'])
  })

  test('keep one rule apart in two suites', () => {
    expect(rows({ verdicts: [verdict(), verdict({ suite: 'uae-hub/consents' })] })).toHaveLength(2)
  })

  test('give each reason once', () => {
    const reason = 'the log-in failed'
    const verdicts = ['GET /a', 'GET /b'].map((operation) => verdict({ operation, outcome: 'inconclusive', reason }))
    const [row] = rows({ verdicts: [...verdicts, verdict()] })
    expect(row && why(row, { waivers: [] })).toBe('inconclusive: the log-in failed')
  })
})

describe('why', () => {
  const said = (outcome: Outcome, reason?: string): string | undefined => {
    const [row] = rows({ verdicts: [verdict({ outcome, ...(reason === undefined ? {} : { reason }) })] })
    return row && why(row, { waivers: [] })
  }

  test('explains what is not judged', () => {
    expect(said('not-asked', 'no burst is agreed')).toBe('not asked: no burst is agreed')
    expect(said('not-applicable')).toBe('not applicable: the profile does not claim it')
    expect(said('broken', 'TypeError')).toBe('the check broke: TypeError')
    expect(said('waived')).toBe('waived')
    expect(said('pass')).toBeUndefined()
    expect(said('fail', 'x')).toBeUndefined()
  })

  test('names the waiver that covers the finding, and no other', () => {
    const known = { rule: 'UAE-HDR-001', reason: 'old gateway', owner: 'API team', until: '2027-03-31', used: 1 }
    const waivers = [
      { ...known, at: 'header date', reason: 'other' },
      { ...known, operation: 'GET /accounts' },
    ]
    const [row] = rows(report([verdict({ outcome: 'waived', findings: [finding] })]))
    expect(row && why(row, { waivers })).toBe('waived until 2027-03-31 by API team: old gateway')
  })
})

test('a sentence says where, what was expected, what came, and which rule to read', () => {
  const [row] = rows({
    verdicts: [
      verdict({ outcome: 'fail', findings: [finding, finding] }),
      verdict({ outcome: 'fail', operation: '*', findings: [finding] }),
    ],
  })
  expect(row && sentences(row)).toEqual([
    'GET /accounts · body: expected an object, got nothing; see UAE-HDR-001',
    'body: expected an object, got nothing; see UAE-HDR-001',
  ])
})
