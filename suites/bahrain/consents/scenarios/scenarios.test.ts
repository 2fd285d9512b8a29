import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Authorisation } from '../../../../engine/session.ts'
import { type Asked, fakeSession, journeyOf } from '../../../../testing/session.ts'
import { consent, patchConsent } from '../../operations.ts'
import { declineConsent } from './decline-consent.ts'
import { deleteConsent, deleteWaitingConsent } from './delete-consent.ts'
import { followConsent } from './follow-consent.ts'
import { readForeignConsent, readUnknownConsent } from './read-strange-consents.ts'
import { revokeConsent } from './revoke-consent.ts'

const showing = (Status: string) => ({ body: { Data: { ConsentId: 'c1', Status } } })
const methodOf = ({ operation, options }: Asked) => options.method ?? operation.split(' ')[0]
const purposes = ({ asked }: { readonly asked: readonly Asked[] }) => asked.map(({ options }) => options.purpose)

/** A bank that ends a consent by PATCH with Revoked, or by DELETE. */
const bank = () => {
  let over = false
  return fakeSession({
    call(asked) {
      const status = over ? 'Revoked' : 'Authorised'
      if (methodOf(asked) === 'DELETE') over = true
      else if (asked.operation === patchConsent) {
        const revokes = asked.options.body?.text.includes('Revoked') === true
        over ||= revokes
        return revokes ? showing('Revoked') : { status: 400 }
      } else if (asked.operation === consent) return showing(status)
      else return { status: over ? 403 : 200 }
      return { status: 204 }
    },
  })
}

describe('revoke-consent', () => {
  it('patches wrongly before it revokes, and asks for data before and after', async () => {
    const session = bank()
    const { wrong, data, after, tokenEnded } = await revokeConsent.run(session)
    expect(wrong.map((one) => one.name)).toEqual(['Status Authorised', 'Status Rejected', 'no Status'])
    expect([data, ...after].map(({ response }: Exchange) => response.status)).toEqual([200, 403])
    expect(tokenEnded).toBe(false)
    expect(purposes(session).slice(-3)).toEqual([
      ...['data after the end of the consent', 'revoke the consent again', 'read it once more'],
    ])
  })

  it('knows when the token had ended before', async () => {
    const { token } = journeyOf()
    const session = bank()
    const old = {
      ...session,
      journey: async () => journeyOf({ token: { ...token, startedAt: '2026-06-01T07:00:00Z' } }),
    }
    expect((await revokeConsent.run(old)).tokenEnded).toBe(true)
  })
})

describe('delete', () => {
  it('of a waiting consent comes after it was read, and without Accept', async () => {
    const session = bank()
    await deleteWaitingConsent.run(session)
    expect(session.asked.map(methodOf)).toEqual(['GET', 'DELETE'])
    expect(session.asked[1]?.options).toMatchObject({ headers: { accept: undefined }, token: 'client' })
  })

  it('of a given consent is followed by calls for data', async () => {
    const { deletion, after } = await deleteConsent.run(bank())
    expect([deletion.response.status, after[0]?.response.status]).toEqual([204, 403])
  })
})

it('a given consent is read until it is authorised', async () => {
  const session = fakeSession({ call: ({ count }) => showing(count < 2 ? 'AwaitingAuthorisation' : 'Authorised') })
  const { read } = await followConsent.run(session)
  expect([read.id, session.waits]).toEqual(['x3', [1000, 2000]])
})

const cameBack = (error: string): Authorisation => ({
  outcome: 'error',
  callback: { parameters: { error }, fragment: [], to: 'https://client.example', withCode: false },
  exchanges: [],
})

describe('decline-consent', () => {
  it('reads the consent that the user declined', async () => {
    const session = fakeSession({ call: () => showing('Rejected'), authorise: () => cameBack('access_denied') })
    await declineConsent.run(session)
    expect(session.asked[0]?.options).toMatchObject({ token: 'client', path: { ConsentId: expect.any(String) } })
  })

  it('is inconclusive where the callback says something else', async () => {
    const session = fakeSession({ authorise: () => cameBack('server_error') })
    await expect(declineConsent.run(session)).rejects.toThrow('the callback does not say that the user declined')
  })
})

describe('strange consents', () => {
  it('are asked for after one of the client', async () => {
    const session = fakeSession({ call: ({ count }) => ({ status: count === 0 ? 200 : 400 }) })
    await readUnknownConsent.run(session)
    const [good, unknown] = session.asked.map(({ options }) => options.path?.ConsentId)
    expect(good).not.toEqual(unknown)
  })

  it('of another client are asked for by the second one', async () => {
    const session = fakeSession({ call: () => ({}) })
    await readForeignConsent.run(session)
    expect(session.asked[1]?.options).toMatchObject({ token: 'second', certificate: 'second' })
    expect(session.asked[1]?.options.path).toEqual(session.asked[0]?.options.path)
  })
})
