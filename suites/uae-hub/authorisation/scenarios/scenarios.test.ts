import { describe, expect, it } from 'vitest'
import { fakeSession } from '../../../../testing/session.ts'
import { useExpiredRequestUri } from './use-expired-request-uri.ts'

const requestUri = 'urn:ietf:params:oauth:request-uri:1'

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
