import { describe, expect, test } from 'vitest'
import { fakeProfile, fakeRule, fakeScenario, fakeStandard } from '../../testing/standard.ts'
import { SetUpFault } from '../set-up-fault.ts'
import type { Selection } from './left.ts'
import { makePlan } from './make-plan.ts'

const everything: Selection = { suites: [], rules: [], operations: [], slow: false }
const need = { permissions: ['Read'] }

const read = fakeScenario({ id: 'data/read', needs: ['accounts'], uses: need, operations: ['GET /accounts'] })
const same = fakeScenario({ id: 'data/again', needs: ['accounts'], uses: need, operations: ['GET /accounts'] })
const balances = fakeScenario({ id: 'data/balances', needs: ['balances'], operations: ['GET /balances'] })
const spoil = fakeScenario({ id: 'data/spoil', uses: { ...need, own: true }, effect: 'changes' })
const less = fakeScenario({ id: 'data/less', uses: { permissions: ['Read'], only: true } })
const slow = fakeScenario({ id: 'data/slow', slow: true })
const burst = fakeScenario({ id: 'data/burst', means: ['burst'], alone: true })
const other = fakeScenario({ id: 'data/other-certificate', means: ['second-client'] })
const wrong = fakeScenario({ id: 'data/wrong-method', notInProduction: true })

const scenarios = [read, same, balances, spoil, less, slow, burst, other, wrong]
const rules = [
  fakeRule({ id: 'T-1', on: [read, same] }),
  fakeRule({ id: 'T-2', on: [balances], level: 'SHOULD' }),
  fakeRule({ id: 'T-3', on: [spoil, less, slow, burst, other, wrong], level: { v1: 'MAY', v2: 'MUST' } }),
]
const standard = fakeStandard({ scenarios, rules })

const left = (profile = fakeProfile(), selection: Partial<Selection> = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    makePlan(standard, profile, { ...everything, ...selection }).scenarios.flatMap(({ scenario, left: why }) =>
      why === undefined ? [] : [[scenario.id.slice(5), `${why.outcome}: ${why.reason}`]],
    ),
  )

test('asks everything but the slow, and says why', () => {
  expect(left()).toEqual({ slow: 'not-asked: slow scenarios are off (--slow)' })
  expect(left(fakeProfile(), { slow: true })).toEqual({})
})

describe('what the profile decides', () => {
  test('what it does not claim is not applicable', () => {
    expect(left(fakeProfile({ claims: ['accounts'] }))).toMatchObject({
      balances: 'not-applicable: the profile does not claim balances',
    })
  })

  test('what the run has no means for is not asked', () => {
    const { second: _, burst: __, ...rest } = fakeProfile()
    expect(left(rest)).toMatchObject({
      burst: 'not-asked: no burst is agreed (burst in the profile)',
      'other-certificate': 'not-asked: the profile names no second client',
    })
  })

  test('events are asked where the profile has a place for them', () => {
    const told = fakeScenario({ id: 'data/told', means: ['inbox'] })
    const telling = fakeStandard({ scenarios: [read, told], rules: [fakeRule({ id: 'T-1', on: [read, told] })] })
    const events = { url: 'https://tpp.example', listen: { host: '127.0.0.1', port: 8443 }, plain: true, wait: 300 }
    const lefts = (profile: ReturnType<typeof fakeProfile>) =>
      makePlan(telling, profile, everything).scenarios.map(({ left: why }) => why?.reason)
    expect(lefts(fakeProfile())).toEqual([undefined, 'the profile has no place for events (events)'])
    expect(lefts(fakeProfile({ events }))).toEqual([undefined, undefined])
  })

  test('production only reads, with good requests', () => {
    expect(left(fakeProfile({ environment: 'production' }))).toMatchObject({
      spoil: 'not-asked: production: nothing is changed',
      burst: 'not-asked: production: no bursts',
      'wrong-method': 'not-asked: production: only good requests are sent',
    })
  })

  test('nothing is changed where it says so', () => {
    expect(left(fakeProfile({ write: false }))).toMatchObject({
      spoil: 'not-asked: the profile has nothing changed (write: false)',
    })
    expect(left(fakeProfile())).not.toHaveProperty('spoil')
  })

  test('nothing is left behind unless it says so', () => {
    const creates = fakeScenario({ id: 'data/open', effect: 'creates' })
    const opens = fakeStandard({ scenarios: [creates, read], rules: [fakeRule({ id: 'W-1', on: [creates, read] })] })
    const reasonFor = (profile: ReturnType<typeof fakeProfile>) =>
      makePlan(opens, profile, everything).scenarios[0]?.left?.reason
    const { write: _, ...silent } = fakeProfile()
    expect(reasonFor(silent)).toBe('it leaves something behind, which the profile does not allow (write: true)')
    expect(reasonFor(fakeProfile({ write: true }))).toBeUndefined()
    expect(reasonFor(fakeProfile({ write: false }))).toBe('the profile has nothing changed (write: false)')
    expect(reasonFor(fakeProfile({ environment: 'production' }))).toBe('production: nothing is changed')
  })

  test('a refresh token is neither spoiled nor stretched', () => {
    const mode = (permissions: readonly string[]) =>
      fakeProfile({
        authorisation: { mode: 'refresh-token', token: { file: 't' }, consentId: 'c', permissions: [...permissions] },
      })
    expect(left(mode(['Read']))).toMatchObject({
      spoil: 'not-asked: it would spoil the consent behind the refresh token',
    })
    expect(left(mode(['Read', 'More']))).toMatchObject({
      less: 'not-asked: the consent behind the refresh token permits more',
    })
    expect(left(mode(['More']))).toMatchObject({ read: 'not-asked: the consent behind the refresh token lacks Read' })
  })
})

describe('what the selection decides', () => {
  test.each([
    ['a rule', { rules: ['T-2'] }, ['balances']],
    ['an operation', { operations: ['GET /balances'] }, ['balances']],
    ['a scenario', { scenarios: ['data/spoil'] }, ['spoil']],
    [
      'a suite by its last part',
      { suites: ['data'] },
      ['read', 'again', 'balances', 'spoil', 'less', 'burst', 'other-certificate', 'wrong-method'],
    ],
    ['a level', { level: 'SHOULD' as const }, ['read', 'again', 'balances']],
  ])('%s', (_, selection, asked) => {
    const why = left(fakeProfile(), selection)
    expect(scenarios.map(({ id }) => id.slice(5)).filter((id) => why[id] === undefined)).toEqual(asked)
  })

  test.each([
    ['suite', { suites: ['dota'] }, 'Known: toy/data.'],
    ['rule', { rules: ['T-11'] }, 'Did you mean T-1?'],
    ['scenario', { scenarios: ['data/red'] }, 'Did you mean data/read?'],
    ['operation', { operations: ['GET /account'] }, 'Did you mean GET /accounts?'],
  ])('an unknown %s is set-up at fault', (_, selection, todo) => {
    expect(() => left(fakeProfile(), selection)).toThrow(expect.objectContaining({ name: 'SetUpFault', todo }))
  })

  test('nothing left to ask tells of what was meant, and of nothing else', () => {
    expect(() => left(fakeProfile({ claims: [] }), { rules: ['T-2'] })).toThrow(
      expect.objectContaining({ todo: 'Reasons: the profile does not claim balances.' }),
    )
  })

  test('nothing left to ask is set-up at fault', () => {
    expect(() => left(fakeProfile({ claims: [] }), { rules: ['T-2'] })).toThrow(SetUpFault)
  })
})

test('equal needs share a journey, and a scenario that spoils has its own', () => {
  expect(makePlan(standard, fakeProfile(), everything).journeys).toBe(2)
})

test('a person is not asked more often than the limit; the rest is not asked', () => {
  const profile = fakeProfile({ authorisation: { mode: 'browser', open: false } })
  const limited = { ...profile, limits: { ...profile.limits, journeys: 1 } }
  expect(left(limited)).toMatchObject({ spoil: 'not-asked: it would take more than 1 journeys (limits.journeys)' })
  expect(makePlan(standard, limited, everything).journeys).toBe(1)
})

test('levels are those of the variant', () => {
  const level = (variant: string) => makePlan(standard, fakeProfile({ variant }), everything).rules.at(-1)?.level
  expect([level('v1'), level('v2')]).toEqual(['MAY', 'MUST'])
})

describe('what the variant decides', () => {
  const old = fakeScenario({ id: 'data/old', variants: ['v1'] })
  const both = fakeScenario({ id: 'data/both' })
  const onlyOld = fakeRule({ id: 'V-1', on: [old] })
  const stands = fakeRule({ id: 'V-2', on: [old, both] })
  const later = fakeRule({ id: 'V-3', on: [both], level: { v2: 'SHOULD' } })
  const two = fakeStandard({ scenarios: [old, both], rules: [onlyOld, stands, later] })
  const planned = (variant: string) => {
    const { scenarios, rules } = makePlan(two, fakeProfile({ variant }), everything)
    return [scenarios.map(({ scenario }) => scenario.id), rules.map(({ rule, level }) => `${rule.id} ${level}`)]
  }

  test('scenarios and rules of another one do not exist', () => {
    expect(planned('v1')).toEqual([
      ['data/old', 'data/both'],
      ['V-1 MUST', 'V-2 MUST'],
    ])
    expect(planned('v2')).toEqual([['data/both'], ['V-2 MUST', 'V-3 SHOULD']])
  })

  test('operations that only scenarios of another one call do not exist', () => {
    const before = fakeScenario({ id: 'data/old', variants: ['v1'], operations: ['GET /balances'] })
    const now = fakeScenario({ id: 'data/both', operations: ['GET /accounts'] })
    const rules = [fakeRule({ id: 'V-4', on: [before, now] })]
    const asked = fakeStandard({ scenarios: [before, now], rules })
    const operations = (variant: string) => makePlan(asked, fakeProfile({ variant }), everything).operations
    expect(operations('v1')).toEqual(['GET /accounts', 'GET /balances'])
    expect(operations('v2')).toEqual(['GET /accounts'])
  })
})

test('a profile that does not say what it claims claims the APIs whose base URL it gives', () => {
  const capabilities = {
    accounts: { title: 'accounts', operations: [], api: 'data' },
    leads: { title: 'leads', operations: [], api: 'products' },
    balances: { title: 'balances', operations: [] },
  }
  const several = fakeStandard({ scenarios: [read], rules: [fakeRule({ id: 'C-1', on: [read] })] }, { capabilities })
  const resources = { data: 'https://rs.example' }
  expect(makePlan(several, fakeProfile({ resources }), everything).claims).toEqual(['accounts', 'balances'])
  expect(makePlan(several, fakeProfile({ resources, claims: ['accounts', 'leads'] }), everything).claims).toEqual([
    'accounts',
    'leads',
  ])
})
