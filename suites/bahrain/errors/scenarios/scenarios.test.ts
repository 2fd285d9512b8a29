import { expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { type Answers, fakeSession } from '../../../../testing/session.ts'
import { accounts } from '../../operations.ts'
import { askForStrangePath, readUnknownAccount } from './ask-for-strangers.ts'
import { callInABurst } from './call-in-a-burst.ts'
import { readConsentWithBadTokens, readWithBadTokens, useExpiredToken } from './use-bad-tokens.ts'
import { useWrongScope } from './use-wrong-scope.ts'

const listed = { body: { Data: { Account: [{ AccountId: 'a1' }] } } }
const bank = (more: Partial<Answers> = {}) =>
  fakeSession({ call: ({ operation }) => (operation === accounts ? listed : {}), ...more })

it('tokens that are not good come after one that is', async () => {
  for (const one of [readWithBadTokens, readConsentWithBadTokens]) {
    const session = bank()
    await one.run(session)
    expect(session.asked.map(({ options }) => options.token)).toEqual([undefined, 'none', 'unknown', 'tampered'])
  }
})

it('a token is used in time, and again after its end and the tolerance of clocks', async () => {
  const session = bank()
  await useExpiredToken.run(session)
  expect(session.waits).toEqual([310_000])
  expect(session.asked.map(({ options }) => options.token)).toEqual(['first', 'first'])
})

it('a token for payments is shown for a consent', async () => {
  const session = bank({ clientToken: { body: { access_token: 't' } } })
  await useWrongScope.run(session)
  expect(session.asked[1]?.options.bearer).toBeDefined()
  await expect(useWrongScope.run(bank({ clientToken: { status: 400 } }))).rejects.toThrow(
    'no token for payments was given: 400',
  )
})

it('an account that nobody has is asked for after one that somebody has', async () => {
  const session = bank()
  await readUnknownAccount.run(session)
  const [known, unknown] = session.asked.slice(1).map(({ options }) => options.path?.AccountId)
  expect([known, unknown === known]).toEqual(['a1', false])
})

it('an unknown path lies beside that of the accounts, and is no operation', async () => {
  const session = bank()
  const { probes } = await askForStrangePath.run(session)
  expect(session.asked[1]?.options.query?.followed).toMatch(/\/no-such-resource$/)
  expect(probes[0]?.of).toBe('BH-ERR-007')
})

it('a burst is as large as it was agreed, and lost connections are no answers', async () => {
  const session = fakeSession({
    call({ count }) {
      if (count === 3) throw new Inconclusive('closed')
      return { status: count > 3 ? 429 : 200 }
    },
  })
  const calls = await callInABurst.run(session)
  expect(calls.map(({ response }) => response.status)).toEqual([200, 200, 429, 429])
  expect(session.asked.slice(1).every(({ options }) => options.expects429)).toBe(true)
})
