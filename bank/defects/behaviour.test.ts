import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { type BankOptions, startBank } from '../index.ts'
import { dataSharing } from '../policy/values.ts'

type Client = ReturnType<typeof testClient>

const path = '/accounts/100100000001/transactions'
const patch = {
  method: 'PATCH',
  headers: { 'content-type': 'application/json' },
  body: '{"Data":{"Status":"Revoked"}}',
} as const

/** Patches a consent of its own with a body that is none, or in a media type that is none. */
const patchBadly = async (client: Client, body: string, type = 'application/json'): Promise<number> => {
  const consent = consentOf()
  await client.push({ authorization_details: [{ type: dataSharing, consent }] })
  const path = `/account-access-consents/${consent.ConsentId}`
  const headers = { 'content-type': type }
  return (await client.call(path, await client.clientToken(), { method: 'PATCH', headers, body })).status
}

/** Does the forbidden thing and gives back the status: at least 400 at an honest bank. */
const tries: Readonly<Record<string, (client: Client) => Promise<number>>> = {
  'request-object-unverified': async (client) => {
    const [header, payload] = (await client.requestObject()).split('.')
    const [, , other] = (await client.requestObject()).split('.')
    return (await client.push(`${header}.${payload}.${other}`)).status
  },
  'token-not-bound': async (client) =>
    (await client.call('/accounts', (await client.userToken()).access, { with: 'second' })).status,
  'client-token-opens-data': async (client) => (await client.call('/accounts', await client.clientToken())).status,
  'tampered-token-accepted': async (client) => {
    const { access } = await client.userToken()
    const at = Math.floor(access.length / 2)
    return (
      await client.call('/accounts', `${access.slice(0, at)}${access[at] === 'a' ? 'b' : 'a'}${access.slice(at + 1)}`)
    ).status
  },
  'garbled-date-ignored': async (client) =>
    (await client.call(`${path}?fromBookingDateTime=abc`, (await client.userToken()).access)).status,
  'permission-ignored': async (client) => {
    const { access } = await client.userToken(consentOf({ Permissions: ['ReadAccountsBasic'] }))
    return (await client.call('/accounts/100100000001/balances', access)).status
  },
  'auth-date-unread': async (client) => {
    const headers = { 'x-fapi-auth-date': '2026-06-01T08:00:00Z' }
    return (await client.call('/accounts', (await client.userToken()).access, { headers })).status
  },
  'any-media-type-patched': (client) => patchBadly(client, '{"Subscription":{"Webhook":{}}}', 'text/plain'),
  'broken-json-patched': (client) => patchBadly(client, '{'),
  'unfit-body-patched': (client) => patchBadly(client, '{"Subscription":[]}'),
  'data-after-revocation': async (client) => {
    const { access, consent } = await client.userToken()
    const revoked = await client.call(
      `/account-access-consents/${consent.ConsentId}`,
      await client.clientToken(),
      patch,
    )
    expect(revoked.status).toBe(204)
    return (await client.call('/accounts', access)).status
  },
  'assertion-replay-accepted': async (client) => {
    const ask = { grant_type: 'client_credentials', scope: 'accounts' }
    await client.token(ask, 'mizan-client-1', { jti: 'twice' })
    return (await client.token(ask, 'mizan-client-1', { jti: 'twice' })).status
  },
  'without-single-detail-check': async (client) => (await client.push({ authorization_details: [] })).status,
  'without-closed-consent-check': async (client) =>
    (await client.push({ authorization_details: [{ type: dataSharing, consent: consentOf({ Foo: 1 }) }] })).status,
}

/** Likewise, where lives of a second have to pass first. */
const lateTries: typeof tries = {
  'request-uri-never-expires': async (client) => {
    const { json } = await client.push()
    await pause((Number(json.expires_in) + 1) * 1000)
    return (await client.open(json.request_uri)).page.status
  },
  'expired-token-accepted': async (client) => {
    const { access, answer } = await client.userToken()
    await pause((Number(answer.json.expires_in) + 1) * 1000)
    return (await client.call('/accounts', access)).status
  },
}

const withBank = (options: BankOptions, judge: (client: () => Client) => void): void => {
  let client: Client
  beforeAll(async () => {
    client = testClient(await startBank(options))
  })
  afterAll(() => client.close())
  judge(() => client)
}

const short = { accessToken: 2, requestUri: 2 }
const late = Object.entries(lateTries)

describe('an honest bank', () =>
  withBank({}, (client) => {
    it.each(Object.entries(tries))('has not %s', async (_, attempt) =>
      expect(await attempt(client())).toBeGreaterThanOrEqual(400),
    )
  }))

describe('an honest bank with short lives', () =>
  withBank({ lifetimes: short }, (client) => {
    it.concurrent.each(late)('has not %s', async (_, attempt) =>
      expect(await attempt(client())).toBeGreaterThanOrEqual(400),
    )
  }))

describe('an honest bank with a low limit', () =>
  withBank({ rateLimit: { requests: 2, seconds: 60 } }, (client) => {
    it('limits a token and says until when', async () => {
      const headers = { 'x-fapi-interaction-id': '7c9e6679-7425-40de-944b-e07fc1f90ae7' }
      const answers = [1, 2, 3].map(() => client().call('/accounts', 'no-such-token', { headers }))
      const limited = (await Promise.all(answers)).filter(({ status }) => status === 429)
      expect(limited).toHaveLength(1)
      expect(limited[0]?.headers['retry-after']).toMatch(/^[1-9]\d?$/)
      expect(limited[0]?.headers).toMatchObject(headers)
    })
  }))

describe('a bank with defects', () =>
  withBank({ defects: Object.keys(tries) }, (client) => {
    it.each(Object.entries(tries))('has %s', async (_, attempt) => expect(await attempt(client())).toBeLessThan(400))
  }))

describe('a bank with defects that show late', () =>
  withBank({ defects: Object.keys(lateTries), lifetimes: short }, (client) => {
    it.concurrent.each(late)('has %s', async (_, attempt) => expect(await attempt(client())).toBe(200))
  }))

describe('a bank with filter-bounds-exclusive', () =>
  withBank({ defects: ['filter-bounds-exclusive'] }, (client) => {
    it('leaves out what lies on the bound', async () => {
      const { access } = await client().userToken()
      const { json } = await client().call(path, access)
      const { BookingDateTime: at, TransactionId: id } = json.Data.Transaction[40]
      const found = await client().call(`${path}?${new URLSearchParams({ toBookingDateTime: at })}`, access)
      expect(found.json.Data.Transaction[0].TransactionId).toBe(json.Data.Transaction[41].TransactionId)
      expect(found.text).not.toContain(`"${id}"`)
    })
  }))

describe('a bare bank', () =>
  withBank({ bare: true }, (client) => {
    it('takes a consent through the whole journey', async () => {
      const { access } = await client().userToken()
      expect((await client().call('/accounts', access)).status).toBe(200)
    })

    it('has no policy of the standard', async () => {
      const details = [{ type: dataSharing, consent: consentOf({ Permissions: [] }) }]
      expect((await client().push({ authorization_details: details })).status).toBe(201)
    })
  }))
