import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { type RunningBank, startBank } from '../index.ts'

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

const sentId = '0F8fad5b-d9cb-469f-a165-70867728950e'
const consentPath = (id: unknown): string => `/account-access-consents/${id}`

describe('who may call what', () => {
  const tampered = (access: string): string => {
    const middle = Math.floor(access.length / 2)
    return `${access.slice(0, middle)}${access[middle] === 'a' ? 'b' : 'a'}${access.slice(middle + 1)}`
  }

  it('takes no call without a certificate, not even an unknown path', async () => {
    expect((await client.call('/nowhere', undefined, { with: 'none' })).status).toBe(403)
  })

  it.each([
    ['no token', {}, 401],
    ['another scheme', { authorization: 'Basic abc' }, 401],
    ['an unknown token', { authorization: 'Bearer abc' }, 401],
    ['an Accept that cannot be met', { accept: 'application/xml' }, 406],
  ])('answers %s', async (_, headers, status) => {
    const answer = await client.call('/accounts', undefined, {
      headers: { ...headers, 'x-fapi-interaction-id': sentId },
    })
    expect(answer).toMatchObject({ status, text: '', headers: { 'x-fapi-interaction-id': sentId } })
    expect(answer.headers['www-authenticate'] !== undefined).toBe(status === 401)
  })

  it('knows its paths and their methods', async () => {
    expect((await client.call('/nowhere', user.access)).status).toBe(404)
    expect(await client.call('/accounts', user.access, { method: 'PUT' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET' },
    })
    expect((await client.call('/accounts', user.access, { method: 'HEAD' })).status).toBe(405)
  })

  it('takes a token as it is, with its own certificate, for its own kind of call', async () => {
    expect((await client.call('/accounts', tampered(user.access))).status).toBe(401)
    expect((await client.call('/accounts', user.access, { with: 'second' })).status).toBe(401)
    expect((await client.call('/accounts', await client.clientToken())).json.Errors[0].Code).toBe(
      'AccessToken.InvalidScope',
    )
    expect((await client.call(consentPath(user.consent.ConsentId), user.access)).status).toBe(403)
  })

  it('gives each id that it makes up once, and drops one that is no UUID', async () => {
    const ids = [undefined, undefined, 'abc'].map((sent) =>
      client.call('/accounts', user.access, { headers: sent === undefined ? {} : { 'x-fapi-interaction-id': sent } }),
    )
    const seen = (await Promise.all(ids)).map(({ headers }) => headers['x-fapi-interaction-id'])
    expect(new Set(seen).size).toBe(3)
    for (const id of seen) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it.each([
    ['203.0.113.7', 200],
    ['2001:db8::1', 200],
    ['999.1.1.1', 400],
    ['somebody', 400],
  ])('answers a customer at %s with %i', async (address, status) => {
    const answer = await client.call('/accounts', user.access, { headers: { 'x-fapi-customer-ip-address': address } })
    expect(answer.status).toBe(status)
  })

  it('refuses a date of authentication that is none', async () => {
    const date = (value: string) => client.call('/accounts', user.access, { headers: { 'x-fapi-auth-date': value } })
    expect((await date('Sat, 21 Nov 2026 10:00:00 GMT')).status).toBe(200)
    expect((await date('2026-11-21T10:00:00Z')).status).toBe(400)
  })
})

describe('accounts', () => {
  it('are those that the kinds in the consent let through', async () => {
    const { access } = await client.userToken(consentOf({ AccountSubType: ['Savings'] }))
    const accounts = (await client.call('/accounts', access)).json.Data.Account
    const kinds = new Set(accounts.map((account: { AccountSubType: string }) => account.AccountSubType))
    expect([...kinds]).toEqual(['Savings'])
    expect(accounts.length).toBeGreaterThan(1)
    expect((await client.call('/accounts/100100000001', access)).status).toBe(403)
    expect((await client.call('/accounts/100200000001', access)).status).toBe(403)
  })

  it('hide their holder and identifiers without ReadAccountsDetail, and balances without ReadBalances', async () => {
    const { access } = await client.userToken(consentOf({ Permissions: ['ReadAccountsBasic'] }))
    const [account] = (await client.call('/accounts', access)).json.Data.Account
    expect(Object.keys(account)).not.toContain('AccountIdentifiers')
    expect(Object.keys(account)).not.toContain('AccountHolderName')
    expect((await client.call('/accounts/100100000001/balances', access)).status).toBe(403)
  })

  it('are listed whatever their state, and tell more as it allows', async () => {
    const states: { AccountId: string; Status: string }[] = (await client.call('/accounts', user.access)).json.Data
      .Account
    const codes = await Promise.all(
      states.map(async ({ AccountId, Status }) => {
        const { status, json } = await client.call(`/accounts/${AccountId}/balances`, user.access)
        return [Status, status === 200 ? 200 : json.Errors[0].Code] as const
      }),
    )
    expect(Object.fromEntries(codes)).toEqual({
      Active: 200,
      Inactive: 200,
      Dormant: 200,
      Suspended: 'Consent.AccountTemporarilyBlocked',
      Closed: 'Consent.PermanentAccountAccessFailure',
      Unclaimed: 'Consent.PermanentAccountAccessFailure',
      Deceased: 'Consent.PermanentAccountAccessFailure',
    })
  })

  it.each([
    '/accounts/%00',
    '/accounts/a%2Fb',
    '/accounts/..%2F..%2Fetc',
    '/accounts/%ZZ',
    `/accounts/${'a'.repeat(41)}/statements`,
    '/accounts/%3Cscript%3E/parties',
    '/accounts//balances',
  ])('are none under %s', async (path) => {
    const { status } = await client.call(path, user.access)
    expect([400, 403, 404]).toContain(status)
  })

  it('come as a JWS of the bank to who asks for one', async () => {
    const signed = await client.call('/accounts', user.access, { headers: { accept: 'application/jwt' } })
    const plain = await client.call('/accounts', user.access)
    expect(signed.headers['content-type']).toBe('application/jwt')
    expect(decodeJwt(signed.text)).toMatchObject({ iss: bank.issuer, aud: ['mizan-client-1'], message: plain.json })
    const refused = await client.call('/accounts/nobody', user.access, { headers: { accept: 'application/jwt' } })
    expect(decodeJwt(refused.text)).toMatchObject({ message: { Errors: [{ Code: expect.any(String) }] } })
  })
})
