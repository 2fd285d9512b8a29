import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { pushSpoiledRequestObjects } from './push-spoiled-request-objects.ts'
import { useExpiredRequestUri } from './use-expired-request-uri.ts'

const requestUri = 'urn:ietf:params:oauth:request-uri:1'

describe('pushSpoiledRequestObjects', () => {
  it('spoils one thing in each push, and takes only an accepted one further', async () => {
    const taken: string[] = []
    const session = fakeSession({
      push: (purpose) => (purpose === 'good push' || purpose === 'RS256' ? { requestUri } : {}),
      authorise(purpose) {
        taken.push(purpose)
        return { outcome: 'error', exchanges: [] }
      },
    })
    const { probes, taken: good } = await pushSpoiledRequestObjects.run(session)
    expect(probes.map(({ name }) => name)).toEqual([
      'RS256',
      'unsigned',
      'broken signature',
      'unknown kid',
      'foreign key',
    ])
    expect(taken).toEqual(['RS256', 'good push, to its end'])
    expect(good).toEqual({ outcome: 'error', exchanges: [] })
  })

  it('takes no good push to its end when nothing was accepted', async () => {
    const session = fakeSession({ push: (purpose) => (purpose === 'good push' ? { requestUri } : {}) })
    expect(await pushSpoiledRequestObjects.run(session)).not.toHaveProperty('taken')
  })

  it('lets a probe die alone', async () => {
    const session = fakeSession({
      push: (purpose) => (purpose === 'good push' || purpose === 'unsigned' ? { requestUri } : {}),
    })
    const { probes } = await pushSpoiledRequestObjects.run(session)
    expect(probes[1]).toEqual({ name: 'unsigned', inconclusive: 'no user' })
    expect(probes).toHaveLength(5)
  })

  it('is inconclusive when a good push is refused', async () => {
    await expect(pushSpoiledRequestObjects.run(fakeSession())).rejects.toThrow(Inconclusive)
  })
})

describe('useExpiredRequestUri', () => {
  it('waits for the end, with the tolerance', async () => {
    const session = fakeSession({
      push: () => ({ requestUri, expiresIn: 90 }),
      authorise: () => ({ outcome: 'error', exchanges: [] }),
    })
    expect(await useExpiredRequestUri.run(session)).toMatchObject({ authorisation: { outcome: 'error' } })
    expect(session.waits).toEqual([100_000])
  })

  it.each([
    ['the push gives no life', { requestUri }, /no request_uri with its expires_in/],
    ['it lives too long', { requestUri, expiresIn: 1801 }, /over 30 minutes/],
  ])('is inconclusive when %s', async (_, push, message) => {
    await expect(useExpiredRequestUri.run(fakeSession({ push: () => push }))).rejects.toThrow(message)
  })
})
