import type { Account } from '../ledger/shapes.ts'
import { accountOf } from './account.ts'
import type { Outcome, UserCall } from './call.ts'

/** An answer that is all on one page; of none where there is nothing in it. */
export const onePage = (call: UserCall, data: unknown, some = true): Outcome => ({
  status: 200,
  value: { Data: data, Links: { Self: call.url.href }, Meta: { TotalPages: some ? 1 : 0 } },
})

/** Answers with what there is about the account that a path names, beside its id; `some` as for `onePage`. */
export const aboutAccount =
  (read: (account: Account, call: UserCall) => Readonly<Record<string, unknown>>) =>
  (call: UserCall): Outcome => {
    const account = accountOf(call)
    return 'bookings' in account ? onePage(call, { AccountId: account.id, ...read(account, call) }) : account
  }

/** Answers with the list of what there is about the account that a path names, under a name. */
export const listAbout =
  <One>(
    name: string,
    list: (account: Account, call: UserCall) => readonly One[],
    view: (one: One, account: Account, call: UserCall) => unknown,
  ) =>
  (call: UserCall): Outcome => {
    const account = accountOf(call)
    if (!('bookings' in account)) return account
    const views = list(account, call).map((one) => view(one, account, call))
    return onePage(call, { AccountId: account.id, [name]: views }, views.length > 0)
  }
