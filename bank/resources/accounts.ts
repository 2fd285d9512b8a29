import type { Account } from '../ledger/shapes.ts'
import { localOf, printed } from '../ledger/time.ts'
import { badRequest, forbidden, type Outcome, type UserCall } from './call.ts'
import { accountView, balanceViews } from './views.ts'

const longest = 40

const onePage = (call: UserCall, data: unknown, some: boolean): Outcome => ({
  status: 200,
  value: { Data: data, Links: { Self: call.url.href }, Meta: { TotalPages: some ? 1 : 0 } },
})

const readsDetail = (call: UserCall): boolean => call.permits('ReadAccountsDetail')

/**
 * The account that a path names, as far as the consent covers it. An id that nobody has and one of somebody else are
 * answered alike, so that no answer tells which accounts there are.
 */
export const accountOf = (call: UserCall): Account | Outcome => {
  const id = call.path.AccountId ?? ''
  if (id.length > longest)
    return badRequest('Resource.InvalidFormat', `AccountId has at most ${longest} characters.`, 'AccountId')
  const account = call.customer.accounts.find((known) => known.id === id && call.accounts.includes(id))
  return (
    account ?? forbidden('Consent.PermanentAccountAccessFailure', 'The consent covers no account of that AccountId.')
  )
}

/** `GET /accounts` */
export const listAccounts = (call: UserCall): Outcome => {
  const accounts = call.customer.accounts
    .filter(({ id }) => call.accounts.includes(id))
    .map((account) => ({ AccountId: account.id, ...accountView(account, readsDetail(call)) }))
  return onePage(call, { Account: accounts }, accounts.length > 0)
}

/** `GET /accounts/{AccountId}` */
export const readAccount = (call: UserCall): Outcome => {
  const account = accountOf(call)
  if ('status' in account) return account
  return onePage(call, { AccountId: account.id, Account: accountView(account, readsDetail(call)) }, true)
}

/** `GET /accounts/{AccountId}/balances` */
export const readBalances = (call: UserCall): Outcome => {
  const account = accountOf(call)
  if ('status' in account) return account
  const at = printed(localOf(call.setting.ledger.now))
  return onePage(call, { AccountId: account.id, Balance: balanceViews(account, at) }, true)
}
