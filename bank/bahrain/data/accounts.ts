import { availableBalance, bookedBalance } from '../../ledger/ledger.ts'
import type { Account, AccountStatus } from '../../ledger/shapes.ts'
import { localOf } from '../../ledger/time.ts'
import { indicator, type Json } from '../../resources/money.ts'
import type { Answer, UserCall } from '../call.ts'
import { accountCurrency, agentOf, amount, identifierOf, printed } from '../market.ts'
import { accountOf, isAccount, onePage, records } from './listing.ts'

const statuses: Readonly<Record<AccountStatus, string>> = {
  Active: 'Enabled',
  Inactive: 'Disabled',
  Dormant: 'Disabled',
  Unclaimed: 'Disabled',
  Deceased: 'Disabled',
  Suspended: 'Disabled',
  Closed: 'Deleted',
}

const subTypes: Readonly<Record<Account['subType'], string>> = {
  CurrentAccount: 'CurrentAccount',
  Savings: 'Savings',
  CreditCard: 'CreditCard',
  Finance: 'Loan',
  Mortgage: 'Mortgage',
}

const detailOf = (account: Account, { permits, setting }: UserCall): Json => ({
  Account: [{ ...identifierOf(account, permits('ReadPAN') || setting.has('bh-pan-shown')), Name: account.holder }],
  Servicer: agentOf(),
})

const view = (account: Account, call: UserCall): Json => ({
  Status: statuses[account.status],
  StatusUpdateDateTime: printed(account.status === 'Active' ? account.opened : account.since),
  Currency: accountCurrency(account),
  AccountType: account.type === 'Retail' ? 'Personal' : 'Business',
  AccountSubType: subTypes[account.subType],
  Description: account.description,
  Nickname: account.nickname,
  OpeningDate: printed(account.opened),
  ...(account.matures !== undefined && { MaturityDate: printed(account.matures) }),
  ...((call.permits('ReadAccountsDetail') || call.setting.has('bh-basic-shows-detail')) && detailOf(account, call)),
})

const nothing: Answer = {
  status: 404,
  error: { code: 'Resource.NotFound', message: 'There is nothing of that path.' },
}

const shown = records('Account', (account, call) => [view(account, call)])

/** `GET /accounts` */
export const listAccounts = shown.ofAll

/** `GET /accounts/{AccountId}` */
export const readAccount = (call: UserCall): Answer => {
  const account = accountOf(call)
  if (!isAccount(account)) return account
  const missing = call.setting.has('bh-listed-account-missing') && account === call.accounts.at(-1)
  return missing ? nothing : shown.ofOne(call)
}

const balancesOf = (account: Account, { setting }: UserCall): readonly Json[] => {
  const { currency, limit, subType } = account
  const at = printed(Math.max(localOf(setting.ledger.now), account.bookings.at(-1)?.local ?? 0))
  const of = (type: string, value: number): Json => ({
    CreditDebitIndicator: indicator(value),
    Type: type,
    DateTime: at,
    Amount: amount(value, currency),
  })
  const booked = of('ClosingBooked', bookedBalance(account))
  if (subType === 'Finance' || subType === 'Mortgage') return [booked]
  const line = limit !== undefined && {
    CreditLine: [{ Included: true, Type: 'Credit', Amount: amount(limit, currency) }],
  }
  return [booked, { ...of('InterimAvailable', availableBalance(account) + (limit ?? 0)), ...line }]
}

const balances = records('Balance', balancesOf)

/** `GET /accounts/{AccountId}/balances` */
export const readBalances = (call: UserCall): Answer =>
  call.setting.has('bh-mandatory-path-missing') ? nothing : balances.ofOne(call)

/** `GET /balances` */
export const listBalances = (call: UserCall): Answer =>
  call.setting.has('bh-bulk-balances-lack-one')
    ? balances.ofAll({ ...call, accounts: call.accounts.slice(1) })
    : balances.ofAll(call)

/** `GET /accounts/{AccountId}/supplementary-account-info` */
export const readSupplementary = (call: UserCall): Answer => {
  const account = accountOf(call)
  if (!isAccount(account)) return account
  const rate = account.subType === 'Savings' && { ReadCASAInfo: { Rate: '1.5' } }
  return onePage(call, {
    ReadAccount: { AccountID: account.id, AccountOpeningDate: printed(account.opened), ...rate },
  })
}
