import { expect, it } from 'vitest'
import { fakeSession } from '../../../../testing/session.ts'
import { accountsBody } from '../../../../testing/uae-hub.ts'
import { account, accounts } from '../../operations.ts'
import { askForStrangePaths, readStrangeAccount } from './ask-for-strangers.ts'

const base = 'https://rs1.bank.example/open-finance/account-information'

it('reads an account that there is, and one that there is not', async () => {
  const session = fakeSession({
    call: ({ operation }) => (operation === accounts ? { body: accountsBody('a1') } : { body: {} }),
  })
  await readStrangeAccount.run(session)
  const ids = session.asked
    .filter(({ operation }) => operation === account)
    .map(({ options }) => options.path?.AccountId)
  expect(ids).toEqual(['a1', expect.stringMatching(/^[0-9a-f-]{36}$/)])
})

it('asks beside the address of the list, and calls that no operation', async () => {
  const session = fakeSession({
    call: ({ count }) => (count === 0 ? { url: `${base}/v2.1/accounts` } : { status: 404 }),
  })
  await askForStrangePaths.run(session)
  expect(session.asked.slice(1).map(({ operation, options }) => [operation, options.query?.followed])).toEqual([
    ['GET /', `${base}/v2.1/no-such-resource`],
    ['GET /', `${base}/v9.9/accounts`],
  ])
})

it('leaves the version alone where the address has none', async () => {
  const session = fakeSession({ call: () => ({ url: 'https://rs1.bank.example/accounts' }) })
  expect((await askForStrangePaths.run(session)).probes.map(({ name }) => name)).toEqual(['unknown path'])
})
