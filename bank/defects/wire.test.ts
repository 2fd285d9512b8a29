import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../testing/bank-browser.ts'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'
import { apis } from '../places.ts'
import { dataSharing } from '../policy/values.ts'
import { accountOpeningDefects } from './account-opening.ts'
import type { Answered, Asked } from './answered.ts'
import { defects } from './index.ts'
import { recordDefects } from './records.ts'

type Client = ReturnType<typeof testClient>
type Pair = { readonly asked: Asked; readonly answer: Answered }

const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const withId = { 'x-fapi-interaction-id': id }
const path = '/accounts/100100000001/transactions'

/** Everything that the wire defects touch, once. */
const tour = async (client: Client): Promise<Readonly<Record<string, Pair>>> => {
  const pairs: Record<string, Pair> = {}
  const keep = (
    name: string,
    url: string,
    reply: Reply,
    headers: Readonly<Record<string, string>> = {},
    method = 'GET',
  ): Reply => {
    pairs[name] = {
      asked: { method, url, headers: Object.entries(headers) },
      answer: { status: reply.status, headers: Object.entries(reply.headers), body: reply.text },
    }
    return reply
  }
  const base = `${(await client.discovery()).json.issuer}/open-finance/account-information/v2.1`
  const call = async (name: string, at: string, access?: string, headers: Readonly<Record<string, string>> = {}) => {
    const sent = { ...(access && { authorization: `Bearer ${access}` }), ...headers }
    return keep(
      name,
      at.startsWith('https:') ? at : base + at,
      await client.call(at, undefined, { headers: sent }),
      sent,
    )
  }
  const token = await client.endpoint('token_endpoint')
  keep(
    'discovery',
    `${(await client.discovery()).json.issuer}/.well-known/openid-configuration`,
    await client.discovery(),
  )
  const user = await client.userToken()
  keep('pushed', await client.endpoint('pushed_authorization_request_endpoint'), user.pushed)
  keep('callback', `${await client.endpoint('authorization_endpoint')}/x`, user.end)
  const { end: declined } = await client.authorise(consentOf(), { decision: 'decline' })
  keep('declined', `${await client.endpoint('authorization_endpoint')}/x`, declined)
  keep('user token', token, user.answer)
  const cc = keep('client token', token, await client.token({ grant_type: 'client_credentials', scope: 'accounts' }))
  const { refresh_token: refreshToken } = user.answer.json
  keep('refreshed token', token, await client.token({ grant_type: 'refresh_token', refresh_token: refreshToken }))
  keep('refused token', token, await client.token({ grant_type: 'refresh_token', refresh_token: 'unknown' }))
  const keys = await client.endpoint('jwks_uri')
  keep('key set', keys, await client.call(keys))
  await call('accounts', '/accounts', user.access, withId)
  await call('account', '/accounts/100100000001', user.access, withId)
  const { json } = await call('page 1', path, user.access, withId)
  await call('page 2', `${path}${new URL(json.Links.Next ?? json.Links.Last).search}`, user.access, withId)
  await call('consent', `/account-access-consents/${user.consent.ConsentId}`, cc.json.access_token, withId)
  const waiting = consentOf({ BaseConsentId: crypto.randomUUID() })
  const details = [{ type: dataSharing, consent: waiting }]
  const pushed = await client.push({ authorization_details: details }, withId)
  keep('pushed with an id', await client.endpoint('pushed_authorization_request_endpoint'), pushed, withId)
  const waits = `/account-access-consents/${waiting.ConsentId}`
  await call('waiting consent', waits, cc.json.access_token, withId)
  const deleted = { method: 'DELETE', headers: { authorization: `Bearer ${cc.json.access_token}` } } as const
  keep('deleted consent', base + waits, await client.call(waits, undefined, deleted), {}, 'DELETE')
  await call('no id', '/accounts', user.access)
  await call('no token', '/accounts', undefined, withId)
  await call('bad request', `${path}?fromBookingDateTime=abc`, user.access, withId)
  await call('forbidden', '/accounts', cc.json.access_token, withId)
  await call('unacceptable', '/accounts', user.access, { ...withId, accept: 'application/xml' })
  const origin = new URL(base).origin
  const customer = { ...withId, 'x-fapi-customer-ip-address': '203.0.113.7' }
  const access = async (scope: string): Promise<string> => client.clientToken('mizan-client-1', scope)
  await call('products', `${origin}${apis.product.base}/products`, await access('products'), customer)
  await call('atms', `${origin}${apis.atm.base}/atms`, await access('atm'), withId)
  const lead = {
    Name: { FullName: 'Mithal Ikhtibari' },
    Email: 'lead@example.com',
    EmiratesId: '784-1990-0000000-2',
    MarketingOptOut: true,
    ProductCategories: ['Finance'],
  }
  const leads = `${origin}${apis.product.base}/leads`
  const posted = { method: 'POST', headers: { ...customer, 'content-type': 'application/json' } } as const
  const sent = { ...posted, body: JSON.stringify({ Data: lead }) }
  keep('lead', leads, await client.call(leads, await access('products'), sent), posted.headers, 'POST')
  return pairs
}

/** For each wire defect: the answers that it changes, and no others. */
const touches: Readonly<Record<string, readonly string[]>> = {
  'discovery-without-registration-endpoint': ['discovery'],
  'discovery-without-par-endpoint': ['discovery'],
  'par-expires-in-as-text': ['pushed', 'pushed with an id'],
  'request-uri-lives-an-hour': ['pushed', 'pushed with an id'],
  'push-without-interaction-id': ['pushed with an id'],
  'pushed-consent-hidden': ['waiting consent'],
  'callback-with-id-token': ['callback'],
  'callback-by-307': ['callback'],
  'refusal-without-iss': ['declined'],
  'refusal-in-own-words': ['declined'],
  'client-token-with-refresh-token': ['client token'],
  'token-cacheable': ['client token', 'refreshed token', 'user token'],
  'token-of-another-consent': ['refreshed token', 'user token'],
  'callback-with-another-iss': ['callback'],
  'discovery-as-html': ['discovery'],
  'discovery-with-another-issuer': ['discovery'],
  'discovery-not-kept': ['discovery'],
  'discovery-without-ps256': ['discovery'],
  'discovery-with-unbound-tokens': ['discovery'],
  'key-without-kid': ['key set'],
  'key-set-not-kept': ['key set'],
  'oauth-error-without-code': ['refused token'],
  'oauth-error-answers-403': ['refused token'],
  'token-with-wider-scope': ['refreshed token', 'user token'],
  'code-token-without-type': ['user token'],
  'token-of-waiting-consent': ['user token'],
  'token-with-another-state': ['user token'],
  'token-without-id-token': ['refreshed token', 'user token'],
  'refreshed-token-without-details': ['refreshed token'],
  'refreshed-token-of-another-state': ['refreshed token'],
  'interaction-id-replaced': ['account', 'accounts', 'consent', 'page 1', 'page 2', 'waiting consent'],
  'interaction-id-lost-on-errors': ['bad request', 'deleted consent', 'forbidden', 'no token', 'unacceptable'],
  'generated-interaction-id-repeats': ['deleted consent', 'no id'],
  'media-type-text': ['account', 'accounts', 'consent', 'no id', 'page 1', 'page 2', 'waiting consent'],
  'date-without-zone': ['page 1', 'page 2'],
  'account-with-undeclared-member': ['account', 'accounts', 'no id'],
  'consent-without-expiration': ['consent', 'waiting consent'],
  'consent-expiration-moved': ['consent', 'waiting consent'],
  'consent-changed-before-creation': ['consent', 'waiting consent'],
  'renewed-consent-consumed': ['waiting consent'],
  'consent-deletable': ['deleted consent'],
  'error-body-without-errors': ['bad request', 'forbidden'],
  'no-token-answers-400': ['no token'],
  'unacceptable-answers-400': ['unacceptable'],
  'prev-on-first-page': ['page 1'],
  'next-loops': ['page 2'],
  'unauthorised-without-scheme': ['no token'],
  'data-left-to-caches': ['account', 'accounts', 'no id'],
  'date-of-an-hour-ago': ['account', 'accounts', 'no id'],
  'date-header-of-iso-8601': ['account', 'accounts', 'no id'],
  'text-called-json': ['unacceptable'],
  'allow-left-out': [],
  'other-methods-accepted': [],
  'trace-answered': [],
  'generated-id-without-dashes': ['no id'],
  'interaction-id-lost-on-404': [],
  'interaction-id-lost-on-limits': [],
  'retry-after-in-words': [],
  'day-with-time': [],
  'time-zone-by-name': ['page 1', 'page 2'],
  'amount-as-number': ['page 1', 'page 2'],
  'currency-in-small-letters': ['page 1', 'page 2'],
  'self-of-another-resource': [],
  'links-are-paths': ['accounts', 'no id'],
  'span-backwards': ['page 1', 'page 2'],
  'first-leads-elsewhere': ['page 2'],
  'transaction-on-two-pages': ['page 1', 'page 2'],
  'empty-list-as-null': [],
  'data-of-another-account': [],
  'member-twice': ['account'],
  'error-without-path': ['bad request'],
  'error-called-text': ['bad request', 'forbidden'],
  'error-with-stack': ['bad request', 'forbidden'],
  'any-account-shown': [],
  'strange-paths-answered': [],
  'odd-auth-date-fails': [],
  'odd-id-forbidden': [],
  'utc-refused': [],
  'background-calls-refused': ['account'],
  'ipv6-refused': [],
  'accept-demanded': ['account'],
  'strange-headers-refused': [],
  'strange-parameters-forbidden': [],
  'swapped-filter-taken': [],
  'filter-into-the-future-taken': [],
  'filter-from-the-future-refused': [],
  'history-of-a-year': [],
  'quiet-day-not-found': [],
  'filter-with-offset-refused': [],
  'statement-filter-refused': [],
  'statements-of-other-periods': [],
  'offset-of-filter-heeded': [],
  'later-pages-unfiltered': [],
  'links-with-another-filter': [],
  'one-page-links-to-last': [],
  'products-closed-to-clients': ['products'],
  'products-in-one-list': ['products'],
  'product-id-twice': ['products'],
  'details-of-another-category': ['products'],
  'apply-link-beside-links': ['products'],
  'product-without-way-to-apply': ['products'],
  'sharia-structure-on-interest': ['products'],
  'eligibility-as-texts': ['products'],
  'lead-with-links': ['lead'],
  'lead-of-somebody-else': ['lead'],
  'atms-with-links': ['atms'],
  'atm-twice': ['atms'],
  'atm-total-too-large': ['atms'],
  'atm-in-the-sea': ['atms'],
  'atm-hours-in-words': ['atms'],
}

// Those of records and of account opening are tried beside their own files.
const wireDefects = defects
  .filter((defect) => !recordDefects.includes(defect) && !accountOpeningDefects.includes(defect))
  .flatMap((defect) => (defect.kind === 'wire' ? [defect] : []))
let honest: Client
let recorded: Readonly<Record<string, Pair>>

beforeAll(async () => {
  honest = testClient(await startBank())
  recorded = await tour(honest)
})
afterAll(() => honest.close())

const changedBy = (change: (answer: Answered, asked: Asked) => Answered): readonly string[] =>
  Object.entries(recorded)
    .filter(([, { answer, asked }]) => JSON.stringify(change(answer, asked)) !== JSON.stringify(answer))
    .map(([name]) => name)
    .sort()

describe('wire defects', () => {
  it.each(wireDefects.map((defect) => [defect.name, defect] as const))(
    '%s changes what it has to and nothing else',
    (name, defect) => {
      expect(changedBy(defect.change)).toEqual(touches[name])
    },
  )

  it('change nothing that they were given', () => {
    const before = JSON.stringify(recorded)
    for (const { change } of wireDefects) for (const { answer, asked } of Object.values(recorded)) change(answer, asked)
    expect(JSON.stringify(recorded)).toBe(before)
  })

  it('turn 401 and 406 into a whole answer with an error body', () => {
    for (const [name, at] of [
      ['no-token-answers-400', 'no token'],
      ['unacceptable-answers-400', 'unacceptable'],
    ] as const) {
      const pair = recorded[at]!
      const changed = wireDefects.find((defect) => defect.name === name)!.change(pair.answer, pair.asked)
      expect(changed.status).toBe(400)
      expect(JSON.parse(changed.body).Errors).toHaveLength(1)
      expect(changed.headers).toContainEqual(['content-type', 'application/json; charset=utf-8'])
    }
  })
})

describe('a bank with wire defects', () => {
  let broken: Client
  const names = [
    'par-expires-in-as-text',
    'token-cacheable',
    'callback-with-another-iss',
    'date-without-zone',
    'no-token-answers-400',
    'next-loops',
  ]

  beforeAll(async () => {
    broken = testClient(await startBank({ defects: names }))
  })
  afterAll(() => broken.close())

  it('shows all of them live, in answers that are whole', async () => {
    const pairs = await tour(broken)
    expect(pairs.discovery?.answer.body).toContain('registration_endpoint')
    expect(JSON.parse(pairs.pushed?.answer.body ?? '').expires_in).toBe('90')
    expect(Object.fromEntries(pairs['user token']?.answer.headers ?? [])['cache-control']).toBeUndefined()
    expect(Object.fromEntries(pairs.callback?.answer.headers ?? []).location).toContain('issuer.invalid')
    expect(JSON.parse(pairs['page 1']?.answer.body ?? '').Data.Transaction[0].BookingDateTime).toMatch(
      /T\d\d:\d\d:\d\d$/,
    )
    const { Links } = JSON.parse(pairs['page 2']?.answer.body ?? '')
    expect(Links.Next).toBe(Links.Self)
    expect(pairs['no token']?.answer.status).toBe(400)
    expect(pairs['page 1']?.answer.headers).toContainEqual(['x-fapi-interaction-id', id])
  })

  it('still refuses what it has to', async () => {
    const details = [{ type: dataSharing, consent: consentOf({ Permissions: [] }) }]
    expect((await broken.push({ authorization_details: details })).status).toBe(400)
  })
})
