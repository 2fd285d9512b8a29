import type { CallOptions } from '../../../engine/session.ts'

/** How a call that changes nothing of what is asked differs from the good one, and the rule that it is for. */
export interface Variation {
  readonly name: string
  readonly of:
    | 'odd values'
    | 'dates of GMT and UTC'
    | 'malformed dates'
    | 'no customer'
    | 'addresses'
    | 'no type'
    | 'strange headers'
    | 'strange parameters'
  readonly headers?: CallOptions['headers']
  readonly query?: CallOptions['query']
}

const authDate = 'x-fapi-auth-date'
const address = 'x-fapi-customer-ip-address'
const agent = 'x-customer-user-agent'

const at = (now: Date, zone: 'GMT' | 'UTC'): string => now.toUTCString().replace('GMT', zone)

/** The headers that tell about a customer who is present. Addresses are those of RFC 5737 and RFC 3849, which nobody has. */
export const customer = (now: Date): Readonly<Record<string, string>> => ({
  [authDate]: at(now, 'GMT'),
  [address]: '203.0.113.7',
  [agent]: 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36',
})

/** A day of one digit, for the date that demands two. */
const ninth = (now: Date): string => at(now, 'GMT').replace(/, \d\d /, ', 9 ')

/** Every variation of a good call of a customer who is present. */
export const variationsAt = (now: Date): readonly Variation[] => [
  { name: 'x-fapi-interaction-id: abc', of: 'odd values', headers: { 'x-fapi-interaction-id': 'abc' } },
  { name: `${address}: 999.1.1.1`, of: 'odd values', headers: { [address]: '999.1.1.1' } },
  { name: `${authDate} in GMT`, of: 'dates of GMT and UTC', headers: { [authDate]: at(now, 'GMT') } },
  { name: `${authDate} in UTC`, of: 'dates of GMT and UTC', headers: { [authDate]: at(now, 'UTC') } },
  { name: `${authDate} of ISO 8601`, of: 'malformed dates', headers: { [authDate]: now.toISOString() } },
  {
    name: `${authDate} with an offset`,
    of: 'malformed dates',
    headers: { [authDate]: `${at(now, 'GMT')}+04:00` },
  },
  { name: `${authDate} with a day of one digit`, of: 'malformed dates', headers: { [authDate]: ninth(now) } },
  {
    name: `${authDate} on no day of the week`,
    of: 'malformed dates',
    headers: { [authDate]: at(now, 'GMT').replace(/^.../, 'Day') },
  },
  {
    name: 'no header about the customer',
    of: 'no customer',
    headers: { [authDate]: undefined, [address]: undefined, [agent]: undefined },
  },
  { name: `${address} of IPv4`, of: 'addresses', headers: { [address]: '203.0.113.7' } },
  { name: `${address} of IPv6`, of: 'addresses', headers: { [address]: '2001:db8::1' } },
  { name: 'no Accept', of: 'no type', headers: { accept: undefined } },
  { name: 'Accept: */*', of: 'no type', headers: { accept: '*/*' } },
  {
    name: 'x-fapi-financial-id and a header of no standard',
    of: 'strange headers',
    headers: { 'x-fapi-financial-id': 'any', 'x-mizan-unknown': 'any' },
  },
  { name: 'a parameter that the contract does not have', of: 'strange parameters', query: { foo: '1' } },
]
