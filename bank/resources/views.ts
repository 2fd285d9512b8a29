import { bic } from '../ledger/counterparties.ts'
import { availableBalance, bookedBalance } from '../ledger/ledger.ts'
import type { Account, Hundredths } from '../ledger/shapes.ts'
import { printed } from '../ledger/time.ts'
import { amount, indicator, type Json } from './money.ts'

/** An account without its id. `detail`: with the names of its holder and its identifiers. */
export const accountView = (account: Account, detail: boolean): Json => ({
  ...(detail && { AccountHolderName: account.holder, AccountHolderShortName: account.shortName }),
  Status: account.status,
  StatusUpdateDateTime: printed(account.status === 'Active' ? account.opened : account.since),
  Currency: account.currency,
  AccountType: account.type,
  AccountSubType: account.subType,
  Description: account.description,
  Nickname: account.nickname,
  OpeningDate: printed(account.opened),
  ...(account.matures !== undefined && { MaturityDate: printed(account.matures) }),
  ...(detail && {
    AccountIdentifiers: [
      { SchemeName: account.identifier.scheme, Identification: account.identifier.value, Name: account.holder },
    ],
  }),
  Servicer: { SchemeName: 'BICFI', Identification: bic },
  IsShariaCompliant: account.shariaCompliant,
})

/** What a balance consists of, for a debt: all of it is principal, for what it costs is added to it. */
export const components = ({ subType, currency }: Account, value: Hundredths): Json =>
  subType === 'Finance' || subType === 'Mortgage'
    ? { Components: [{ BalanceCategory: 'Principal', Amount: amount(value, currency) }] }
    : {}

/** Balances at a moment: all that is booked, and, where there is no debt to pay back, what can be spent. */
export const balanceViews = (account: Account, at: string): readonly Json[] => {
  const { currency, limit } = account
  const booked = bookedBalance(account)
  const available = availableBalance(account) + (limit ?? 0)
  const closing = {
    CreditDebitIndicator: indicator(booked),
    Type: 'ClosingBooked',
    DateTime: at,
    Amount: amount(booked, currency),
    ...components(account, booked),
  }
  if ('Components' in closing) return [closing]
  return [
    closing,
    {
      CreditDebitIndicator: indicator(available),
      Type: 'InterimAvailable',
      DateTime: at,
      Amount: amount(available, currency),
      ...(limit !== undefined && {
        CreditLine: [{ Included: true, Type: 'Credit', Amount: amount(limit, currency) }],
      }),
    },
  ]
}
