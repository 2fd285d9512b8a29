import { describe, expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { useExpiredToken } from './use-expired-token.ts'

/** The fake clock stands at 08:00:00; the token came 20 seconds before. */
const bank = (body: unknown, startedAt = '2026-06-01T07:59:40Z') =>
  fakeSession({
    journey: { token: exchange({ operation: 'POST /token', startedAt, body }) },
    call: ({ count }) => ({ status: count === 0 ? 200 : 401 }),
  })

describe('useExpiredToken', () => {
  it('uses the first token, in time and after its end with the tolerance', async () => {
    const session = bank({ expires_in: 300 })
    const { probes } = await useExpiredToken.run(session)
    expect(session.waits).toEqual([290_000])
    expect(session.asked.map(({ options }) => options.token)).toEqual(['first', 'first'])
    expect(probes).toMatchObject([{ name: 'expired token', exchange: { response: { status: 401 } } }])
  })

  it('does not wait for what is over', async () => {
    const session = bank({ expires_in: 300 }, '2026-06-01T07:00:00Z')
    await useExpiredToken.run(session)
    expect(session.waits).toEqual([0])
  })

  it.each([
    ['it lives too long', { expires_in: 901 }, /over 15 minutes/],
    ['it gives no life', {}, /gives no expires_in/],
  ])('is inconclusive when %s', async (_, body, message) => {
    await expect(useExpiredToken.run(bank(body))).rejects.toThrow(message)
  })
})
