import { describe, expect, it } from 'vitest'
import type { RequestFacts } from './policy/row.ts'
import { policy, refusedBy, withoutRow } from './policy.ts'

const now = 1_780_000_000
const issuer = 'https://localhost:1'

type Claims = Readonly<Record<string, unknown>>

const consent: Claims = {
  ConsentId: '8a0f6d3a-3f0d-4c53-8a57-1b5a9c1d6f10',
  Permissions: ['ReadAccountsBasic', 'ReadBalances'],
  ExpirationDateTime: new Date((now + 364 * 86_400) * 1000).toISOString(),
  OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
}
const type = 'urn:openfinanceuae:account-access-consent:v2.1'
const request: Claims = {
  nbf: now - 900,
  exp: now + 300,
  scope: 'accounts openid',
  authorization_details: [{ type, consent }],
}
const assertion: Claims = { iss: 'c', sub: 'c', aud: issuer }

const facts = (change: Partial<RequestFacts>): RequestFacts => ({
  issuer,
  now,
  consentExists: (id) => id === 'known',
  ...change,
})
const asking = (change: Claims): RequestFacts => facts({ request: { ...request, ...change } })
const wanting = (change: Claims, beside: Claims = {}): RequestFacts =>
  asking({ authorization_details: [{ type, consent: { ...consent, ...change }, ...beside }] })
const ending = (days: number): string => new Date((now + days * 86_400) * 1000).toISOString()

const refused: readonly (readonly [row: string, what: string, facts: RequestFacts])[] = [
  ['assertion-audience-check', 'a list of the issuer', facts({ assertion: { ...assertion, aud: [issuer] } })],
  ['assertion-audience-check', 'an endpoint', facts({ assertion: { ...assertion, aud: `${issuer}/token` } })],
  [
    'token-scope-check',
    'an unknown scope',
    facts({ token: { grant_type: 'client_credentials', scope: 'accounts foo' } }),
  ],
  ['request-object-nbf-check', 'no nbf', asking({ nbf: undefined })],
  ['request-object-nbf-check', 'an nbf of 70 minutes ago', asking({ nbf: now - 4200, exp: now - 601 })],
  ['request-object-exp-check', 'no exp', asking({ exp: undefined })],
  ['request-object-exp-check', 'an exp 70 minutes after nbf', asking({ nbf: now, exp: now + 4200 })],
  ['single-detail-check', 'no details', asking({ authorization_details: undefined })],
  ['single-detail-check', 'an empty list', asking({ authorization_details: [] })],
  [
    'single-detail-check',
    'two details',
    asking({
      authorization_details: [
        { type, consent },
        { type, consent },
      ],
    }),
  ],
  ['scope-of-the-type-check', 'the scope of payments', asking({ scope: 'payments openid' })],
  ['closed-consent-check', 'a member beside type', wanting({}, { Foo: 1 })],
  ['closed-consent-check', 'a member of the consent', wanting({ Foo: 1 })],
  ['closed-consent-check', 'a nested member', wanting({ OnBehalfOf: { Foo: 'x' } })],
  ['closed-consent-check', 'a member of every object', wanting({ constructor: 1 })],
  ['consent-id-check', 'no id', wanting({ ConsentId: undefined })],
  ['consent-id-check', '129 characters', wanting({ ConsentId: 'x'.repeat(129) })],
  ['fresh-consent-id-check', 'an id in use', wanting({ ConsentId: 'known' })],
  ['expiration-check', 'yesterday', wanting({ ExpirationDateTime: ending(-1) })],
  ['expiration-check', '400 days', wanting({ ExpirationDateTime: ending(400) })],
  ['expiration-check', 'no end', wanting({ ExpirationDateTime: undefined })],
  ['expiration-offset-check', 'no offset', wanting({ ExpirationDateTime: ending(30).slice(0, 19) })],
  ['permission-values-check', 'no permission', wanting({ Permissions: [] })],
  ['permission-values-check', 'an unknown one', wanting({ Permissions: ['ReadAccountsBasic', 'ReadMinds'] })],
  ['accounts-permission-check', 'balances alone', wanting({ Permissions: ['ReadBalances'] })],
  ['billing-check', 'no billing', wanting({ OpenFinanceBilling: undefined })],
  ['billing-check', 'an unknown purpose', wanting({ OpenFinanceBilling: { UserType: 'Retail', Purpose: 'Fun' } })],
  ['window-dates-check', 'a date-time', wanting({ FromDate: '2026-01-01T00:00:00Z' })],
  ['window-dates-check', '30 February', wanting({ ToDate: '2026-02-30' })],
  ['window-dates-check', 'a name of an older version', wanting({ TransactionFromDateTime: '2026-01-01T00:00:00Z' })],
  ['window-order-check', 'an inverted window', wanting({ FromDate: '2026-02-01', ToDate: '2026-01-01' })],
  ['account-kinds-check', 'an unknown kind', wanting({ AccountSubType: ['Piggybank'] })],
  ['webhook-check', 'no state', wanting({}, { subscription: { Webhook: { Url: 'https://client.example' } } })],
]

describe('the policy', () => {
  it.each(refused)('refuses by %s: %s', (name, _, given) => {
    const row = policy.find((candidate) => candidate.name === name)
    expect(row?.refuses(given)).toMatchObject({ error: expect.stringMatching(/^[a-z_]+$/) })
    expect(refusedBy(given)).toEqual(row?.refuses(given))
  })

  it.each(refused)('lets pass without %s: %s', (name, _, given) => {
    expect(refusedBy(given, (defect) => defect === `without-${name}`)).toBeUndefined()
  })

  it('has nothing against a good request', () => {
    const subscription = { Webhook: { Url: 'https://client.example', IsActive: true } }
    const window = {
      FromDate: '2026-01-01',
      ToDate: '2026-01-01',
      AccountType: ['Retail'],
      AccountSubType: ['Savings'],
    }
    for (const good of [
      wanting({}),
      wanting(window, { subscription }),
      asking({ nbf: now + 8 }),
      facts({ assertion }),
    ]) {
      expect(refusedBy(good)).toBeUndefined()
    }
    expect(refusedBy(facts({ token: { grant_type: 'client_credentials', scope: 'accounts openid' } }))).toBeUndefined()
    expect(refusedBy(wanting({ Permissions: ['ReadParty'] }))).toBeUndefined()
  })

  it('refuses something by every row, and gives every row a name of its own', () => {
    expect(new Set(refused.map(([name]) => name))).toEqual(new Set(policy.map((row) => row.name)))
    expect(new Set(policy.map(withoutRow)).size).toBe(policy.length)
  })
})
