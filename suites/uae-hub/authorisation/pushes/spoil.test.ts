import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { accepted, claims, either, refused } from './row.ts'
import { goodJourney, spoil } from './spoil.ts'

const requestUri = 'urn:ietf:params:oauth:request-uri:1'
const group = {
  scenario: 'push-something',
  what: 'something',
  rows: [
    refused('bad', claims({ a: 1 })),
    refused('worse', claims({ a: 2 })),
    accepted('odd', claims({ a: 3 })),
    either('open', claims({ a: 4 })),
  ],
}
const names = (probes: readonly { readonly name: string }[]) => probes.map(({ name }) => name)

describe('spoil', () => {
  it('pushes a good request and each row, and takes further only what was wrongly accepted', async () => {
    const taken: string[] = []
    const session = fakeSession({
      push: (purpose) => (purpose === 'worse' ? {} : { requestUri }),
      authorise(purpose) {
        taken.push(purpose)
        return { outcome: 'error', exchanges: [] }
      },
    })
    const pushes = await spoil(group).run(session)
    expect([names(pushes.refused), names(pushes.accepted), names(pushes.either)]).toEqual([
      ['bad', 'worse'],
      ['odd'],
      ['open'],
    ])
    expect(taken).toEqual(['bad', 'good push, to its end'])
    expect(pushes.taken).toEqual({ outcome: 'error', exchanges: [] })
  })

  it('takes no good push to its end when nothing was accepted wrongly', async () => {
    const session = fakeSession({ push: (purpose) => (['bad', 'worse'].includes(purpose) ? {} : { requestUri }) })
    expect(await spoil(group).run(session)).not.toHaveProperty('taken')
  })

  it('lets a row die alone', async () => {
    const { refused: bad } = await spoil(group).run(fakeSession({ push: () => ({ requestUri }) }))
    expect(bad[0]).toEqual({ name: 'bad', inconclusive: 'no user' })
    expect(bad).toHaveLength(2)
  })

  it('is inconclusive when a good push is refused', async () => {
    await expect(spoil(group).run(fakeSession())).rejects.toThrow(Inconclusive)
  })

  it('asks what else is accepted even then', async () => {
    const pushes = await spoil({ ...group, rows: [accepted('odd', claims({}))] }).run(fakeSession())
    expect(names(pushes.accepted)).toEqual(['odd'])
  })

  it('shares the good push and the good journey among scenarios', async () => {
    const asked: string[] = []
    const session = fakeSession({
      push(purpose) {
        asked.push(purpose)
        return purpose === 'good push' ? { requestUri } : {}
      },
    })
    await spoil(group).run(session)
    await spoil(group).run(session)
    expect(asked.filter((purpose) => purpose === 'good push')).toHaveLength(1)
    await Promise.all([goodJourney(session), goodJourney(session)])
    expect(asked.filter((purpose) => purpose === 'good push, to its end')).toHaveLength(1)
  })

  it('makes a good push of its own where a group has one', async () => {
    const session = fakeSession({ push: () => ({ requestUri }), authorise: () => ({ outcome: 'code', exchanges: [] }) })
    const changed: unknown[] = []
    const push: typeof session.push = (options) => {
      changed.push(options.claims?.({ b: 0 }))
      return session.push(options)
    }
    await spoil({ ...group, base: claims({ b: 1 }), rows: [refused('bad', claims({ a: 1 }))] }).run({
      ...session,
      push,
    })
    expect(changed.slice(0, 2)).toEqual([{ b: 1 }, { b: 1, a: 1 }])
  })

  it('counts the second of two pushes where the first was good', async () => {
    const twice = { ...group, rows: [refused('again', claims({}), { twice: true })] }
    let count = 0
    const session = fakeSession({
      push(purpose) {
        if (purpose === 'good push') return { requestUri }
        count += 1
        return count === 1 ? { requestUri } : {}
      },
    })
    const pushes = await spoil(twice).run(session)
    expect(pushes.refused[0]).toMatchObject({ push: { par: { response: { status: 400 } } } })
    expect(session.waits).toEqual([2000])
    const never = fakeSession({ push: (purpose) => (purpose === 'good push' ? { requestUri } : {}) })
    expect((await spoil(twice).run(never)).refused).toEqual([
      { name: 'again', inconclusive: 'the first push was refused' },
    ])
  })

  it('leaves out what lies close to a bound where the clocks differ', async () => {
    const close = { ...group, rows: [accepted('ahead', claims({}), { sameClock: true })] }
    const at = (date: string) =>
      fakeSession({ push: () => ({ requestUri, answer: { status: 201, headers: { date } } }) })
    expect((await spoil(close).run(at('Mon, 01 Jun 2026 08:00:00 GMT'))).accepted).toHaveLength(1)
    expect((await spoil(close).run(at('Mon, 01 Jun 2026 08:00:05 GMT'))).accepted).toEqual([])
    expect((await spoil(close).run(fakeSession({ push: () => ({ requestUri }) }))).accepted).toEqual([])
  })
})
