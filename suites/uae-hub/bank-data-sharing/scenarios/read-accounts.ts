import { differences, type ListAndReads } from '../../../../checks/same-facts.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Session } from '../../../../engine/session.ts'
import { activeAccounts, baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'
import { oneOfEach } from '../sample.ts'

/** What an account is, in the list and by its id. */
export const factsOfAccount = {
  list: '/Data/Account',
  id: '/AccountId',
  parameter: 'AccountId',
  one: '/Data/Account',
  members: ['Status', 'Currency', 'AccountType', 'AccountSubType', 'AccountIdentifiers'],
} as const

/** The list of accounts and some of them each by its id; the same once more where they did not agree. */
export interface ListedAndRead extends ListAndReads {
  readonly again?: ListAndReads
}

const readBoth = async (session: Session): Promise<ListAndReads> => {
  const { list, ids } = await activeAccounts(session)
  const reads = [await baseline(session, account, { path: { AccountId: ids[0] } })]
  for (const { id } of oneOfEach(list).filter(({ id }) => id !== ids[0]))
    reads.push(await session.call(account, { path: { AccountId: id } }))
  return { list, reads }
}

/** The list of accounts, and an active one of each kind by its id. */
export const readAccounts = scenario({
  id: 'bank-data-sharing/read-accounts',
  title: 'read the accounts',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<ListedAndRead> {
    const first = await readBoth(session)
    return differences(first, factsOfAccount).length === 0 ? first : { ...first, again: await readBoth(session) }
  },
})
