import { describe, expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { type Asked, fakeSession, journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'
import { readConsent } from './read-consent.ts'
import { revokeConsent } from './revoke-consent.ts'

const bank = (answer: { readonly status?: string; readonly after: (asked: Asked) => number }) =>
  fakeSession({
    call(asked) {
      if (asked.operation === patchConsent) return { status: 204 }
      if (asked.operation === consent) return { body: consentBody({ Status: answer.status ?? 'Revoked' }) }
      return { status: asked.options.purpose === 'data after the revocation' ? answer.after(asked) : 200 }
    },
  })

describe('revokeConsent', () => {
  it('revokes with a client-credentials token, and asks for data once the state shows', async () => {
    const session = bank({ after: () => 403 })
    const { states, after } = await revokeConsent.run(session)
    expect([states.length, after.length]).toEqual([1, 1])
    expect(session.asked.map(({ operation, options }) => [operation, options.token])).toEqual([
      [accounts, 'first'],
      [patchConsent, 'client'],
      [consent, 'client'],
      [accounts, 'first'],
    ])
    expect(session.asked[1]?.options.body?.text).toBe('{"Data":{"Status":"Revoked","RevokedBy":"TPP"}}')
  })

  it('asks again until data is refused', async () => {
    const { after } = await revokeConsent.run(bank({ after: ({ count }) => (count < 5 ? 200 : 401) }))
    expect(after.map(({ response }) => response.status)).toEqual([200, 200, 401])
  })

  it('is inconclusive when the token ended before it was refused', async () => {
    const session = bank({ after: ({ count }) => (count < 6 ? 200 : 401) })
    const short = exchange({ operation: 'POST /token', body: { expires_in: 5 } })
    const journey = async () => journeyOf({ token: short })
    await expect(revokeConsent.run({ ...session, journey })).rejects.toThrow(/token ended before/)
  })

  it('stops after 60 seconds', async () => {
    const session = bank({ after: () => 200 })
    const { after } = await revokeConsent.run(session)
    expect(after.at(-1)?.response.status).toBe(200)
    expect(session.waits.reduce((sum, one) => sum + one, 0)).toBe(60_000)
  })

  it('is inconclusive when the state does not come', async () => {
    const run = revokeConsent.run(bank({ status: 'Authorized', after: () => 200 }))
    await expect(run).rejects.toThrow(/did not become Revoked within 60 seconds/)
  })

  it('is inconclusive when the consent gave no data before', async () => {
    const run = revokeConsent.run(fakeSession({ call: () => ({ status: 403 }) }))
    await expect(run).rejects.toThrow(/answered with 403 although nothing was wrong/)
  })
})

it('reads a consent by its id, without a user', async () => {
  const session = fakeSession({ call: () => ({ body: consentBody() }) })
  await readConsent.run(session)
  expect(session.asked).toMatchObject([
    { operation: consent, options: { token: 'client', path: { ConsentId: 'consent-1' } } },
  ])
})
