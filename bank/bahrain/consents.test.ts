import { describe, expect, it } from 'vitest'
import { type Exchange, json } from '../../engine/exchange.ts'
import type { CallOptions, Session } from '../../engine/session.ts'
import { smallest } from '../../suites/bahrain/needs.ts'
import { talk } from '../../testing/bahrain-bank.ts'

const patience = { timeout: 30_000 }

const dataOf = ({ response }: Exchange): Readonly<Record<string, unknown>> =>
  (json(response) as { readonly Data?: Readonly<Record<string, unknown>> })?.Data ?? {}

const revoked = JSON.stringify({ Data: { Status: 'Revoked' } })

const ofConsent = (session: Session, ConsentId: string, method = 'GET', more: CallOptions = {}): Promise<Exchange> =>
  session.call(`${method} /account-access-consents/{ConsentId}`, { token: 'client', path: { ConsentId }, ...more })

const patch = (session: Session, id: string): Promise<Exchange> =>
  ofConsent(session, id, 'PATCH', { body: { text: revoked, mediaType: 'application/json' } })

describe('a consent', () => {
  it('waits for its user, is given, opens data, and is revoked for good', patience, async () => {
    const seen = await talk({ uses: { ...smallest, own: true } }, async (session) => {
      const { push, consentId: id, authorisation } = await session.journey()
      return {
        fragment: authorisation.callback?.fragment,
        created: dataOf(push.par),
        given: dataOf(await ofConsent(session, id)),
        data: (await session.call('GET /accounts')).response.status,
        balances: (await session.call('GET /balances')).response.status,
        revoked: await patch(session, id),
        after: (await session.call('GET /accounts')).response.status,
        again: (await patch(session, id)).response.status,
        end: dataOf(await ofConsent(session, id)),
        deleted: (
          await session.call('GET /account-access-consents/{ConsentId}', {
            method: 'DELETE',
            token: 'client',
            path: { ConsentId: id },
          })
        ).response.status,
      }
    })
    expect(seen.fragment).toEqual(expect.arrayContaining(['code', 'id_token', 'state']))
    expect(seen.created).toMatchObject({ Status: 'AwaitingAuthorisation' })
    expect(seen.given).toMatchObject({ Status: 'Authorised', ConsentId: seen.created.ConsentId })
    expect(Date.parse(String(seen.given.StatusUpdateDateTime))).toBeGreaterThan(
      Date.parse(String(seen.given.CreationDateTime)),
    )
    expect([seen.data, seen.balances, seen.revoked.response.status, seen.after, seen.again, seen.deleted]).toEqual([
      200, 403, 200, 403, 400, 405,
    ])
    expect(dataOf(seen.revoked)).toMatchObject({ Status: 'Revoked' })
    expect(seen.end).toMatchObject({ Status: 'Revoked' })
  })

  it('is rejected by a user who declines, and waits on where the password is wrong', patience, async () => {
    const seen = await talk({ uses: smallest }, async (session) => {
      const [declined, mistyped] = [
        await session.push({ purpose: 'decline' }),
        await session.push({ purpose: 'mistype' }),
      ]
      return {
        decline: await session.authorise(declined, 'decline', { decline: true }),
        declined: dataOf(await ofConsent(session, declined.consentId)).Status,
        mistype: await session.authorise(mistyped, 'mistype', { wrongPassword: true }),
        mistyped: dataOf(await ofConsent(session, mistyped.consentId)).Status,
      }
    })
    expect(seen.decline).toMatchObject({ outcome: 'error', callback: { parameters: { error: 'access_denied' } } })
    expect(seen.mistype).toMatchObject({ outcome: 'error' })
    expect(seen.mistype.callback).toBeUndefined()
    expect([seen.declined, seen.mistyped]).toEqual(['Rejected', 'AwaitingAuthorisation'])
  })

  it('is the business of one client', patience, async () => {
    const seen = await talk({ uses: smallest }, async (session) => {
      const foreign = await session.push({ purpose: 'create a consent', as: 'second' })
      const intent = { id_token: { openbanking_intent_id: { value: foreign.consentId } } }
      const push = await session.push({ purpose: 'ask for it', claims: (claims) => ({ ...claims, claims: intent }) })
      return {
        read: (await ofConsent(session, foreign.consentId)).response.status,
        asked: await session.authorise(push, 'ask for the consent of another client'),
      }
    })
    expect(seen.read).toBe(403)
    expect(seen.asked).toMatchObject({ outcome: 'error', callback: { parameters: { error: 'invalid_request' } } })
  })

  it('is deleted in the drafts, where it may say when it ends', patience, async () => {
    const seen = await talk({ uses: smallest, variant: 'bh-draft-2019' }, async (session) => {
      const text = JSON.stringify({
        Data: { Permissions: ['ReadAccountsBasic'], ExpirationDateTime: '2030-01-01T00:00:00Z' },
      })
      const created = await session.call('POST /account-access-consents', {
        token: 'client',
        body: { text, mediaType: 'application/json' },
      })
      const id = String(dataOf(created).ConsentId)
      return {
        created,
        deleted: (await ofConsent(session, id, 'DELETE')).response.status,
        after: dataOf(await ofConsent(session, id)).Status,
      }
    })
    expect(seen.created.response.status).toBe(201)
    expect(dataOf(seen.created)).toMatchObject({ ExpirationDateTime: '2030-01-01T00:00:00Z' })
    expect([seen.deleted, seen.after]).toEqual([204, 'Revoked'])
  })
})

it('has no variant that nobody wrote', async () => {
  await expect(talk({ variant: 'bh-2' }, async () => undefined)).rejects.toThrow('there is no variant bh-2')
})
