import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Asked, fakeSession } from '../../../../testing/session.ts'
import { comeBackAfterLimit } from './come-back-after-limit.ts'

const bank = (limited: (asked: Asked) => object) =>
  fakeSession({ limits: { burst: 5 }, call: (asked) => (asked.options.purpose === 'burst' ? limited(asked) : {}) })

describe('comeBackAfterLimit', () => {
  it('waits as long as the 429 says, and asks again', async () => {
    const session = bank(({ count }) => (count > 3 ? { status: 429, headers: { 'Retry-After': '7' } } : {}))
    const evidence = await comeBackAfterLimit.run(session)
    expect(evidence).toMatchObject({
      waited: 7,
      limited: { response: { status: 429 } },
      retried: { response: { status: 200 } },
    })
    expect(session.waits).toEqual([7000])
    expect(session.asked.filter(({ options }) => options.purpose === 'burst')).toHaveLength(5)
  })

  it('does not ask again when the 429 does not say when', async () => {
    const session = bank(() => ({ status: 429 }))
    expect(await comeBackAfterLimit.run(session)).not.toHaveProperty('retried')
    expect(session.waits).toEqual([])
  })

  it('outlives calls of the burst that get no answer', async () => {
    const session = bank(({ count }) => {
      if (count === 2) throw new Inconclusive('closed')
      return { status: 429, headers: { 'retry-after': '0' } }
    })
    expect(await comeBackAfterLimit.run(session)).toMatchObject({ waited: 0 })
  })

  it('does not outlive a fault of our own', async () => {
    const session = bank(({ count }) => {
      if (count === 2) throw new TypeError('ours')
      return { status: 429 }
    })
    await expect(comeBackAfterLimit.run(session)).rejects.toThrow(TypeError)
  })

  it.each([
    ['nothing is limited', {}, /none of 5 calls/],
    ['it is to wait for too long', { status: 429, headers: { 'retry-after': '301' } }, /over 5 minutes/],
  ])('is inconclusive when %s', async (_, sample, message) => {
    await expect(comeBackAfterLimit.run(bank(() => sample))).rejects.toThrow(message)
  })
})
