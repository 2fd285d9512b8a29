import { at, carried } from '../../checks/body.ts'
import type { Exchange } from '../../engine/exchange.ts'
import { Inconclusive, type Session } from '../../engine/session.ts'
import { baseline } from '../baseline/ask.ts'
import { accounts } from './operations.ts'

export { baseline, type Probed, poll } from '../baseline/ask.ts'
export { probe } from '../baseline/probe.ts'

/** The ids of the accounts with Status `Active`, in the order of the list. Throws `Inconclusive` when there is none. */
export const activeAccounts = async (
  session: Session,
): Promise<{ readonly list: Exchange; readonly ids: readonly [string, ...string[]] }> => {
  const list = await baseline(session, accounts, { purpose: 'list the accounts' })
  const listed = at(carried(list)?.value, 'Data', 'Account')
  const ids = (Array.isArray(listed) ? listed : []).flatMap((one) => {
    const id = at(one, 'AccountId')
    return at(one, 'Status') === 'Active' && typeof id === 'string' ? [id] : []
  })
  const [first, ...rest] = ids
  if (first === undefined) throw new Inconclusive('GET /accounts lists no account with Status Active')
  return { list, ids: [first, ...rest] }
}
