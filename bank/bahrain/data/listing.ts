import type { Account } from '../../ledger/shapes.ts'
import { badRequest, forbidden } from '../../resources/call.ts'
import type { Json } from '../../resources/money.ts'
import { type Answer, own, selfOf, type UserCall } from '../call.ts'

/** An answer that is all on one page. */
export const onePage = (call: UserCall, data: unknown): Answer => ({
  status: 200,
  value: { Data: data, Links: selfOf(call), Meta: { TotalPages: 1 } },
})

/** The account that a path names, where the user chose it. */
export const accountOf = (call: UserCall): Account | Answer => {
  const { setting, customer, accounts } = call
  const id = call.path.AccountId ?? ''
  const chosen = accounts.find((known) => known.id === id)
  if (chosen !== undefined) return chosen
  if (customer.accounts.some((known) => known.id === id)) {
    return forbidden(own.account, 'The user did not choose this account.')
  }
  const error = { code: 'Resource.NotFound', message: 'There is no account of that id.', path: 'AccountId' }
  return setting.has('bh-unknown-account-fails') && call.url.pathname.endsWith('/balances')
    ? { status: 500, error: { ...error, code: 'UnexpectedError' } }
    : badRequest(error.code, error.message, error.path)
}

/** Whether a look-up gave an account, and no refusal. */
export const isAccount = (value: Account | Answer): value is Account => 'bookings' in value

/** How records of an account are shown; every record names it. */
type View = (account: Account, call: UserCall) => readonly Json[]

const named = (view: View, account: Account, call: UserCall): readonly Json[] =>
  view(account, call).map((record) => ({ AccountId: account.id, ...record }))

/** Two operations over the same records: those of the account in the path, and those of all accounts. */
export const records = (name: string, view: View) => ({
  ofOne: (call: UserCall): Answer => {
    const account = accountOf(call)
    return isAccount(account) ? onePage(call, { [name]: named(view, account, call) }) : account
  },
  ofAll: (call: UserCall): Answer =>
    onePage(call, { [name]: call.accounts.flatMap((account) => named(view, account, call)) }),
})
