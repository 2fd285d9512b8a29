import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { type RunningBank, startBank } from '../index.ts'
import { dataSharing } from '../policy/values.ts'

type Client = ReturnType<typeof testClient>
type Journey = Awaited<ReturnType<Client['userToken']>>

let bank: RunningBank
let client: Client
let user: Journey

beforeAll(async () => {
  bank = await startBank()
  client = testClient(bank)
  user = await client.userToken()
})
afterAll(() => client.close())

const json = { 'content-type': 'application/json' }

const consentPath = (id: unknown): string => `/account-access-consents/${id}`
const statusOf = async (id: unknown): Promise<string> =>
  (await client.call(consentPath(id), await client.clientToken())).json.Data.Status
const patch = async (id: unknown, body: unknown) =>
  client.call(consentPath(id), await client.clientToken(), {
    method: 'PATCH',
    headers: json,
    body: JSON.stringify(body),
  })
const revoke = (journey: { readonly consent: Journey['consent'] }) =>
  patch(journey.consent.ConsentId, { Data: { Status: 'Revoked', RevokedBy: 'TPP.InitiatedByUser' } })

describe('consents', () => {
  it('wait for their user after a push', async () => {
    const consent = consentOf()
    await client.push({ authorization_details: [{ type: dataSharing, consent }] })
    expect(await statusOf(consent.ConsentId)).toBe('AwaitingAuthorization')
  })

  it('are shown to the client that made them and to nobody else', async () => {
    const base = crypto.randomUUID()
    const consent = consentOf({ BaseConsentId: base })
    await client.push({ authorization_details: [{ type: dataSharing, consent }] })
    const list = `/account-access-consents?baseConsentId=${base}`
    expect((await client.call(list, await client.clientToken())).json).toHaveLength(1)
    const other = await client.clientToken('mizan-client-2')
    expect((await client.call(list, other, { with: 'second' })).json).toEqual([])
    expect((await client.call(consentPath(consent.ConsentId), other, { with: 'second' })).status).toBe(400)
  })

  it('are looked up by their base, and never without one', async () => {
    const access = await client.clientToken()
    const unknown = await client.call(`/account-access-consents?baseConsentId=${crypto.randomUUID()}`, access)
    expect(unknown).toMatchObject({ status: 200, json: [] })
    expect((await client.call('/account-access-consents', access)).status).toBe(400)
  })

  it('keep their events apart from their state', async () => {
    const consent = consentOf()
    const subscription = { Webhook: { Url: 'https://events.tpp.example', IsActive: true } }
    await client.push({ authorization_details: [{ type: dataSharing, consent, subscription }] })
    expect((await patch(consent.ConsentId, { Subscription: { Webhook: { IsActive: false } } })).status).toBe(204)
    const { json: shown } = await client.call(consentPath(consent.ConsentId), await client.clientToken())
    expect(shown.Subscription.Webhook).toEqual({ Url: 'https://events.tpp.example', IsActive: false })
    expect(shown.Data.Status).toBe('AwaitingAuthorization')
  })

  it('open nothing once they are revoked, and are revoked once', async () => {
    const journey = await client.userToken()
    expect((await client.call('/accounts', journey.access)).status).toBe(200)
    expect(await revoke(journey)).toMatchObject({ status: 204, text: '' })
    expect((await client.call('/accounts', journey.access)).status).toBe(403)
    expect((await revoke(journey)).status).toBe(400)
    expect(await statusOf(journey.consent.ConsentId)).toBe('Revoked')
  })

  it.each([{ Data: { Status: 'Authorized' } }, { Data: { Status: 'Revoked', Foo: 1 } }, { Foo: 1 }, {}])(
    'are not changed by %j',
    async (body) => {
      expect(await patch(user.consent.ConsentId, body)).toMatchObject({
        status: 400,
        json: { Errors: [{ Code: 'Body.InvalidFormat' }] },
      })
      expect(await statusOf(user.consent.ConsentId)).toBe('Authorized')
    },
  )

  it('take a patch that is signed, and none whose signature is broken', async () => {
    const journey = await client.userToken()
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: 'mizan-client-1', exp: now + 60, nbf: now, message: { Data: { Status: 'Revoked' } } }
    const jws = await client.sign(claims)
    const send = async (body: string, type = 'application/jwt') =>
      client.call(consentPath(journey.consent.ConsentId), await client.clientToken(), {
        method: 'PATCH',
        headers: { 'content-type': type },
        body,
      })
    const [header, , signature] = jws.split('.')
    const forged = Buffer.from(JSON.stringify({ ...claims, exp: now + 61 })).toString('base64url')
    expect((await send(`${header}.${forged}.${signature}`)).json.Errors[0].Code).toBe('JWS.InvalidSignature')
    expect((await send('{}', 'text/plain')).status).toBe(415)
    expect((await send(jws)).status).toBe(204)
  })
})
