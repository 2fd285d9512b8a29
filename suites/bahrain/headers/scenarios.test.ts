import { describe, expect, it } from 'vitest'
import { type Answers, fakeSession } from '../../../testing/session.ts'
import { account, accounts } from '../operations.ts'
import { askForOtherTypes } from './scenarios/ask-for-other-types.ts'
import { useAnotherMethod } from './scenarios/use-another-method.ts'
import { varyHeaders } from './scenarios/vary-headers.ts'

const listed = { body: { Data: { Account: [{ AccountId: 'closed', Status: 'Disabled' }, { AccountId: 'a1' }] } } }
const bank = (more: Answers['call'] = () => ({})) =>
  fakeSession({ call: (asked) => (asked.operation === accounts ? listed : more(asked)) })

describe('vary-headers', () => {
  it('reads an account that can be used, with all headers first', async () => {
    const session = bank()
    const { probes } = await varyHeaders.run(session)
    const [, good, noAccept, none] = session.asked
    expect(good).toMatchObject({ operation: account, options: { path: { AccountId: 'a1' } } })
    expect(good?.options.headers).toHaveProperty('x-fapi-customer-ip-address', '203.0.113.7')
    expect(noAccept?.options.headers).toMatchObject({ accept: undefined, 'x-fapi-customer-ip-address': '203.0.113.7' })
    expect(Object.values(none?.options.headers ?? {})).toEqual([undefined, undefined, undefined, undefined])
    expect(probes.map(({ of }) => of)).toEqual([
      ...['BH-HDR-005', 'BH-HDR-011', 'BH-HDR-013', 'BH-RSP-005', 'BH-RSP-005', 'BH-NEG-005', 'BH-NEG-005'],
    ])
  })

  it('is inconclusive where no account can be used', async () => {
    const none = fakeSession({ call: () => ({ body: { Data: { Account: [] } } }) })
    await expect(varyHeaders.run(none)).rejects.toThrow('GET /accounts lists no account with Status Enabled')
  })
})

it('asks for other types one after another', async () => {
  const session = bank()
  await askForOtherTypes.run(session)
  expect(session.asked.map(({ options }) => options.headers?.accept)).toEqual([
    ...[undefined, 'application/xml', 'text/html', 'application/jose+jwe'],
  ])
})

it('sends DELETE without Accept, and twice where it fails', async () => {
  const session = fakeSession({ call: ({ options }) => ({ status: options.method === 'DELETE' ? 500 : 200 }) })
  await useAnotherMethod.run(session)
  expect(session.asked.map(({ options }) => options.method)).toEqual([undefined, 'DELETE', 'DELETE'])
  expect(session.asked[1]?.options.headers).toEqual({ accept: undefined })
})
