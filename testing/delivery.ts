import type { DeliveryFacts, Exchange, Headers, JwsFacts } from '../engine/exchange.ts'
import { exchange } from './exchange.ts'

type Members = Readonly<Record<string, unknown>>

/** What a literal delivery says; all else is usual. */
export interface Delivered {
  readonly id?: string
  readonly method?: string
  /** Behind the address of the inbox. */
  readonly below?: string
  readonly headers?: Headers
  readonly startedAt?: string
  /** What it was answered with. */
  readonly status?: number
  /** Header of the JWE; null for a body that is none. */
  readonly jwe?: Members | null
  readonly facts?: Partial<DeliveryFacts>
  /** The JWS inside; the rest of it is usual. */
  readonly jws?: Partial<JwsFacts>
  readonly claims?: Members
  /** The content of an event; undefined leaves it out. */
  readonly message?: unknown
  /** Claims of the token beside it. */
  readonly permit?: Members
}

/** The address of the usual inbox. */
export const inboxUrl = 'https://tpp.example/hooks/7f3c'

/** The content of an event of a consent that keeps the contract, with other members of `Data` and `Meta` where wanted. */
export const eventMessage = (data: Members | undefined = {}, meta: Members = {}): Members => ({
  Data: {
    ConsentId: 'consent-1',
    CreationDateTime: '2026-06-01T08:00:00Z',
    Status: 'Authorized',
    StatusUpdateDateTime: '2026-06-01T08:00:00Z',
    Permissions: ['ReadAccountsBasic'],
    ExpirationDateTime: '2026-06-02T08:00:00Z',
    OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
    ...data,
  },
  Meta: {
    EventDateTime: '2026-06-01T08:00:00Z',
    EventResource: 'https://rs1.bank.example/open-finance/account-information/v2.1/account-access-consents/consent-1',
    EventType: 'Resource.Updated',
    ConsentId: 'consent-1',
    ...meta,
  },
})

/** An event as an inbox has recorded it. */
export const delivery = (given: Delivered = {}): Exchange => {
  const { jwe = { alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'enc-1', cty: 'JWT' }, startedAt } = given
  const at = Date.parse(startedAt ?? '2026-06-01T08:00:00Z') / 1000
  const message = 'message' in given ? given.message : eventMessage()
  const usual = { iss: 'https://auth1.bank.example', nbf: at, exp: at + 300 }
  const claims = { ...usual, ...(message !== undefined && { message }), ...given.claims }
  const base = exchange({
    id: given.id ?? 'x1',
    operation: 'POST /',
    status: given.status ?? 202,
    ...(startedAt !== undefined && { startedAt }),
  })
  return {
    ...base,
    inbound: true,
    purpose: 'an event',
    credentials: { token: 'none', certificate: 'none' },
    request: {
      method: given.method ?? 'POST',
      url: `${inboxUrl}${given.below ?? ''}`,
      headers: given.headers ?? [
        ['content-type', 'application/jwe'],
        ['x-fapi-interaction-id', '77b0e830-b095-4c6c-94e8-20f83eaa799f'],
      ],
      body: 'a.b.c.d.e',
    },
    facts: {
      ...base.facts,
      delivery: {
        ...(jwe !== null && { jwe }),
        ownKid: true,
        decrypted: jwe !== null,
        opened: { header: { alg: 'PS256' }, verified: true, claims, ...given.jws },
        ...(given.permit && { authorization: { header: { alg: 'PS256' }, verified: true, claims: given.permit } }),
        ...given.facts,
      },
    },
  }
}
