import type { Account, AccountStatus } from '../ledger/shapes.ts'
import { badRequest, forbidden, type Outcome, type UserCall } from './call.ts'

/** Characters of the longest AccountId. */
const longest = 40

const lasting = 'Consent.PermanentAccountAccessFailure'

/** Why nothing is told about an account in a state, beside that there is one. */
const shut: Readonly<Partial<Record<AccountStatus, string>>> = {
  Suspended: 'Consent.AccountTemporarilyBlocked',
  Closed: lasting,
  Unclaimed: lasting,
  Deceased: lasting,
}

/**
 * The account that a path names, as far as the consent covers it and its state allows. An id that nobody has and one of
 * somebody else are answered alike, so that no answer tells which accounts there are.
 */
export const accountOf = (call: UserCall): Account | Outcome => {
  const id = call.path.AccountId ?? ''
  if (id.length > longest)
    return badRequest('Resource.InvalidFormat', `AccountId has at most ${longest} characters.`, 'AccountId')
  const open = call.setting.misbehaves('unselected-account-shown')
  const account = call.customer.accounts.find((known) => known.id === id && (call.accounts.includes(id) || open))
  if (account === undefined) return forbidden(lasting, 'The consent covers no account of that AccountId.')
  const code = shut[account.status]
  return code === undefined ? account : forbidden(code, `The account is ${account.status}.`)
}
