import { expect, it } from 'vitest'
import { Inconclusive, type Session } from '../../../../engine/session.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { accountBody, accountsBody } from '../../../../testing/uae-hub.ts'
import { account, accounts, balances } from '../../operations.ts'
import { readAccounts } from './read-accounts.ts'
import { readBalances } from './read-balances.ts'

const bank = () =>
  fakeSession({ call: ({ operation }) => (operation === accounts ? { body: accountsBody('a7') } : {}) })

it('reads the list, and an active account of each kind by its id', async () => {
  const listed = [
    ['a1', 'Savings', 'Active'],
    ['a2', 'Savings', 'Active'],
    ['a4', 'Mortgage', 'Closed'],
    ['a5', 'Mortgage', 'Active'],
  ].map(([AccountId, AccountSubType, Status]) => ({ AccountId, AccountSubType, Status }))
  const session = fakeSession({
    call: ({ operation }) => (operation === accounts ? { body: { Data: { Account: listed } } } : {}),
  })
  const { list, reads, again } = await readAccounts.run(session)
  expect([list, ...reads].map(({ operation }) => operation)).toEqual([accounts, account, account])
  expect(session.asked.map(({ options }) => options.path?.AccountId)).toEqual([undefined, 'a1', 'a5'])
  expect(again).toBeUndefined()
})

it('reads all once more where an account is not the same by its id', async () => {
  const url = 'https://rs1.bank.example/accounts/a7'
  const session = fakeSession({
    call: ({ operation }) =>
      operation === accounts ? { body: accountsBody('a7') } : { url, body: accountBody('a7', { Status: 'Closed' }) },
  })
  const { again } = await readAccounts.run(session)
  expect(again?.reads).toHaveLength(1)
  expect(session.asked).toHaveLength(4)
})

it('reads the balances of the first active account', async () => {
  const session = bank()
  expect((await readBalances.run(session)).operation).toBe(balances)
  expect(session.asked.at(-1)?.options.path).toEqual({ AccountId: 'a7' })
})

it.each([
  ['one account', readAccounts.run],
  ['balances', readBalances.run],
])('gives no evidence when %s cannot be read', async (_, run: (session: Session) => Promise<unknown>) => {
  const session = fakeSession({
    call: ({ operation }) => (operation === accounts ? { body: accountsBody('a7') } : { status: 500 }),
  })
  await expect(run(session)).rejects.toThrow(Inconclusive)
})
