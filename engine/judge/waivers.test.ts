import { describe, expect, test } from 'vitest'
import type { Verdict } from '../report.ts'
import { applyWaivers } from './waivers.ts'

const verdict = (change: Partial<Verdict> = {}): Verdict => ({
  rule: 'R-1',
  requirements: ['R-1'],
  level: 'MUST',
  about: 'hub',
  title: 't',
  suite: 's',
  scenario: '*',
  operation: 'GET /a',
  outcome: 'fail',
  findings: [{ at: '/Data', expected: 'a list', got: 'null' }],
  observed: {},
  cites: [],
  exchanges: [],
  held: 0,
  durationMs: 0,
  ...change,
})

const waiver = { rule: 'R-1', reason: 'known, ticket 7', owner: 'ops', until: '2026-12-31' }
const today = '2026-06-01'

test('covers every finding of its rule, and says who answers for it', () => {
  const { verdicts, faults } = applyWaivers([verdict()], [waiver], today)
  expect(verdicts[0]).toMatchObject({ outcome: 'waived', reason: 'known, ticket 7 (ops, until 2026-12-31)' })
  expect(verdicts[0]?.findings).toHaveLength(1)
  expect(faults).toEqual([])
})

describe.each([
  ['another operation', { operation: 'GET /b' }],
  ['another scenario', { scenario: 's/other' }],
  ['another place', { at: '/Links' }],
])('a waiver of %s', (_, change) => {
  test('leaves the finding as it is', () => {
    expect(applyWaivers([verdict()], [{ ...waiver, ...change }], today).verdicts[0]?.outcome).toBe('fail')
  })
})

test('one finding that is not covered keeps the verdict', () => {
  const two = verdict({
    findings: [
      { at: '/Data', expected: 'a', got: 'b' },
      { at: '/Links', expected: 'a', got: 'b' },
    ],
  })
  expect(applyWaivers([two], [{ ...waiver, at: '/Data' }], today).verdicts[0]?.outcome).toBe('fail')
})

test('two waivers together may cover what neither does', () => {
  const two = verdict({
    findings: [
      { at: '/Data', expected: 'a', got: 'b' },
      { at: '/Links', expected: 'a', got: 'b' },
    ],
  })
  const both = [
    { ...waiver, at: '/Data' },
    { ...waiver, at: '/Links' },
  ]
  expect(applyWaivers([two], both, today).verdicts[0]?.outcome).toBe('waived')
})

test('an expired one covers nothing and is a fault', () => {
  const { verdicts, faults } = applyWaivers([verdict()], [{ ...waiver, until: '2026-05-31' }], today)
  expect(verdicts[0]?.outcome).toBe('fail')
  expect(faults).toEqual(['the waiver of R-1 ended on 2026-05-31 (owner ops)'])
})

test('its last day counts', () => {
  expect(applyWaivers([verdict()], [{ ...waiver, until: today }], today).verdicts[0]?.outcome).toBe('waived')
})

test('one that covers nothing any more is a fault once its rule was judged, and none before', () => {
  const passed = verdict({ outcome: 'pass', findings: [] })
  const unasked = verdict({ outcome: 'not-asked', findings: [] })
  expect(applyWaivers([passed], [waiver], today).faults).toEqual([
    'the waiver of R-1 covers no finding any more (owner ops)',
  ])
  expect(applyWaivers([unasked], [waiver], today).faults).toEqual([])
})

describe('of a recording', () => {
  const passed = verdict({ outcome: 'pass', findings: [] })
  const ofRecording = (verdicts: readonly Verdict[], change: Partial<typeof waiver> = {}) =>
    applyWaivers(verdicts, [{ ...waiver, ...change }], today, { recorded: true })

  test('one that covers nothing is a remark and no fault', () => {
    expect(ofRecording([passed])).toMatchObject({
      faults: [],
      remarks: ['the waiver of R-1 covers no finding of this recording (owner ops)'],
    })
  })

  test('an expired one stays a fault', () => {
    expect(ofRecording([verdict()], { until: '2026-05-31' })).toMatchObject({
      faults: ['the waiver of R-1 ended on 2026-05-31 (owner ops)'],
      remarks: [],
    })
  })

  test('nothing is said of one that covers a finding, or whose rule was not judged', () => {
    const unasked = verdict({ outcome: 'not-asked', findings: [] })
    expect(ofRecording([verdict()])).toMatchObject({ faults: [], remarks: [] })
    expect(ofRecording([unasked])).toMatchObject({ faults: [], remarks: [] })
  })
})

test('it never touches what has no findings', () => {
  expect(applyWaivers([verdict({ outcome: 'inconclusive', findings: [] })], [waiver], today).verdicts[0]?.outcome).toBe(
    'inconclusive',
  )
})
