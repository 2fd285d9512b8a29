import { expect, it } from 'vitest'
import { Inconclusive } from '../../engine/session.ts'
import { fakeSession } from '../../testing/session.ts'
import { accountsBody } from '../../testing/uae-hub.ts'
import { activeAccounts, baseline, poll, probe } from './ask.ts'

it('takes accounts with Status Active, in their order', async () => {
  const Account = [
    { AccountId: 'closed', Status: 'Closed' },
    { AccountId: 'a1', Status: 'Active' },
    { Status: 'Active' },
    { AccountId: 'a2', Status: 'Active' },
  ]
  const session = fakeSession({ call: () => ({ body: { Data: { Account } } }) })
  expect((await activeAccounts(session)).ids).toEqual(['a1', 'a2'])
})

it.each([
  [
    'no account is active',
    { body: { Data: { Account: [{ AccountId: 'a', Status: 'Closed' }] } } },
    /no account with Status Active/,
  ],
  ['the list is empty', { body: accountsBody() }, /no account with Status Active/],
  ['the list is no list', { body: { Data: 1 } }, /no account with Status Active/],
  ['the call is refused', { status: 403 }, /answered with 403 although nothing was wrong/],
])('is inconclusive when %s', async (_, sample, message) => {
  const asked = activeAccounts(fakeSession({ call: () => sample }))
  await expect(asked).rejects.toThrow(Inconclusive)
  await expect(asked).rejects.toThrow(message)
})

it('lets a baseline through only when it succeeds', async () => {
  const answer = (status: number) => baseline(fakeSession({ call: () => ({ status }) }), 'GET /accounts')
  expect((await answer(204)).response.status).toBe(204)
  await expect(answer(500)).rejects.toThrow(Inconclusive)
})

it('keeps a probe that gets no answer, and nothing else that goes wrong', async () => {
  const gone = await probe('one', () => Promise.reject(new Inconclusive('closed')))
  expect(gone).toEqual({ name: 'one', inconclusive: 'closed' })
  await expect(probe('two', () => Promise.reject(new TypeError('ours')))).rejects.toThrow(TypeError)
})

it('asks for up to 60 seconds', async () => {
  const session = fakeSession({ call: () => ({ status: 200 }) })
  const answers = await poll(
    session,
    () => session.call('GET /accounts'),
    () => false,
  )
  expect(session.waits.reduce((sum, one) => sum + one, 0)).toBe(60_000)
  expect(answers).toHaveLength(session.waits.length + 1)
})

it('asks for as long as the session says', async () => {
  const session = fakeSession({ call: () => ({ status: 200 }) })
  const patient = { ...session, limits: { ...session.limits, settle: 2 } }
  await poll(
    patient,
    () => session.call('GET /accounts'),
    () => false,
  )
  expect(session.waits).toEqual([1000, 1000])
})

it('stops asking as soon as the answer is as wanted', async () => {
  const session = fakeSession({ call: ({ count }) => ({ status: count === 2 ? 403 : 200 }) })
  const answers = await poll(
    session,
    () => session.call('GET /accounts'),
    ({ response }) => response.status === 403,
  )
  expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 403])
})
