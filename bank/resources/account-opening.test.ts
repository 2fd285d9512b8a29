import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testClient } from '../../testing/bank-client.ts'
import { defects } from '../defects/index.ts'
import { startBank } from '../index.ts'
import { ibanFits } from '../ledger/iban.ts'

type Client = ReturnType<typeof testClient>
type Json = Readonly<Record<string, unknown>>

const names = [
  'request-signature-unread',
  'request-of-two-segments-taken',
  'request-algorithms-open',
  'request-never-ends',
  'claims-taken-for-message',
  'unsigned-request-taken',
  'opening-without-account-taken',
  'audit-unread',
  'opening-subscription-of-the-guide-taken',
  'any-token-opens-accounts',
  'any-scope-reads-consents',
  'any-opening-pending',
]

const claimsOf = (Surname: string): Json => ({
  IdentityType: 'Person',
  FullName: `Maha ${Surname}`,
  GivenName: 'Maha',
  Surname,
  EmiratesId: '784-1900-0000000-0',
  EmiratesIdExpiryDate: '2099-12-31',
  ResidentialAddress: { AddressLine: ['Street 1'], Country: 'AE' },
})
const dataOf = (Surname = 'Ghaf'): Json => ({ Account: { Name: 'Maha' }, Party: { Claims: claimsOf(Surname) } })

/** The account opening API of a bank, as a client with a token for it sees it. */
const openingAt = (client: Client, issuer: string, version: string) => {
  const base = `${issuer}/open-finance/account-opening/${version}`
  const access = client.clientToken('mizan-client-1', 'account-opening')
  const jws = (message: unknown, change: Json = {}): Promise<string> => {
    const now = Math.floor(Date.now() / 1000)
    return client.sign({ iss: 'mizan-client-1', iat: now, nbf: now, exp: now + 60, message, ...change })
  }
  const post = async (body: string, { type = 'application/jwt', accept = 'application/jwt', token = access } = {}) => {
    const headers = { 'content-type': type, accept }
    return client.call(`${base}/accounts`, await token, { method: 'POST', headers, body })
  }
  return {
    jws,
    post,
    open: async (Surname?: string, more: Json = {}) => post(await jws({ Data: dataOf(Surname), ...more })),
    status: async (id: string, path = `/accounts/${id}/status`, token = access) =>
      client.call(base + path, await token),
    patch: async (id: string, body: unknown) =>
      client.call(`${base}/accounts/${id}/subscription`, await access, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  }
}

const messageIn = (jws: string): { readonly Data: Json; readonly Links: Json; readonly Meta: Json } =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()).message

/** Reads a status until it is another one than these. */
const leaving = async (api: ReturnType<typeof openingAt>, id: string, states: readonly string[]): Promise<Json> => {
  for (;;) {
    const { json } = await api.status(id)
    if (!states.includes(json.Data.OpeningStatus)) return json
    await pause(50)
  }
}

const waits = ['Pending', 'AwaitingLFIProcesses']

/** Does what an honest bank refuses, and gives back the status. */
const tries: Readonly<Record<string, (api: ReturnType<typeof openingAt>, client: Client) => Promise<number>>> = {
  'request-signature-unread': async (api) => {
    const [header, payload] = (await api.jws({ Data: dataOf() })).split('.')
    const [, , other] = (await api.jws({ Data: dataOf('Other') })).split('.')
    return (await api.post(`${header}.${payload}.${other}`)).status
  },
  'request-of-two-segments-taken': async (api) =>
    (await api.post((await api.jws({ Data: dataOf() })).split('.').slice(0, 2).join('.'))).status,
  'request-algorithms-open': async (api) => {
    const [, payload] = (await api.jws({ Data: dataOf() })).split('.')
    return (await api.post(`${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`)).status
  },
  'request-never-ends': async (api) => (await api.post(await api.jws({ Data: dataOf() }, { exp: 1 }))).status,
  'claims-taken-for-message': async (api) => (await api.post(await api.jws(undefined, { Data: dataOf() }))).status,
  'unsigned-request-taken': async (api) =>
    (await api.post(JSON.stringify({ Data: dataOf() }), { type: 'application/json' })).status,
  'opening-without-account-taken': async (api) => {
    const { Account: _, ...Data } = dataOf()
    return (await api.post(await api.jws({ Data }))).status
  },
  'audit-unread': async (api) =>
    (await api.post(await api.jws({ Data: { ...dataOf(), DataSharingAudit: [{ Action: 'Replaced' }] } }))).status,
  'opening-subscription-of-the-guide-taken': async (api) => {
    const { Data } = messageIn((await api.open()).text)
    return (await api.patch(String(Data.AccountId), { Subscription: { Webhook: { IsActive: false } } })).status
  },
  'any-token-opens-accounts': async (api, client) =>
    (await api.post(await api.jws({ Data: dataOf() }), { token: client.clientToken() })).status,
  'any-scope-reads-consents': async (_, client) => {
    const token = await client.clientToken('mizan-client-1', 'account-opening')
    return (await client.call('/account-access-consents?baseConsentId=x', token)).status
  },
  'any-opening-pending': async (api) => (await api.status('nobody')).status,
}

describe('an honest bank', () => {
  let client: Client
  let api: ReturnType<typeof openingAt>
  let older: ReturnType<typeof openingAt>
  beforeAll(async () => {
    const bank = await startBank()
    client = testClient(bank)
    api = openingAt(client, bank.issuer, 'v2.1')
    older = openingAt(client, bank.issuer, 'v2.0')
  })
  afterAll(() => client.close())

  it('opens an account that is there after a while, in a signed answer whatever was asked for', async () => {
    const answer = await api.post(await api.jws({ Data: dataOf() }), { accept: 'application/json' })
    expect([answer.status, answer.headers['content-type']]).toEqual([201, 'application/jwt'])
    const { Data, Links, Meta } = messageIn(answer.text)
    expect(Data).toMatchObject({ OpeningStatus: 'Pending' })
    expect(Meta).toEqual({})
    const own = await client.call(String(Links.Self), await client.clientToken('mizan-client-1', 'account-opening'))
    expect(own.json.Data.AccountId).toBe(Data.AccountId)
    const working = await leaving(api, String(Data.AccountId), ['Pending'])
    expect(working).toMatchObject({ Data: { OpeningStatus: 'AwaitingLFIProcesses' } })
    const done = (await leaving(api, String(Data.AccountId), waits)) as { readonly Data: Json }
    expect(done.Data).toMatchObject({
      OpeningStatus: 'Completed',
      Currency: 'AED',
      AccountIdentifiers: [{ SchemeName: 'IBAN', Name: 'Maha Ghaf' }],
    })
    const [{ Identification }] = done.Data.AccountIdentifiers as readonly [{ readonly Identification: string }]
    expect(ibanFits(Identification)).toBe(true)
  })

  it('asks some applicants for more, and turns others down', async () => {
    const idOf = async (surname: string) => String(messageIn((await api.open(surname)).text).Data.AccountId)
    const [more, no] = await Promise.all([idOf('Naqis'), idOf('Marfood')])
    expect(await leaving(api, more, waits)).toMatchObject({
      Data: { OpeningStatus: 'AwaitingUserInput' },
      Links: { AccountOpeningRedirectUrl: expect.stringMatching(/^https:/) },
    })
    expect(await leaving(api, no, waits)).toMatchObject({ Data: { OpeningStatus: 'Rejected' } })
  })

  it('shows an account to the client that asked for it, and to no other', async () => {
    const id = String(messageIn((await api.open()).text).Data.AccountId)
    const foreign = await client.clientToken('mizan-client-2', 'account-opening')
    const url = `${(await client.discovery()).json.issuer}/open-finance/account-opening/v2.1/accounts/${id}/status`
    expect((await client.call(url, foreign, { with: 'second' })).status).toBe(404)
    expect((await api.status(id)).status).toBe(200)
  })

  it('keeps a subscription that is changed in part', async () => {
    const Webhook = { Url: 'https://events.tpp.example', IsActive: true }
    const id = String(messageIn((await api.open('Ghaf', { Subscription: { Webhook } })).text).Data.AccountId)
    const statuses = [
      { Data: { Webhook: { IsActive: false } } },
      { Data: { Webhook: { Url: 'http://x', IsActive: false } } },
      { Data: {} },
    ].map(async (body) => (await api.patch(id, body)).status)
    expect(await Promise.all(statuses)).toEqual([204, 400, 400])
    expect((await api.patch('nobody', { Data: { Webhook: { IsActive: false } } })).status).toBe(404)
  })

  it('speaks version 2.0 beside: JSON where it is asked for, other states, and two addresses', async () => {
    const answer = await older.post(await older.jws({ Data: dataOf('Naqis') }), { accept: 'application/json' })
    expect([answer.status, answer.headers['content-type']]).toEqual([201, 'application/json; charset=utf-8'])
    const id = String(answer.json.Data.AccountId)
    expect(await leaving(older, id, ['Pending'])).toMatchObject({ Data: { OpeningStatus: 'AwaitingPartyData' } })
    expect((await older.status(id, `/accounts/${id}`)).json.Data.AccountId).toBe(id)
    const made = messageIn((await older.open()).text)
    expect(await leaving(older, String(made.Data.AccountId), ['Pending'])).toMatchObject({
      Data: { OpeningStatus: 'Created' },
    })
  })

  it.each(Object.entries(tries))('has not %s', async (_, attempt) =>
    expect(await attempt(api, client)).toBeGreaterThanOrEqual(400),
  )
})

describe('a bank with defects', () => {
  let client: Client
  let api: ReturnType<typeof openingAt>
  beforeAll(async () => {
    const bank = await startBank({ defects: names })
    client = testClient(bank)
    api = openingAt(client, bank.issuer, 'v2.1')
  })
  afterAll(() => client.close())

  it('has all that are tried here', () => {
    expect(Object.keys(tries)).toEqual(names)
    expect(names.filter((name) => !defects.some((defect) => defect.name === name))).toEqual([])
  })

  it.each(Object.entries(tries))('has %s', async (_, attempt) => expect(await attempt(api, client)).toBeLessThan(400))
})

describe('a bank that is open to anybody', () => {
  it('profiles itself for a version', async () => {
    const bank = await startBank({ variant: 'account-opening-v2.0' })
    expect(bank.profile.resources).toMatchObject({
      'account-opening-service-initiation': `${bank.issuer}/open-finance/account-opening/v2.0`,
    })
    await bank.close()
  })
})
