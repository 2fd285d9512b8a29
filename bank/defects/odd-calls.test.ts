import { afterAll, beforeAll, expect, it } from 'vitest'
import { testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'
import type { Answered, Asked } from './answered.ts'
import { dataDefects } from './data.ts'
import { errorDefects } from './errors.ts'
import { filterDefects } from './filters.ts'
import { httpDefects } from './http.ts'

type Pair = { readonly asked: Asked; readonly answer: Answered }
type Call = readonly [path: string, headers?: Readonly<Record<string, string>>, method?: 'GET' | 'PUT']

const day = 86_400_000
const on = (days: number): string => `${new Date(Date.now() + days * day).toISOString().slice(0, 10)}T00:00:00`
const account = '/accounts/100100000001'
const filtered = (from: string, to?: string): string =>
  `${account}/transactions?${new URLSearchParams({
    fromBookingDateTime: from,
    ...(to !== undefined && { toBookingDateTime: to }),
  })}`

const present = {
  'x-fapi-auth-date': 'Mon, 01 Jun 2026 08:00:00 GMT',
  'x-customer-user-agent': 'any',
  accept: 'application/json',
}

/** Calls that few scenarios make, by what is odd about them. */
const calls: Readonly<Record<string, Call>> = {
  balances: [`${account}/balances`],
  'other method': ['/accounts', {}, 'PUT'],
  'unknown account': ['/accounts/6a7f64c3-51a2-4b6e-9f0e-3f1f0c0f8f11', present],
  'unknown path': ['/no-such-resource'],
  'good call': [account, present],
  'odd id': [account, { ...present, 'x-fapi-interaction-id': 'abc' }],
  'odd date': [account, { ...present, 'x-fapi-auth-date': '2026-06-01T08:00:00Z' }],
  'date in UTC': [account, { ...present, 'x-fapi-auth-date': 'Mon, 01 Jun 2026 08:00:00 UTC' }],
  IPv6: [account, { ...present, 'x-fapi-customer-ip-address': '2001:db8::1' }],
  'no accept': [account, { 'x-customer-user-agent': 'any' }],
  'nothing about the customer': [account, { accept: 'application/json' }],
  'strange header': [account, { ...present, 'x-mizan-unknown': 'any' }],
  'strange parameter': [`${account}?foo=1`, present],
  'swapped filter': [filtered(`${on(-10)}Z`, `${on(-14)}Z`)],
  'filter into the future': [`${account}/transactions?toBookingDateTime=${on(3)}Z`],
  'filter from the future': [filtered(`${on(30)}Z`)],
  'filter of two years': [filtered(`${on(-728)}Z`)],
  'filter with an offset': [filtered(`${on(-60)}+04:00`)],
  'filter of long ago': [filtered('1990-01-01T00:00:00Z', '1990-01-02T00:00:00Z')],
}

const refusedFilters = ['filter into the future', 'swapped filter']
const secondPage = 'second page of a filter'

/** For wire defects that the usual calls do not show: the answers that each changes, and no others. */
const touches: Readonly<Record<string, readonly string[]>> = {
  'allow-left-out': ['other method'],
  'other-methods-accepted': ['other method'],
  'interaction-id-lost-on-404': ['unknown account'],
  'self-of-another-resource': ['balances'],
  'data-of-another-account': ['balances'],
  'empty-list-as-null': ['filter from the future', 'filter of long ago'],
  'error-without-path': [...refusedFilters, 'odd date'].sort(),
  'any-account-shown': ['unknown account'],
  'strange-paths-answered': ['unknown path'],
  'odd-auth-date-fails': ['odd date'],
  'odd-id-forbidden': ['odd id'],
  'utc-refused': ['date in UTC'],
  'background-calls-refused': ['nothing about the customer'],
  'ipv6-refused': ['IPv6'],
  'accept-demanded': ['no accept'],
  'strange-headers-refused': ['strange header'],
  'strange-parameters-forbidden': ['strange parameter'],
  'swapped-filter-taken': ['swapped filter'],
  'filter-into-the-future-taken': ['filter into the future'],
  'filter-from-the-future-refused': ['filter from the future'],
  'history-of-a-year': ['filter of two years', secondPage],
  'quiet-day-not-found': ['filter of long ago'],
  'filter-with-offset-refused': ['filter with an offset'],
  'offset-of-filter-heeded': ['filter with an offset'],
  'later-pages-unfiltered': [secondPage],
  'one-page-links-to-last': ['filter from the future', 'filter of long ago', 'filter with an offset'],
}

let close: () => Promise<void>
let recorded: Readonly<Record<string, Pair>>

beforeAll(async () => {
  const client = testClient(await startBank())
  close = client.close
  const base = `${(await client.discovery()).json.issuer}/open-finance/account-information/v2.1`
  const { access } = await client.userToken()
  const pairs: Record<string, Pair> = {}
  const keep = async (name: string, [path, headers = {}, method = 'GET']: Call) => {
    const reply = await client.call(path, access, { headers, method })
    pairs[name] = {
      asked: { method, url: base + path, headers: Object.entries(headers) },
      answer: { status: reply.status, headers: Object.entries(reply.headers), body: reply.text },
    }
    return reply
  }
  for (const [name, call] of Object.entries(calls)) await keep(name, call)
  const long = JSON.parse(pairs['filter of two years']?.answer.body ?? '')
  await keep(secondPage, [long.Links.Next.slice(base.length)])
  recorded = pairs
})
afterAll(() => close())

const change = (name: string, { answer, asked }: Pair): Answered => {
  const defect = [...httpDefects, ...dataDefects, ...errorDefects, ...filterDefects].find((one) => one.name === name)
  if (defect?.kind !== 'wire') throw new Error(`there is no wire defect ${name}`)
  return defect.change(answer, asked)
}

it.each(Object.entries(touches))('%s changes what it has to and nothing else', (name, expected) => {
  const changed = Object.entries(recorded).filter(
    ([, pair]) => JSON.stringify(change(name, pair)) !== JSON.stringify(pair.answer),
  )
  expect(changed.map(([of]) => of).sort()).toEqual(expected)
})
