import { expect, test } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import type { ConsentNeed } from '../session.ts'
import type { FapiFacts } from '../standard.ts'
import type { FapiClient } from './client.ts'
import { makeLodge } from './lodge.ts'

const need: ConsentNeed = { permissions: ['Read'] }
const speaker = { suite: 'toy', scenario: 'toy/one' }
const consentRequest: FapiFacts['consentRequest'] = (_, { consentId }) => ({ scope: 'toy', claims: { id: consentId } })

/** A client that notes what it is asked. */
const client = () => {
  const asked: unknown[] = []
  const request = async (...given: readonly unknown[]) => {
    asked.push(given)
    return { consentId: 'from the client', claims: {}, codeVerifier: 'v', query: { request: 'jwt' } }
  }
  return { asked, client: { request, push: request } as unknown as FapiClient }
}

const noCall = () => Promise.reject(new Error('nothing is called'))

test('without a call of its own a consent is part of the push, under a fresh id', async () => {
  const { asked, client: one } = client()
  await makeLodge({ consentRequest }, one, noCall)(need, speaker, { purpose: 'push' })
  expect(asked).toEqual([
    [{ consentId: expect.any(String), scope: 'toy', claims: { id: expect.any(String) } }, { purpose: 'push' }, speaker],
  ])
})

const created = (answer: ReturnType<typeof exchange>) => {
  const calls: unknown[] = []
  const { asked, client: one } = client()
  const consentCall: FapiFacts['consentCall'] = {
    operation: () => 'POST /consents',
    body: ({ permissions }) => ({ text: JSON.stringify(permissions), mediaType: 'application/json' }),
    headers: () => ({ 'x-idempotency-key': 'k' }),
    consentId: ({ response }) => JSON.parse(response.body).id,
  }
  const lodge = makeLodge({ consentRequest, consentCall }, one, async (...given) => {
    calls.push(given)
    return answer
  })
  return { calls, asked, lodged: lodge(need, speaker, { purpose: 'create', signing: 'broken' }) }
}

test('with one it is created first, with a token of the client, and the request names it', async () => {
  const { calls, asked, lodged } = created(exchange({ status: 201, body: { id: 'c1' } }))
  expect(await lodged).toMatchObject({
    codeVerifier: 'v',
    query: { request: 'jwt' },
    par: { response: { status: 201 } },
  })
  expect(calls).toEqual([
    [
      'POST /consents',
      {
        purpose: 'create',
        token: 'client',
        body: { text: '["Read"]', mediaType: 'application/json' },
        headers: { 'x-idempotency-key': 'k' },
      },
      speaker,
    ],
  ])
  expect(asked).toEqual([[{ consentId: 'c1', scope: 'toy', claims: { id: 'c1' } }, { signing: 'broken' }]])
})

test('a consent that was not created leaves nothing to ask a user for', async () => {
  await expect(created(exchange({ status: 400, body: {} })).lodged).rejects.toMatchObject({
    name: 'Inconclusive',
    message: 'no consent was created: the answer has status 400',
  })
})
