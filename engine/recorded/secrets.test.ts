import { expect, it } from 'vitest'
import { makeRedactor } from '../redact/redactor.ts'
import { secretsByName } from './secrets.ts'

const request = { method: 'GET', url: 'https://b.test/accounts', headers: [] }

it.each([
  ['sid=secret-4711-abcdef; Path=/open-finance; Domain=pg.bank.test; Secure; HttpOnly; SameSite=Strict'],
  ['sid=secret-4711-abcdef; expires=Wed, 21 Oct 2026 07:28:00 GMT; path=/open-finance; Max-Age=31536000'],
  ['a=other-4711-abcdefg; Domain=pg.bank.test; Path=/open-finance, sid=secret-4711-abcdef; Path=/open-finance'],
])('a cookie is a secret, and where it goes is none: %s', (value) => {
  const redactor = makeRedactor([])
  const secrets = secretsByName({ request, response: { headers: [['Set-Cookie', value]] } })
  for (const one of secrets) redactor.secret(one.value, one.kind)
  const told = 'https://pg.bank.test/open-finance since 07:28:00 for 31536000 with Strict'
  expect(redactor.text(told)).toBe(told)
  expect(redactor.text('got secret-4711-abcdef')).toMatch(/^got ‹set cookie [0-9a-f]{4}›$/)
})

const found = (given: {
  readonly query?: string
  readonly headers?: readonly (readonly [string, string])[]
  readonly answered?: readonly (readonly [string, string])[]
}) =>
  secretsByName({
    request: { ...request, url: `${request.url}?${given.query ?? ''}`, headers: given.headers ?? [] },
    response: { headers: given.answered ?? [] },
  })

it.each(['auth', 'code', 'pwd', 'sid', 'jwt', 'hmac', 'sig', 'nonce', 'state'])(
  'a parameter %s is a credential',
  (name) => {
    expect(found({ query: `${name}=CANARY-47` })).toEqual([{ value: 'CANARY-47', kind: name }])
  },
)

it.each([
  ...['login_hint', 'cpr', 'name', 'phone', 'mobile', 'iban', 'user', 'username', 'user_name', 'user_id', 'email'],
  ...['Email', 'loginHint'],
])('a parameter %s is a person', (name) => {
  expect(found({ query: `${name}=900101234` })).toEqual([{ value: '900101234', kind: 'person' }])
})

it('a telephone number is known however its plus was sent', () => {
  for (const query of ['phone=+97339123456', 'phone=%2B97339123456']) {
    expect(found({ query })[0]?.value).toMatch(/^\+?97339123456$/)
  }
})

it.each([
  'state=Active',
  'state=AwaitingAuthorisation',
  'name=Current+Account',
  'user=test',
  'username=testaccount',
  'bookingStateName=Booked-4711',
  'accountName=Savings-4711',
  'client_id=tpp-4711-abc',
])('what is common, or something else, is not masked everywhere: %s', (query) => {
  expect(found({ query })).toEqual([])
})

it.each([
  ['X-Userinfo', 'eyAiQ0FOQVJZIjogMSB9', 'person'],
  ['X-Customer-Name', 'Canary Al Noor', 'person'],
  ['X-CPR', '900101234', 'person'],
  ['X-User-Id', 'u-900101', 'person'],
  ['SM_USER', 'canary.noor', 'person'],
  ['X-PSU-Identifier', 'BH,900101234', 'person'],
  ['X-Consumer-Username', 'canary-noor', 'person'],
  ['X-Forwarded-Client-Cert', 'Hash=47114711;Subject="CN=canary,O=Noor"', 'x forwarded client cert'],
  ['ssl-client-cert', '-----BEGIN CERTIFICATE----- MIIC', 'ssl client cert'],
  ['X-Device-Id', 'd-4711-4711', 'x device id'],
  ['DPoP', 'canary-proof', 'dpop'],
])('the header %s is masked as a whole, in requests and answers', (name, value, kind) => {
  expect(found({ headers: [[name, value]] })).toEqual([{ value, kind }])
  expect(found({ answered: [[name, value]] })).toEqual([{ value, kind }])
})

it.each([
  ['x-fapi-interaction-id', '93bac548-d2de-4546-b106-880a5018460d'],
  ['x-fapi-auth-date', 'Tue, 11 Sep 2012 19:43:31 GMT'],
  ['x-customer-user-agent', 'Mozilla/5.0 (canary)'],
  ['x-fapi-customer-user-agent', 'Mozilla/5.0 (canary)'],
  ['x-client-id', 'tpp-4711-abc'],
  ['user-agent', 'Mozilla/5.0 (canary)'],
  ['state', 'canary-4711'],
])('reports need the header %s', (...header) => {
  expect(found({ headers: [header], answered: [header] })).toEqual([])
})

it('the address of a customer stays an address', () => {
  expect(found({ headers: [['x-fapi-customer-ip-address', '10.0.0.1']] })).toEqual([
    { value: '10.0.0.1', kind: 'ip address' },
  ])
})
