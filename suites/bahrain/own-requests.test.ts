import { isIP } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Exchange, header, json } from '../../engine/exchange.ts'
import { runAgainst } from '../../scripts/prove-defects.ts'
import { createConsent, operation } from './operations.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const fullDate =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/

/** Names of attempts that leave a rule aside, for that is what they try. */
const attempts = new Set([
  ...[
    'no key',
    'no signature',
    'with an offset',
    'no optional header',
    'no interaction id',
    'no interaction id, again',
  ],
])

let requests: readonly Exchange[] = []
/** Those that a client makes in earnest, or that are wrong in something else. */
const honest = (): readonly Exchange[] => requests.filter(({ purpose }) => !attempts.has(purpose))
const of = (...methods: readonly string[]) => honest().filter(({ request }) => methods.includes(request.method))
const named = (exchanges: readonly Exchange[]) => exchanges.map(({ scenario, purpose }) => `${scenario}: ${purpose}`)
const carrying = (name: string) => (exchange: Exchange) => header(exchange.request, name) !== undefined

// The matrix of headers (F, request headers), over all that a run against the embedded bank sends to its two APIs.
describe('requests of this tool', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    const { recording } = await runAgainst({ defects: [], standard: 'bahrain', slow: false, burst: false })
    requests = recording.exchanges.filter(({ request }) => request.url.includes('/open-banking/'))
  }, 120_000)

  it('are many, with all methods that the APIs have', () => {
    expect(requests.length).toBeGreaterThan(100)
    expect([...new Set(requests.map(({ request }) => request.method))].sort()).toEqual([
      'DELETE',
      'GET',
      'PATCH',
      'POST',
    ])
  })

  it('BH-HDR-003: carry no Content-Type on GET and DELETE, and one on POST and PATCH', () => {
    expect(named(of('GET', 'DELETE').filter(carrying('content-type')))).toEqual([])
    expect(named(of('POST', 'PATCH').filter((one) => !carrying('content-type')(one)))).toEqual([])
  })

  it('BH-HDR-006: carry no Accept on DELETE', () => {
    expect(of('DELETE').length).toBeGreaterThan(0)
    expect(named(of('DELETE').filter(carrying('accept')))).toEqual([])
  })

  it('BH-HDR-007, BH-JWS-003: are never PUT', () => {
    expect(of('PUT')).toEqual([])
  })

  it('BH-HDR-008, BH-HDR-009: tell of a customer with a full date and an address', () => {
    const dates = requests.flatMap(({ request }) => header(request, 'x-fapi-auth-date') ?? [])
    const addresses = requests.flatMap(({ request }) => header(request, 'x-fapi-customer-ip-address') ?? [])
    expect(Math.min(dates.length, addresses.length)).toBeGreaterThan(0)
    expect(dates.filter((date) => !fullDate.test(date) || new Date(date).toUTCString() !== date)).toEqual([])
    expect(addresses.filter((address) => isIP(address) === 0)).toEqual([])
  })

  it('BH-HDR-010: carry a UUID as interaction id, where they carry one', () => {
    const ids = requests.flatMap(({ request }) => header(request, 'x-fapi-interaction-id') ?? [])
    expect(ids.length).toBeGreaterThan(100)
    expect(ids.filter((id) => !uuid.test(id))).toEqual([])
  })

  it('BH-DAT-004: filter without a zone', () => {
    const queries = honest().flatMap(({ request }) => [...new URL(request.url).searchParams])
    const dates = queries.flatMap(([name, value]) => (/DateTime$/.test(name) && value !== 'notadate' ? [value] : []))
    expect(dates.length).toBeGreaterThan(0)
    expect(dates.filter((date) => !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/.test(date))).toEqual([])
  })

  it('BH-IDM-002: carry an idempotency key where the operation has one, and nowhere else', () => {
    const wrong = honest().filter((one) => {
      const wanted = operation(one.operation ?? '')?.idempotencyKey ?? false
      return carrying('x-idempotency-key')(one) !== wanted
    })
    expect(named(wrong)).toEqual([])
  })

  it('BH-JWS-002: are signed where the operation signs requests, and nowhere else', () => {
    const wrong = honest().filter((one) => {
      const signs = operation(one.operation ?? '')?.signs
      return carrying('x-jws-signature')(one) !== (signs === 'both' || signs === 'request')
    })
    expect(named(wrong)).toEqual([])
  })

  it('BH-CON-013: name no account in a request for a consent', () => {
    const bodies = requests.flatMap(({ operation: id, request }) => (id === createConsent ? [json(request)] : []))
    expect(bodies.length).toBeGreaterThan(10)
    expect(bodies.filter((body) => /account(Id|s")/i.test(JSON.stringify(body) ?? ''))).toEqual([])
  })
})
