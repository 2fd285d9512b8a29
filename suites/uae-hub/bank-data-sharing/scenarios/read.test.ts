import { expect, it } from 'vitest'
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
