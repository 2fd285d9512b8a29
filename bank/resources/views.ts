import { availableBalance, bookedBalance } from '../ledger/ledger.ts'
import type { Account, Booking, Hundredths } from '../ledger/shapes.ts'
import { printed } from '../ledger/time.ts'

type Json = Readonly<Record<string, unknown>>

const amount = (value: Hundredths, currency = 'AED'): Json => ({
  Amount: (Math.abs(value) / 100).toFixed(2),
  Currency: currency,
})

/** Zero is a credit. */
const indicator = (value: Hundredths): string => (value < 0 ? 'Debit' : 'Credit')

/** Bank identifier of an invented bank. */
const bic = 'MIZNAEA0XXX'

/** An account without its id. `detail`: with the names of its holder and its identifiers. */
export const accountView = (account: Account, detail: boolean): Json => ({
  ...(detail && { AccountHolderName: account.holder, AccountHolderShortName: account.shortName }),
  Status: 'Active',
  StatusUpdateDateTime: printed(account.opened),
  Currency: 'AED',
  AccountType: account.type,
  AccountSubType: account.subType,
  Description: account.description,
  Nickname: account.nickname,
  OpeningDate: printed(account.opened),
  ...(detail && {
    AccountIdentifiers: [
      { SchemeName: account.identifier.scheme, Identification: account.identifier.value, Name: account.holder },
    ],
  }),
  Servicer: { SchemeName: 'BICFI', Identification: bic },
  IsShariaCompliant: account.shariaCompliant,
})

/** Balances at a moment: all that is booked, and what can be spent. */
export const balanceViews = (account: Account, at: string): readonly Json[] => {
  const booked = bookedBalance(account)
  const available = availableBalance(account) + (account.limit ?? 0)
  const line =
    account.limit === undefined
      ? {}
      : { CreditLine: [{ Included: true, Type: 'Credit', Amount: amount(account.limit) }] }
  return [
    { CreditDebitIndicator: indicator(booked), Type: 'ClosingBooked', DateTime: at, Amount: amount(booked) },
    {
      CreditDebitIndicator: indicator(available),
      Type: 'InterimAvailable',
      DateTime: at,
      Amount: amount(available),
      ...line,
    },
  ]
}

const exchangeView = ({ exchange }: Booking): Json =>
  exchange === undefined
    ? {}
    : {
        CurrencyExchange: {
          SourceCurrency: 'AED',
          TargetCurrency: exchange.currency,
          UnitCurrency: exchange.currency,
          ExchangeRate: exchange.rate,
          InstructedAmount: amount(exchange.instructed, exchange.currency),
        },
      }

const counterpartyView = ({ counterparty, amount: value }: Booking): Json => {
  if (counterparty === undefined) return {}
  const account = { SchemeName: 'IBAN', Identification: counterparty.iban, Name: counterparty.name }
  return value < 0 ? { CreditorAccount: [account] } : { DebtorAccount: account }
}

/** A transaction. `detail`: with texts, merchants, counterparties and the balance after it; `exchange`: with rates. */
export const transactionView = (booking: Booking, detail: boolean, exchange: boolean): Json => ({
  TransactionId: booking.id,
  TransactionDateTime: printed(booking.local),
  LocalTimeZone: 'UTC+04:00',
  TransactionReference: `REF-${booking.id}`,
  TransactionType: booking.type,
  SubTransactionType: booking.subType,
  ...(booking.flags && { Flags: booking.flags }),
  CreditDebitIndicator: indicator(booking.amount),
  Status: booking.status,
  TransactionMutability: booking.status === 'Booked' ? 'Immutable' : 'Mutable',
  BookingDateTime: printed(booking.local),
  ValueDateTime: printed(booking.local),
  Amount: amount(booking.amount),
  ...(exchange && exchangeView(booking)),
  ...(detail && {
    TransactionInformation: booking.text,
    Balance: { CreditDebitIndicator: indicator(booking.after), Type: 'InterimBooked', Amount: amount(booking.after) },
    ...(booking.merchant && {
      MerchantDetails: { MerchantName: booking.merchant.name, MerchantCategoryCode: booking.merchant.category },
    }),
    ...counterpartyView(booking),
  }),
})
