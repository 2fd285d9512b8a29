import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentOf, testClient } from '../../testing/bank-client.ts'
import { startBank } from '../index.ts'
import { permissions } from '../policy/values.ts'
import type { Answered, Asked } from './answered.ts'
import { recordDefects } from './records.ts'

type Client = ReturnType<typeof testClient>
type Pair = { readonly asked: Asked; readonly answer: Answered }

const first = '/accounts/100100000001'
const readings: Readonly<Record<string, string>> = {
  accounts: '/accounts',
  account: first,
  balances: `${first}/balances`,
  beneficiaries: `${first}/beneficiaries`,
  'direct debits': `${first}/direct-debits`,
  'standing orders': `${first}/standing-orders`,
  'scheduled payments': `${first}/scheduled-payments`,
  statements: `${first}/statements`,
  transactions: `${first}/transactions`,
  product: `${first}/product`,
  parties: `${first}/parties`,
  user: '/parties',
  'a long id': `/accounts/${'9'.repeat(41)}`,
  'a strange id': '/accounts/nobody',
}

const tokenOf = async (client: Client): Promise<string> =>
  (await client.userToken(consentOf({ Permissions: permissions }))).access

/** Every reading of the first account, as JSON. */
const tour = async (client: Client): Promise<Readonly<Record<string, Pair>>> => {
  const authorization = `Bearer ${await tokenOf(client)}`
  const base = `${(await client.discovery()).json.issuer}/open-finance/account-information/v2.1`
  const pairs: Record<string, Pair> = {}
  for (const [name, path] of Object.entries(readings)) {
    const { status, headers, text } = await client.call(path, undefined, { headers: { authorization } })
    pairs[name] = {
      asked: { method: 'GET', url: base + path, headers: [['authorization', authorization]] },
      answer: { status, headers: Object.entries(headers), body: text },
    }
  }
  return pairs
}

/** For each defect: the readings that it changes, and no others. */
const touches: Readonly<Record<string, readonly string[]>> = {
  'beneficiaries-without-meta': ['beneficiaries'],
  'one-account-as-list': ['account'],
  'one-account-in-another-state': ['account'],
  'account-without-currency': ['account', 'accounts'],
  'account-in-unknown-state': ['accounts'],
  'iban-with-wrong-digits': ['account', 'accounts'],
  'no-balance': ['balances'],
  'zero-as-debit': ['balances'],
  'balance-twice': ['balances'],
  'transaction-of-unknown-kind': ['transactions'],
  'beneficiary-without-origin': ['beneficiaries'],
  'direct-debit-without-frequency': ['direct debits'],
  'standing-order-without-state': ['standing orders'],
  'scheduled-payment-without-type': ['scheduled payments'],
  'statement-ends-before-it-begins': ['statements'],
  'party-of-account-as-object': ['parties'],
  'user-as-list': ['user'],
  'unknown-trust-framework': ['parties', 'user'],
  'long-id-fails': ['a long id'],
}

const changes = recordDefects.flatMap((defect) =>
  defect.kind === 'wire' ? [[defect.name, defect.change] as const] : [],
)

describe('wire defects of records', () => {
  let honest: Client
  let recorded: Readonly<Record<string, Pair>>
  beforeAll(async () => {
    honest = testClient(await startBank())
    recorded = await tour(honest)
  })
  afterAll(() => honest.close())

  it.each(changes)('%s changes what it has to and nothing else', (name, change) => {
    const changed = Object.entries(recorded).filter(
      ([, { answer, asked }]) => JSON.stringify(change(answer, asked)) !== JSON.stringify(answer),
    )
    expect(changed.map(([reading]) => reading).sort()).toEqual(touches[name])
  })
})

describe('a bank with them', () => {
  let broken: Client
  beforeAll(async () => {
    broken = testClient(await startBank({ defects: ['account-without-currency', 'long-id-fails'] }))
  })
  afterAll(() => broken.close())

  it('shows one of data in both representations, and signs what it shows', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(broken)}` }
    const plain = await broken.call('/accounts', undefined, { headers })
    const signed = await broken.call('/accounts', undefined, { headers: { ...headers, accept: 'application/jwt' } })
    const { message, iss } = JSON.parse(Buffer.from(signed.text.split('.')[1] ?? '', 'base64url').toString())
    expect(plain.json.Data.Account[0]).not.toHaveProperty('Currency')
    expect(message.Data).toEqual(plain.json.Data)
    expect(iss).toBe((await broken.discovery()).json.issuer)
  })

  it('leaves errors that are signed as they are, but for those that it is about', async () => {
    const headers = { authorization: `Bearer ${await tokenOf(broken)}` }
    const long = await broken.call(readings['a long id'] ?? '', undefined, { headers })
    expect([long.status, long.json.Errors[0].Code]).toEqual([500, 'GenericError'])
    const strange = await broken.call('/accounts/nobody', undefined, {
      headers: { ...headers, accept: 'application/jwt' },
    })
    expect([strange.status, strange.text.split('.')]).toEqual([403, expect.objectContaining({ length: 3 })])
  })
})
