import { expect, it } from 'vitest'
import { Inconclusive } from '../../../../engine/session.ts'
import { fakeSession } from '../../../../testing/session.ts'
import { accountsBody } from '../../../../testing/uae-hub.ts'
import { account, accounts, balances } from '../../operations.ts'
import { readAccounts } from './read-accounts.ts'
import { readBalances } from './read-balances.ts'

const bank = () =>
  fakeSession({ call: ({ operation }) => (operation === accounts ? { body: accountsBody('a7') } : {}) })

it('reads the list, and the first active account by its id', async () => {
  const session = bank()
  expect((await readAccounts.run(session)).map(({ operation }) => operation)).toEqual([accounts, account])
  expect(session.asked.at(-1)?.options.path).toEqual({ AccountId: 'a7' })
})

it('reads the balances of the first active account', async () => {
  const session = bank()
  expect((await readBalances.run(session)).operation).toBe(balances)
  expect(session.asked.at(-1)?.options.path).toEqual({ AccountId: 'a7' })
})

it.each([
  ['one account', readAccounts],
  ['balances', readBalances],
])('gives no evidence when %s cannot be read', async (_, { run }) => {
  const session = fakeSession({
    call: ({ operation }) => (operation === accounts ? { body: accountsBody('a7') } : { status: 500 }),
  })
  await expect(run(session)).rejects.toThrow(Inconclusive)
})
