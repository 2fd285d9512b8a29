import { localOf, printed } from '../ledger/time.ts'
import type { Outcome, UserCall } from './call.ts'
import { aboutAccount, onePage } from './one-page.ts'
import { accountView, balanceViews } from './views.ts'

const readsDetail = (call: UserCall): boolean =>
  call.permits('ReadAccountsDetail') || call.setting.misbehaves('basic-shows-detail')

/** `GET /accounts` */
export const listAccounts = (call: UserCall): Outcome => {
  const accounts = call.customer.accounts
    .filter(({ id }) => call.accounts.includes(id))
    .map((account) => ({ AccountId: account.id, ...accountView(account, readsDetail(call)) }))
  const again = call.setting.misbehaves('account-listed-twice') ? accounts.slice(0, 1) : []
  return onePage(call, { Account: [...accounts, ...again] }, accounts.length > 0)
}

/** `GET /accounts/{AccountId}` */
export const readAccount = aboutAccount((account, call) => ({ Account: accountView(account, readsDetail(call)) }))

/** `GET /accounts/{AccountId}/balances` */
export const readBalances = aboutAccount((account, { setting }) => {
  const at = Math.max(localOf(setting.ledger.now), account.bookings.at(-1)?.local ?? 0)
  return { Balance: balanceViews(account, printed(at)) }
})
