import { describe, expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { type Asked, fakeSession, journeyOf } from '../../../../testing/session.ts'
import { consentBody } from '../../../../testing/uae-hub.ts'
import { accounts, consent, patchConsent } from '../../operations.ts'
import { revokeConsent } from './revoke-consent.ts'

/** A bank that revokes, and says no to all other patches; `data` answers calls for data after the revocation. */
const bank = ({ becomes = 'Revoked', data }: { becomes?: string; data: (asked: Asked) => number }) => {
  let state = 'Authorized'
  return fakeSession({
    call(asked) {
      const { operation, options } = asked
      if (operation === patchConsent) {
        const revokes = options.body?.text.includes('"Status":"Revoked"') === true && state === 'Authorized'
        if (revokes) state = becomes
        return { status: revokes ? 204 : 400 }
      }
      if (operation === consent) return { body: consentBody({ Status: state }) }
      return { status: options.purpose === 'data after the revocation' ? data(asked) : 200 }
    },
  })
}

describe('revokeConsent', () => {
  it('patches wrongly, revokes, asks for data once the state shows, and revokes again', async () => {
    const session = bank({ data: () => 403 })
    const evidence = await revokeConsent.run(session)
    const patches = session.asked.filter(({ operation }) => operation === patchConsent)
    expect(patches.map(({ options }) => options.body?.text)).toEqual([
      '{"Data":{"Status":"Authorized"}}',
      '{"Data":{"Status":"Expired"}}',
      '{"Data":{"ExpirationDateTime":"2027-01-01T00:00:00Z"}}',
      '{"Data":{"Permissions":["ReadAccountsBasic","ReadBalances"]}}',
      '{"Permissions":["ReadAccountsBasic","ReadBalances"]}',
      '{"Data":{"Status":"Revoked","RevokedBy":"TPP"}}',
      '{"Data":{"Status":"Revoked","RevokedBy":"TPP.InitiatedByUser"}}',
    ])
    expect(new Set(patches.map(({ options }) => options.token))).toEqual(new Set(['client']))
    expect(session.asked.filter(({ operation }) => operation === accounts).map(({ options }) => options.token)).toEqual(
      ['first', 'first'],
    )
    expect(evidence).toMatchObject({ tokenEnded: false, after: [{ response: { status: 403 } }] })
    expect(evidence.reads).toHaveLength(4)
    expect(session.waits).toEqual([])
  })

  it('asks again until data is refused, for 60 seconds', async () => {
    let asked = 0
    const { after } = await revokeConsent.run(bank({ data: () => (++asked < 3 ? 200 : 401) }))
    expect(after.map(({ response }) => response.status)).toEqual([200, 200, 401])
    const session = bank({ data: () => 200 })
    expect((await revokeConsent.run(session)).after.at(-1)?.response.status).toBe(200)
    expect(session.waits.reduce((sum, one) => sum + one, 0)).toBe(60_000)
  })

  it('says that the token ended before it was refused', async () => {
    let asked = 0
    const session = bank({ data: () => (++asked < 5 ? 200 : 401) })
    const short = exchange({ operation: 'POST /token', body: { expires_in: 5 } })
    const journey = async () => journeyOf({ token: short })
    expect(await revokeConsent.run({ ...session, journey })).toMatchObject({ tokenEnded: true })
  })

  it('asks for no data while the consent does not show as revoked', async () => {
    const session = bank({ becomes: 'Suspended', data: () => 200 })
    const { after, revocation } = await revokeConsent.run(session)
    expect(after).toEqual([])
    expect(JSON.parse(revocation.state.response.body).Data.Status).toBe('Suspended')
  })

  it('is inconclusive when the consent is not shown', async () => {
    const run = revokeConsent.run(fakeSession({ call: () => ({ status: 403 }) }))
    await expect(run).rejects.toThrow(Inconclusive)
    await expect(run).rejects.toThrow('the consent was not shown')
  })
})
