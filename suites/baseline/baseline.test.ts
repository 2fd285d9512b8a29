import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../engine/session.ts'
import { exchange, type Sample } from '../../testing/exchange.ts'
import { type Asked, fakeSession } from '../../testing/session.ts'
import { acceptsPassedOver } from './accept.ts'
import { comeBack } from './burst.ts'
import { reachOf } from './reach.ts'
import { from, type Row } from './row.ts'
import { goodCall, refusal } from './scenarios.ts'
import { walk } from './walk.ts'

const list: Row = { operation: 'GET /pets', effect: 'reads' }
const name = from('GET /pets', 'pets.0.id')
const item: Row = { operation: 'GET /pets/{id}', effect: 'reads', path: { id: name } }
const toys: Row = { operation: 'GET /pets/{id}/toys', effect: 'reads', path: { id: name }, search: 'a=b' }
const rows = [list, item, toys]
const pets = { body: { pets: [{ id: 7 }] } }
const shop = (change: Readonly<Record<string, Sample>> = {}) =>
  fakeSession({ call: ({ operation }) => change[operation] ?? (operation === list.operation ? pets : {}) })
const operationsOf = ({ asked }: { readonly asked: readonly Asked[] }) => asked.map(({ operation }) => operation)
const kind = { name: 'no token', title: 'without a token' }
const noToken = [{ name: 'none', change: { token: 'none' } as const }]

describe('a good call', () => {
  it('is made once in a run, whoever wants something of it', async () => {
    const [session, reach] = [shop(), reachOf(rows)]
    for (const row of [item, toys, list]) await goodCall('s', reach, row).run(session)
    expect(operationsOf(session)).toEqual([list.operation, item.operation, toys.operation])
    expect(session.asked[2]?.options).toMatchObject({ path: { id: '7' }, search: 'a=b' })
  })

  it('keeps nothing of its answer but what others take', async () => {
    const { good, exchange } = await goodCall('s', reachOf(rows), list).run(shop())
    expect(good).toEqual({
      ...{ operation: list.operation, exchange: 'x1', status: 200, succeeded: true, fields: 0 },
      gives: { 'pets.0.id': '7' },
    })
    expect(exchange?.id).toBe('x1')
  })

  it.each([
    ['is refused', { [item.operation]: { status: 404 } }, /GET \/pets\/\{id\} was answered with 404 although/],
    ['lacks a value', { [list.operation]: { body: { pets: [] } } }, /GET \/pets gave no pets\.0\.id to go on with/],
    ['stands on one that is refused', { [list.operation]: { status: 403 } }, /GET \/pets was answered with 403/],
  ])('is inconclusive when it %s', async (_, change, message) => {
    await expect(goodCall('s', reachOf(rows), item).run(shop(change))).rejects.toThrow(message)
  })

  it('goes on with another value where there is one', async () => {
    const row = { ...item, path: { id: { ...name, otherwise: '9' } } }
    const session = shop({ [list.operation]: { status: 403 } })
    await goodCall('s', reachOf([list, row]), row).run(session)
    expect(session.asked[1]?.options.path).toEqual({ id: '9' })
  })

  it('fails only when it fails twice', async () => {
    const once = fakeSession({ call: ({ count }) => ({ status: count === 0 ? 500 : 200 }) })
    expect((await goodCall('s', reachOf([list]), list).run(once)).good.succeeded).toBe(true)
    const twice = fakeSession({ call: () => ({ status: 500 }) })
    expect((await goodCall('s', reachOf([list]), list).run(twice)).good).toMatchObject({
      succeeded: false,
      status: 500,
    })
    expect(twice.asked).toHaveLength(2)
  })

  it('counts a redirect that the contract declares', async () => {
    const row = { ...list, alsoGood: [302] }
    const session = shop({ [list.operation]: { status: 302 } })
    expect((await goodCall('s', reachOf([row]), row).run(session)).good.succeeded).toBe(true)
  })

  it('says why it cannot be made', () => {
    const row = { ...list, unreachable: 'no value' }
    expect(goodCall('s', reachOf([row]), row)).toMatchObject({ id: 's/GET /pets', unreachable: 'no value' })
  })
})

describe('a refusal', () => {
  it('comes after the good call, and differs in one thing', async () => {
    const session = shop()
    const { probes } = await refusal('s', reachOf(rows), item, kind, noToken).run(session)
    expect(operationsOf(session)).toEqual([list.operation, item.operation, item.operation])
    expect(session.asked[2]?.options).toEqual({ path: { id: '7' }, query: {}, token: 'none', purpose: 'none' })
    expect(probes.map((one) => one.name)).toEqual(['none'])
  })

  it('keeps the headers of the good call beside its own', async () => {
    const session = shop()
    const row: Row = { ...list, headers: { 'x-version': '1', accept: 'text/csv' } }
    const differences = [{ name: 'xml', change: { headers: { accept: 'application/xml' } } }]
    await refusal('s', reachOf([row]), row, kind, differences).run(session)
    expect(session.asked[1]?.options).toMatchObject({ headers: { 'x-version': '1', accept: 'application/xml' } })
  })

  it('is not tried when the good call is refused', async () => {
    const session = shop({ [item.operation]: { status: 403 } })
    await expect(refusal('s', reachOf(rows), item, kind, noToken).run(session)).rejects.toThrow(Inconclusive)
    expect(session.asked).toHaveLength(2)
  })

  it('of which one gets no answer leaves the others', async () => {
    const session = fakeSession({
      call({ options }) {
        if (options.purpose === 'first') throw new Inconclusive('closed')
        return pets
      },
    })
    const both = ['first', 'second'].map((one) => ({ name: one, change: {} }))
    const { probes } = await refusal('s', reachOf(rows), list, kind, both).run(session)
    expect(probes).toMatchObject([
      { name: 'first', inconclusive: 'closed' },
      { name: 'second', exchange: {} },
    ])
  })

  it('says nothing where its answer is said to say nothing', async () => {
    const differences = [{ name: 'none', change: {}, void: () => 'nothing was left out' }]
    const { probes } = await refusal('s', reachOf(rows), list, kind, differences).run(shop())
    expect(probes).toEqual([{ name: 'none', inconclusive: 'nothing was left out' }])
  })

  it('says why there is none', () => {
    expect(refusal('s', reachOf(rows), list, kind, 'no credential')).toMatchObject({
      ...{ id: 's/GET /pets: no token', title: 'GET /pets without a token', unreachable: 'no credential' },
    })
  })
})

describe('what the run makes', () => {
  const made = from('POST /pets', 'id')
  const undo = { operation: 'DELETE /pets/{id}', parameter: 'id', take: made.take }
  const post: Row = { operation: 'POST /pets', effect: 'changes', undo }
  const fresh = { id: { ...made, fresh: true as const } }
  const put: Row = { operation: 'PUT /pets/{id}', effect: 'changes', path: fresh }
  const remove: Row = { operation: 'DELETE /pets/{id}', effect: 'changes', path: fresh }
  const table = [post, put, remove]
  const answers = (removed = 204) =>
    fakeSession({
      call: ({ operation, count }) =>
        operation === post.operation
          ? { operation, status: 201, body: { id: count } }
          : { operation, status: operation === remove.operation ? removed : 200 },
    })

  it('is removed again', async () => {
    const session = answers()
    await goodCall('s', reachOf(table), post).run(session)
    await goodCall('s', reachOf(table), put).run(session)
    expect(operationsOf(session)).toEqual([
      ...['POST /pets', 'DELETE /pets/{id}'],
      ...['POST /pets', 'PUT /pets/{id}', 'DELETE /pets/{id}'],
    ])
    expect(session.asked.map(({ options }) => options.path?.id)).toEqual([undefined, '0', undefined, '2', '2'])
  })

  it('is removed once, and is another thing for each scenario', async () => {
    const [session, reach] = [answers(), reachOf(table)]
    await goodCall('s', reach, remove).run(session)
    await refusal('s', reach, remove, kind, noToken).run(session)
    expect(session.asked.map(({ options }) => options.path?.id)).toEqual([undefined, '0', undefined, '2', '2'])
  })

  it('stays when it cannot be removed, and nobody is blamed', async () => {
    expect((await goodCall('s', reachOf(table), post).run(answers(403))).good.succeeded).toBe(true)
  })
})

describe('a walk', () => {
  const shape = { links: { next: '/next' } }
  const pagesOf = (next: (count: number) => string | undefined, limits = {}) =>
    fakeSession({ call: ({ count }) => ({ body: { next: next(count) } }), limits })
  const walked = async (session: ReturnType<typeof fakeSession>) =>
    walk(session, () => session.call('GET /pets'), shape)

  it('goes to the last page, and reads the first once more', async () => {
    const { pages, again } = await walked(pagesOf((count) => (count < 2 ? `/pets?page=${count + 2}` : undefined)))
    expect([pages.map(({ id }) => id), again?.id]).toEqual([['x1', 'x2', 'x3'], 'x4'])
  })

  it('ends where it would go round', async () => {
    expect((await walked(pagesOf(() => '/pets?page=2'))).pages).toHaveLength(2)
  })

  it('ends at the limit of pages', async () => {
    expect((await walked(pagesOf((count) => `/pets?page=${count}`, { pages: 5 }))).pages).toHaveLength(5)
  })

  it('of one page reads nothing again', async () => {
    expect(await walked(pagesOf(() => undefined))).not.toHaveProperty('again')
  })
})

it('comes back when a 429 says', async () => {
  const session = fakeSession({
    call: ({ count }) => (count === 4 ? { status: 429, headers: { 'retry-after': '3' } } : {}),
  })
  const { waited, retried } = await comeBack(session, (purpose) =>
    session.call('GET /pets', { purpose, expects429: true }),
  )
  expect([waited, retried?.response.status, session.waits]).toEqual([3, 200, [3000]])
  const never = fakeSession({ call: () => ({}) })
  await expect(comeBack(never, () => never.call('GET /pets'))).rejects.toThrow(
    'none of 5 calls at once was answered with 429',
  )
})

it('says which wishes for a media type were passed over', () => {
  const asked = (one: string, sample: Sample) => ({ name: one, exchange: exchange(sample) })
  const probes = [
    asked('as XML', { body: {} }),
    asked('as CSV', { status: 406 }),
    { name: 'x', inconclusive: 'closed' },
  ]
  expect(acceptsPassedOver({ operation: 'GET /pets', probes })).toEqual({ 'as XML': 'answered with application/json' })
})
