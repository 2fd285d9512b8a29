import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { redirectUri, testClient } from '../../testing/bank-client.ts'
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

const json = { 'content-type': 'application/json' }
const sentId = '0F8fad5b-d9cb-469f-a165-70867728950e'

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

describe('the authorization server', () => {
  it('says where everything is, for 15 minutes', async () => {
    const { json: document, headers } = await client.discovery()
    expect(headers['cache-control']).toContain('max-age=900')
    expect(document).toMatchObject({
      issuer: bank.issuer,
      registration_endpoint: expect.stringContaining(bank.issuer),
      require_pushed_authorization_requests: true,
      tls_client_certificate_bound_access_tokens: true,
      authorization_response_iss_parameter_supported: true,
      authorization_details_types_supported: ['urn:openfinanceuae:account-access-consent:v2.1'],
      code_challenge_methods_supported: ['S256'],
    })
  })

  it.each(['token_endpoint', 'pushed_authorization_request_endpoint', 'registration_endpoint'])(
    'lets nobody without a certificate to the %s',
    async (name) => {
      const sent = { method: 'POST', headers: json, body: '{}' } as const
      expect((await client.send(await client.endpoint(name), { ...sent, with: 'none' })).status).toBe(403)
      expect((await client.send(await client.endpoint(name), sent)).status).not.toBe(403)
    },
  )

  it('registers a client without a body', async () => {
    const sent = { method: 'POST', headers: json, body: '{}' } as const
    expect(await client.send(await client.endpoint('registration_endpoint'), sent)).toMatchObject({
      status: 204,
      text: '',
    })
  })

  it('answers a push with 201, the interaction id and the life that is meant', async () => {
    const pushed = await client.push({}, { 'x-fapi-interaction-id': sentId })
    expect(pushed).toMatchObject({
      status: 201,
      json: { expires_in: 90 },
      headers: { 'x-fapi-interaction-id': sentId },
    })
    const short = await client.push({ exp: Math.floor(Date.now() / 1000) + 40 })
    expect(short.json.expires_in).toBeLessThanOrEqual(40)
  })

  it('refuses a request object with a broken signature, and a policy row', async () => {
    const [header, payload, signature = ''] = (await client.requestObject()).split('.')
    const broken = [header, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.')
    expect(await client.push(broken)).toMatchObject({ status: 400, json: { error: 'invalid_request_object' } })
    expect(await client.push({ authorization_details: [] })).toMatchObject({ status: 400 })
  })

  it('refuses an assertion for another audience, used twice, and a scope that it does not serve', async () => {
    const ask = { grant_type: 'client_credentials', scope: 'accounts' }
    expect((await client.token(ask, 'mizan-client-1', { aud: [bank.issuer] })).status).toBe(401)
    expect((await client.token(ask, 'mizan-client-1', { jti: 'once' })).status).toBe(200)
    expect((await client.token(ask, 'mizan-client-1', { jti: 'once' })).json.error).toBe('invalid_client')
    expect((await client.token({ ...ask, scope: 'payments' })).json.error).toBe('invalid_scope')
  })

  it('brings the user back with code, state and iss', () => {
    expect(user.end.status).toBe(303)
    expect(`${user.callback.origin}${user.callback.pathname}`).toBe(redirectUri)
    expect([...user.callback.searchParams.keys()].sort()).toEqual(['code', 'iss', 'state'])
    expect(user.callback.searchParams.get('iss')).toBe(bank.issuer)
    expect(user.callback.searchParams.get('state')).toBe('a state')
  })

  it('gives an opaque token with the consent as it was lodged, and an id_token that verifies', async () => {
    const { json: answer, headers } = user.answer
    expect(headers['cache-control']).toBe('no-store')
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600, refresh_token: expect.any(String) })
    expect(answer.access_token).not.toContain('.')
    const [{ consent }] = answer.authorization_details
    expect(consent.Data).toMatchObject({ ConsentId: user.consent.ConsentId, Status: 'Authorized' })
    const keys = (await client.send(await client.endpoint('jwks_uri'), { with: 'none' })).json
    const verified = await jwtVerify(answer.id_token, createLocalJWKSet(keys), {
      issuer: bank.issuer,
      algorithms: ['PS256'],
    })
    expect(verified.payload.aud).toBe('mizan-client-1')
  })

  it('refreshes without a new refresh token, and not after the consent has ended', async () => {
    const journey = await client.userToken()
    const refresh = { grant_type: 'refresh_token', refresh_token: journey.answer.json.refresh_token }
    const again = await client.token(refresh)
    expect(again.json.refresh_token).toBeUndefined()
    expect(again.json.authorization_details[0].consent.Data.ConsentId).toBe(journey.consent.ConsentId)
    expect((await client.token(refresh)).status).toBe(200)
    await revoke(journey)
    expect(await client.token(refresh)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } })
  })

  it('shows the form again after a wrong password, in Arabic to who asks for it', async () => {
    const { json: pushed } = await client.push()
    const { page, submit, visit } = await client.open(pushed.request_uri)
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('name="password"') })
    const again = await submit(page, { username: 'salma', password: 'wrong' })
    expect(again).toMatchObject({ status: 401, text: expect.stringContaining('role="alert"') })
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? ''
    expect((await visit(action, { headers: { 'accept-language': 'ar-AE,en' } })).text).toContain(
      '<html lang="ar" dir="rtl">',
    )
  })

  it('takes nothing from a form that it did not make', async () => {
    const { json: pushed } = await client.push()
    const { page, visit } = await client.open(pushed.request_uri)
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const body = new URLSearchParams({ username: 'salma', password: client.read('password.txt') }).toString()
    expect((await visit(action, { method: 'POST', body })).status).toBe(400)
  })

  it('rejects the consent of a user who declines', async () => {
    const { callback, consent } = await client.authorise(undefined, { decision: 'decline' })
    expect(Object.fromEntries(callback.searchParams)).toMatchObject({
      error: 'access_denied',
      state: 'a state',
      iss: bank.issuer,
    })
    expect(await statusOf(consent.ConsentId)).toBe('Rejected')
  })

  it('shows an error page for a request_uri that it never gave out', async () => {
    const { page } = await client.open('urn:ietf:params:oauth:request_uri:none')
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('invalid_request_uri') })
  })
})
