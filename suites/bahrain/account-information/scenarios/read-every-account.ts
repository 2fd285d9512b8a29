import { at } from '../../../../checks/body.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { probe } from '../../../baseline/probe.ts'
import { recordsIn } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { account, accounts } from '../../operations.ts'

/** Accounts of which one run reads each by itself. */
const most = 20

/** A list of accounts, and each of them by itself: the name of a probe is the id. */
export interface OneByOne {
  readonly list: Exchange
  readonly reads: readonly Probe[]
}

/** Reads the list of accounts, and each account that it names, whatever its status. */
export const readEveryAccount = scenario({
  id: 'account-information/read-every-account',
  title: 'read each account that the list names',
  needs: ['accounts'],
  uses: everything,
  operations: [accounts, account],
  effect: 'reads',
  async run(session): Promise<OneByOne> {
    const list = await baseline(session, accounts)
    const ids = recordsIn(list, 'Account').flatMap((one) => {
      const id = at(one, 'AccountId')
      return typeof id === 'string' ? [id] : []
    })
    const reads: Probe[] = []
    for (const AccountId of ids.slice(0, most))
      reads.push(await probe(AccountId, () => session.call(account, { path: { AccountId } })))
    return { list, reads }
  },
})
