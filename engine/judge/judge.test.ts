import { describe, expect, test } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { givenOver } from '../../testing/given.ts'
import { fakeProfile, fakeRule, fakeScenario, fakeStandard } from '../../testing/standard.ts'
import type { Exchange } from '../exchange.ts'
import type { Ending } from '../execute.ts'
import { makePlan } from '../plan/make-plan.ts'
import type { Verdict } from '../report.ts'
import { type Answer, type Level, silent, undecided } from '../rule.ts'
import { judge } from './judge.ts'

const finding = { at: '/Data', expected: 'a list', got: 'null' }
const read = fakeScenario({ id: 'data/read', operations: ['GET /accounts', 'GET /balances'] })
const slow = fakeScenario({ id: 'data/slow', slow: true })
const given = givenOver([])
const all = { suites: [], rules: [], operations: [], slow: false }

const evidence = (value: unknown): Ending => ({ evidence: value, durationMs: 7 })

const onScenario = (check: () => Answer, ending: Ending | undefined, level: Level = 'MUST'): Verdict => {
  const standard = fakeStandard({ scenarios: [read], rules: [fakeRule({ id: 'T-1', on: [read], level, check })] })
  const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
  const endings = new Map(ending === undefined ? [] : [['data/read', ending] as const])
  const [verdict] = judge(standard, plan, { exchanges: [], endings }, given)
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

test('a scenario that was lost is no loss for a rule about other operations', () => {
  const everywhere = (id: string, operations?: readonly string[]) =>
    fakeRule({ id, on: 'exchange', check: () => silent('nothing of the kind'), ...(operations && { operations }) })
  const standard = fakeStandard(
    { scenarios: [read] },
    { rules: [everywhere('T-1'), everywhere('T-2', []), everywhere('T-3', ['GET /accounts'])] },
  )
  const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
  const endings = new Map<string, Ending>([['data/read', { inconclusive: 'closed', durationMs: 1 }]])
  const verdicts = judge(standard, plan, { exchanges: [exchange({ operation: 'GET /balances' })], endings }, given)
  expect(verdicts.map(({ rule, outcome, reason }) => [rule, outcome, reason])).toEqual([
    ['T-1', 'inconclusive', 'closed'],
    ['T-2', 'not-asked', 'nothing of the kind'],
    ['T-3', 'inconclusive', 'closed'],
  ])
})

test('a rule about operations that only unclaimed capabilities would call is as inapplicable as they are', () => {
  const about = (operations: readonly string[]) =>
    fakeRule({ id: 'T-1', on: 'exchange', check: () => silent('nothing of the kind'), operations })
  const unclaimed = fakeScenario({ id: 'data/other', needs: ['balances'], operations: ['GET /balances'] })
  const outcome = (operations: readonly string[]) => {
    const standard = fakeStandard(
      { scenarios: [fakeScenario({ id: 'data/read' }), unclaimed] },
      { rules: [about(operations)] },
    )
    const profile = { ...fakeProfile(), claims: ['accounts'] }
    const plan = makePlan(standard, profile, { suites: [], rules: [], operations: [], slow: false })
    return judge(standard, plan, { exchanges: [], endings: new Map([['data/read', evidence('e')]]) }, given)[0]
  }
  expect(outcome(['GET /balances'])).toMatchObject({
    outcome: 'not-applicable',
    reason: 'the profile does not claim balances',
  })
  expect(outcome(['GET /nobody'])).toMatchObject({ outcome: 'not-asked' })
})

test('a rule of a suite of which nothing is claimed is as inapplicable as its scenarios', () => {
  const ofSuite = fakeRule({ id: 'T-1', on: 'exchange', check: () => silent('nothing of the kind') })
  const outcome = (claims: readonly string[]) => {
    const scenario = fakeScenario({ id: 'data/other', needs: ['balances'], operations: ['GET /balances'] })
    const standard = fakeStandard({ scenarios: [scenario], rules: [ofSuite] })
    const open = makePlan(standard, { ...fakeProfile(), claims: ['balances'] }, all)
    const left = { outcome: 'not-applicable', reason: 'the profile does not claim balances' } as const
    const plan = {
      ...open,
      scenarios: open.scenarios.map((one) => (claims.includes('balances') ? one : { ...one, left })),
    }
    return judge(standard, plan, { exchanges: [], endings: new Map([['data/other', evidence('e')]]) }, given)[0]
  }
  expect(outcome([])).toMatchObject({ outcome: 'not-applicable', reason: 'the profile does not claim balances' })
  expect(outcome(['balances'])).toMatchObject({ outcome: 'not-asked' })
})

describe('a rule on a scenario', () => {
  test.each<readonly [string, () => Answer, Ending | undefined, Level, Partial<Verdict>]>([
    ['holds', () => [], evidence('e'), 'MUST', { outcome: 'pass', held: 1, durationMs: 7 }],
    ['finds, at MUST', () => [finding], evidence('e'), 'MUST', { outcome: 'fail', findings: [finding] }],
    ['finds, at SHOULD', () => [finding], evidence('e'), 'SHOULD', { outcome: 'warn' }],
    ['finds, at MAY', () => [finding], evidence('e'), 'MAY', { outcome: 'note' }],
    ['is silent', () => silent('no 429 came'), evidence('e'), 'MUST', { outcome: 'not-asked', reason: 'no 429 came' }],
    [
      'cannot decide',
      () => undecided('data moved'),
      evidence('e'),
      'MUST',
      { outcome: 'inconclusive', reason: 'data moved' },
    ],
    [
      'throws',
      () => {
        throw new TypeError('x is undefined')
      },
      evidence('e'),
      'MUST',
      { outcome: 'broken', reason: 'the check broke: x is undefined', findings: [] },
    ],
    [
      'gets no occasion',
      () => [finding],
      { inconclusive: 'log-in failed', durationMs: 1 },
      'MUST',
      { outcome: 'inconclusive', reason: 'log-in failed', findings: [] },
    ],
    [
      'stands on a scenario that broke',
      () => [finding],
      { broken: 'our own', durationMs: 1 },
      'MUST',
      { outcome: 'broken', findings: [] },
    ],
    [
      'was never reached',
      () => [],
      undefined,
      'MUST',
      { outcome: 'inconclusive', reason: 'the run ended before it was asked' },
    ],
  ])('%s', (_, check, ending, level, expected) => {
    expect(onScenario(check, ending, level)).toMatchObject(expected)
  })

  test('names the exchanges of its evidence, and the one that shows a finding', () => {
    const pair = [exchange({ id: 'x1' }), exchange({ id: 'x2' })]
    expect(onScenario(() => [], evidence({ pages: pair })).exchanges).toEqual(['x1', 'x2'])
    expect(onScenario(() => [{ ...finding, exchange: 'x2' }], evidence(pair)).exchanges).toEqual(['x2'])
    expect(onScenario(() => [finding], evidence([pair[0]])).findings).toEqual([{ ...finding, exchange: 'x1' }])
  })

  test('what the plan left out is not asked, with its reason', () => {
    const standard = fakeStandard({
      scenarios: [read, slow],
      rules: [fakeRule({ id: 'T-1', on: [slow] }), fakeRule({ id: 'T-2', on: [read] })],
    })
    const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
    const verdicts = judge(standard, plan, { exchanges: [], endings: new Map([['data/read', evidence('e')]]) }, given)
    expect(verdicts.map(({ rule, outcome, reason }) => [rule, outcome, reason])).toEqual([
      ['T-1', 'not-asked', 'slow scenarios are off (--slow)'],
      ['T-2', 'pass', undefined],
    ])
  })
})

describe('a rule on every exchange', () => {
  const judgeAll = (
    exchanges: readonly Exchange[],
    check: (it: Exchange) => Answer,
    ending: Ending = evidence('e'),
    operations?: readonly string[],
  ) => {
    const rule = fakeRule({
      id: 'T-1',
      on: 'exchange',
      check: check as () => Answer,
      ...(operations && { operations }),
    })
    const standard = fakeStandard({ scenarios: [read] }, { rules: [rule] })
    const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
    return judge(standard, plan, { exchanges, endings: new Map([['data/read', ending]]) }, given)
  }
  const brief = (verdicts: readonly Verdict[]) =>
    verdicts.map(({ operation, outcome, held, scenario, suite }) => [operation, outcome, held, scenario, suite])
  const accounts = exchange({ id: 'x1', operation: 'GET /accounts' })
  const balances = exchange({ id: 'x2', operation: 'GET /balances', status: 500 })

  test('has one verdict for each operation that says anything', () => {
    const check = (it: Exchange): Answer => (it.response.status === 200 ? [] : [finding])
    expect(brief(judgeAll([accounts, accounts, balances], check))).toEqual([
      ['GET /accounts', 'pass', 2, '*', 'toy/data'],
      ['GET /balances', 'fail', 0, '*', 'toy/data'],
    ])
  })

  test('one bad exchange among good ones is found', () => {
    const check = (it: Exchange): Answer => (it.id === 'x9' ? [finding] : [])
    expect(judgeAll([accounts, exchange({ id: 'x9' })], check)).toMatchObject([
      { outcome: 'fail', held: 1, exchanges: ['x9'] },
    ])
  })

  test('is not asked when nothing gave the occasion', () => {
    expect(judgeAll([accounts], () => silent('no error'))).toMatchObject([{ operation: '*', outcome: 'not-asked' }])
  })

  test('never passes in silence when the scenario that should have given the occasion broke off', () => {
    const off: Ending = { inconclusive: 'the connection died', durationMs: 1 }
    expect(brief(judgeAll([accounts], () => [], off, ['GET /accounts', 'GET /balances']))).toEqual([
      ['GET /accounts', 'pass', 1, '*', 'toy/data'],
      ['GET /balances', 'inconclusive', 0, '*', 'toy/data'],
    ])
    expect(judgeAll([], () => [], off)).toMatchObject([
      { operation: '*', outcome: 'inconclusive', reason: 'the connection died' },
    ])
  })

  test('an operation that it is about and that only gave silent answers is inconclusive, not forgotten', () => {
    const check = (it: Exchange): Answer => (it.operation === 'GET /balances' ? silent('it answered 500') : [])
    expect(brief(judgeAll([accounts, balances], check, evidence('e'), ['GET /accounts', 'GET /balances']))).toEqual([
      ['GET /accounts', 'pass', 1, '*', 'toy/data'],
      ['GET /balances', 'inconclusive', 0, '*', 'toy/data'],
    ])
  })

  test('an operation that the plan left out is not asked, for the reason of the plan', () => {
    const only = fakeScenario({
      id: 'data/refused',
      operations: ['GET /balances'],
      uses: { permissions: [], only: true },
    })
    const later = fakeScenario({ id: 'data/later', operations: ['GET /balances'], slow: true })
    const rule = fakeRule({
      id: 'T-1',
      on: 'exchange',
      operations: ['GET /accounts', 'GET /balances'],
      check: () => [],
    })
    const standard = fakeStandard(
      { scenarios: [read, only, later] },
      {
        rules: [
          { ...rule, check: ((it: Exchange) => (it.operation === 'GET /balances' ? silent('refused') : [])) as never },
        ],
      },
    )
    const reading = fakeStandard(
      { scenarios: [{ ...read, operations: ['GET /accounts'] }, only, later] },
      { rules: standard.rules },
    )
    const plan = makePlan(reading, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
    const verdicts = judge(reading, plan, { exchanges: [accounts, balances], endings: new Map() }, given)
    expect(verdicts.map(({ operation, outcome, reason }) => [operation, outcome, reason])).toEqual([
      ['GET /accounts', 'pass', undefined],
      ['GET /balances', 'not-asked', 'slow scenarios are off (--slow)'],
    ])
  })

  test('a check that throws on one exchange is broken, and accuses nobody', () => {
    const check = (it: Exchange): Answer => {
      if (it.id === 'x2') throw new Error('boom')
      return [finding]
    }
    expect(judgeAll([exchange({ id: 'x2' }), exchange({ id: 'x3' })], check)).toMatchObject([
      { outcome: 'broken', findings: [] },
    ])
  })
})

test('a rule on the run sees all exchanges at once', () => {
  const rule = fakeRule({
    id: 'T-1',
    on: 'run',
    suite: 'toy/data',
    gather: (it: Exchange) => it.id,
    check: ((all: readonly string[]) => (all.join() === 'x1,x2' ? [] : [finding])) as never,
  } as never)
  const standard = fakeStandard({ scenarios: [read], rules: [rule] })
  const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
  const exchanges = [exchange({ id: 'x1' }), exchange({ id: 'x2' })]
  expect(judge(standard, plan, { exchanges, endings: new Map() }, given)).toMatchObject([
    { outcome: 'pass', suite: 'toy/data', operation: '*', scenario: '*' },
  ])
})

test('a rule on the run that breaks while it gathers is broken, and nothing else is', () => {
  const gather = (): never => {
    throw new TypeError('x is undefined')
  }
  const broken = fakeRule({ id: 'T-1', on: 'run', suite: 'toy/data', gather, check: () => [] } as never)
  const standard = fakeStandard({ scenarios: [read], rules: [broken, fakeRule({ id: 'T-2', on: [read] })] })
  const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
  const endings = new Map([['data/read', evidence('e')]])
  const verdicts = judge(standard, plan, { exchanges: [exchange({ id: 'x1' })], endings }, given)
  expect(verdicts).toMatchObject([
    { rule: 'T-1', outcome: 'broken', reason: 'the check broke: x is undefined', findings: [] },
    { rule: 'T-2', outcome: 'pass' },
  ])
})

test('observations of all evidence come together and change nothing', () => {
  const rule = fakeRule({
    id: 'T-1',
    on: 'exchange',
    check: () => [],
    observe: ((it: Exchange) => ({ status: String(it.response.status) })) as never,
  })
  const standard = fakeStandard({ scenarios: [read] }, { rules: [rule] })
  const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
  const exchanges = [
    exchange({ id: 'x1', status: 201 }),
    exchange({ id: 'x2', status: 200 }),
    exchange({ id: 'x3', status: 201 }),
  ]
  expect(judge(standard, plan, { exchanges, endings: new Map() }, given)).toMatchObject([
    { outcome: 'pass', observed: { status: '201, 200' } },
  ])
})

test('when first contact was no use, nothing passes', () => {
  const standard = fakeStandard(
    { scenarios: [read], rules: [fakeRule({ id: 'T-1', on: [read] })] },
    { rules: [fakeRule({ id: 'T-2', on: 'exchange', check: () => silent('-') })] },
  )
  const plan = makePlan(standard, fakeProfile(), { suites: [], rules: [], operations: [], slow: false })
  const endings = new Map([['data/read', { inconclusive: 'no token_endpoint', durationMs: 0 }]])
  const verdicts = judge(standard, plan, { exchanges: [exchange()], endings }, given)
  expect(verdicts.map(({ rule, outcome, reason }) => [rule, outcome, reason])).toEqual([
    ['T-2', 'inconclusive', 'no token_endpoint'],
    ['T-1', 'inconclusive', 'no token_endpoint'],
  ])
})
