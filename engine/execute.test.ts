import { describe, expect, test } from 'vitest'
import { fakeProfile, fakeRule, fakeScenario, fakeStandard } from '../testing/standard.ts'
import { type Ending, execute, revokeConsents, type Watcher } from './execute.ts'
import { keepClientTokens } from './fapi/client-token.ts'
import { type Ground, openSession } from './open-session.ts'
import { makePlan } from './plan/make-plan.ts'
import type { Scenario } from './scenario.ts'
import { Inconclusive } from './session.ts'
import { SetUpFault } from './set-up-fault.ts'

type Some = readonly [Scenario<unknown>, ...Scenario<unknown>[]]

const begin = (
  scenarios: Some,
  { concurrency = 1, slow = true, interrupted = AbortSignal.any([]), watch = {} as Watcher } = {},
) => {
  const standard = fakeStandard({ scenarios, rules: [fakeRule({ id: 'R-1', on: scenarios })] })
  const usual = fakeProfile()
  const profile = { ...usual, limits: { ...usual.limits, concurrency } }
  let stops = 0
  const recorder = { stop: () => (stops += 1) }
  const ground = { profile, standard, recorder, interrupted } as unknown as Ground
  const plan = makePlan(standard, profile, { suites: [], rules: [], operations: [], slow })
  const endings = new Map<string, Ending>()
  const stage = {
    ...ground,
    open: (one: Scenario<unknown>, suite: string) => openSession(ground, one, suite),
    ended: ({ id }: Scenario<unknown>, ending: Ending) => endings.set(id, ending),
  }
  return { endings: execute(plan, stage, watch).then(() => endings), stops: () => stops }
}

/** Scenarios that write down when they begin and end; each goes on for a few turns of the event loop. */
const noted = () => {
  const log: string[] = []
  let running = 0
  let most = 0
  const one = (id: string, change: Partial<Scenario<unknown>> = {}) =>
    fakeScenario({
      id,
      async run() {
        running += 1
        most = Math.max(most, running)
        log.push(`${id} begins with ${running}`)
        for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate)
        running -= 1
        log.push(`${id} ends`)
        return id
      },
      ...change,
    })
  return { one, log, most: () => most }
}

const byName = (endings: ReadonlyMap<string, object>) =>
  Object.fromEntries([...endings].map(([id, { ...ending }]) => [id, { ...ending, durationMs: undefined }]))

describe('order', () => {
  test('scenarios that want to be alone come after all others, one at a time', async () => {
    const { one, log } = noted()
    await begin([one('alone 1', { alone: true }), one('a'), one('alone 2', { alone: true }), one('b')], {
      concurrency: 8,
    }).endings
    expect(log.slice(-4)).toEqual(['alone 1 begins with 1', 'alone 1 ends', 'alone 2 begins with 1', 'alone 2 ends'])
    expect(log.slice(0, 2)).toEqual(['a begins with 1', 'b begins with 2'])
  })

  test('one that waits and wants to be alone is alone', async () => {
    const { one, log } = noted()
    await begin([one('waits', { slow: true, alone: true }), one('a')], { concurrency: 8 }).endings
    expect(log).toEqual(['a begins with 1', 'a ends', 'waits begins with 1', 'waits ends'])
  })

  test('two scenarios for each request that may be under way, and no more', async () => {
    const { one, most } = noted()
    const all = Array.from({ length: 9 }, (_, index) => one(`s${index}`))
    const endings = await begin(all as unknown as Some, { concurrency: 2 }).endings
    expect(most()).toBe(4)
    expect([...endings.keys()].sort()).toEqual(all.map(({ id }) => id))
  })

  test('scenarios that wait take nobody’s place and do so side by side', async () => {
    const quick: string[] = []
    let here = 0
    let open = (): void => undefined
    const everyone = new Promise<void>((resolve) => {
      open = resolve
    })
    // Each waits for the other four and for the quick one: in a row they would wait for ever.
    const arrive = (): Promise<void> => {
      here += 1
      if (here === 6) open()
      return everyone
    }
    const waiting = Array.from({ length: 5 }, (_, index) => fakeScenario({ id: `w${index}`, slow: true, run: arrive }))
    const run = async () => {
      quick.push('ran')
      await arrive()
    }
    const endings = await begin([fakeScenario({ id: 'quick', run }), ...waiting]).endings
    expect(endings.size).toBe(6)
    expect(quick).toEqual(['ran'])
  })

  test('what the plan leaves out does not run and has no ending', async () => {
    const { one, log } = noted()
    const endings = await begin([one('a'), one('waits', { slow: true })], { slow: false }).endings
    expect([...endings.keys()]).toEqual(['a'])
    expect(log).toEqual(['a begins with 1', 'a ends'])
  })
})

describe('an ending', () => {
  test.each<readonly [string, () => unknown, object]>([
    ['evidence', async () => ['seen'], { evidence: ['seen'] }],
    [
      'inconclusive, with why',
      () => Promise.reject(new Inconclusive('no second page')),
      { inconclusive: 'no second page' },
    ],
    [
      'broken by an error',
      () => Promise.reject(new TypeError('x is not iterable')),
      { broken: 'the scenario broke: x is not iterable' },
    ],
    [
      'broken before its first promise',
      () => {
        throw new Error('at once')
      },
      { broken: 'the scenario broke: at once' },
    ],
    ['broken by something that is no error', () => Promise.reject('a text'), { broken: 'the scenario broke: a text' }],
  ])('%s; the others go on', async (_, run, ending) => {
    const it = fakeScenario({ id: 'it', run: run as () => Promise<unknown> })
    const alone = fakeScenario({ id: 'alone', alone: true })
    const { endings, stops } = begin([it, fakeScenario({ id: 'next' }), fakeScenario({ id: 'last' }), alone])
    expect(byName(await endings)).toEqual({
      it: ending,
      next: { evidence: 'evidence' },
      last: { evidence: 'evidence' },
      alone: { evidence: 'evidence' },
    })
    expect(stops()).toBe(0)
  })

  test('after an interruption nothing begins, and every scenario says why', async () => {
    const { one, log } = noted()
    const { endings } = begin([one('a'), one('b', { alone: true })], { interrupted: AbortSignal.abort() })
    const inconclusive = 'the run was interrupted'
    expect(byName(await endings)).toEqual({ a: { inconclusive }, b: { inconclusive } })
    expect(log).toEqual([])
  })
})

describe('a fault of ours', () => {
  const fault = new SetUpFault('acme.yaml:3: client', 'the client is refused', 'Check it.')

  test('stops what is under way, and the rest never begins', async () => {
    const { one, log } = noted()
    const bad = fakeScenario({ id: 'bad', run: () => Promise.reject(fault) })
    const { endings, stops } = begin([one('beside'), bad, one('later'), one('alone', { alone: true })])
    await expect(endings).rejects.toBe(fault)
    expect(log).toEqual(['beside begins with 1', 'beside ends'])
    expect(stops()).toBe(1)
  })

  test('the first of two is told', async () => {
    const second = new SetUpFault('acme.yaml:9: second', 'another', 'Check it too.')
    const { endings } = begin([
      fakeScenario({ id: 'one', run: () => Promise.reject(fault) }),
      fakeScenario({ id: 'two', run: () => Promise.reject(second) }),
    ])
    await expect(endings).rejects.toBe(fault)
  })
})

test('whoever watches sees every scenario begin and end, broken ones too', async () => {
  const seen: string[] = []
  const watch: Watcher = { scenario: (title, state) => seen.push(`${title} ${state}`) }
  const bad = fakeScenario({ id: 'bad', alone: true, run: () => Promise.reject(new Error('x')) })
  await begin([bad, fakeScenario({ id: 'good' })], { watch }).endings
  expect(seen).toEqual(['good begins', 'good ends', 'bad begins', 'bad ends'])
})

describe('consents at the end of a run', () => {
  const operation = 'PATCH /consents/{ConsentId}'
  const facts = { method: 'PATCH', path: '/consents/{ConsentId}' }

  /** Ground on which consents were given; the token endpoint fails as often as `failures` says. */
  const groundWith = (ids: readonly string[], failures = 0, status: (url: string) => number = () => 204) => {
    const revocation = (ConsentId: string) => ({ operation, path: { ConsentId }, body: '{}' })
    const sent: string[] = []
    let asked = 0
    const grant = async () => {
      asked += 1
      if (asked <= failures) throw new Error('the run was interrupted')
      return { response: { status: 200, headers: [], body: '{"access_token":"a-token","expires_in":300}' } }
    }
    const clientToken = keepClientTokens({ grant } as unknown as Ground['client'])
    const ground = {
      standard: { revocation, clientScope: () => 'toy' },
      profile: fakeProfile({ resources: { data: 'https://rs.example/data/' } }),
      consents: { given: () => ids.slice(0, 1) },
      leftovers: ids.slice(1),
      recorder: { changed: () => false, resume: () => sent.push('goes on') },
      clientToken,
      caller: {
        contractOf: () => ({ name: 'data', operations: new Map([[operation, facts]]) }),
        call: async (_: string, url: string, method: string, __: unknown, voice: { tokens: () => Promise<string> }) => {
          sent.push(`${method} ${url} with ${await voice.tokens()}`)
          return { response: { status: status(url) } }
        },
      },
    }
    return { ground: ground as unknown as Ground, sent, clientToken, asked: () => asked }
  }

  test('are given back, after an interruption too', async () => {
    const { ground, sent } = groundWith(['one', 'a/b'])
    expect(await revokeConsents(ground)).toEqual([])
    expect(sent).toEqual([
      'goes on',
      'PATCH https://rs.example/data/consents/one with a-token',
      'PATCH https://rs.example/data/consents/a%2Fb with a-token',
    ])
  })

  test('are given back although the fetch of the token was broken off before', async () => {
    const { ground, sent, clientToken, asked } = groundWith(['one', 'two'], 1)
    await expect(clientToken('toy')).rejects.toThrow('interrupted')
    expect(await revokeConsents(ground)).toEqual([])
    expect(sent).toHaveLength(3)
    // Once for both, beside the one that was broken off.
    expect(asked()).toBe(2)
  })

  test('that stay are named', async () => {
    const { ground } = groundWith(['one', 'two'], 0, (url) => (url.endsWith('two') ? 500 : 204))
    expect(await revokeConsents(ground)).toEqual(['two'])
  })

  test('are all named when no token is to be had', async () => {
    const { ground } = groundWith(['one', 'two'], 9)
    expect(await revokeConsents(ground)).toEqual(['one', 'two'])
  })
})
