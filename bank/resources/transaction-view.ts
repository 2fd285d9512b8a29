import { randomUUID } from 'node:crypto'
import type { Account, Booking } from '../ledger/shapes.ts'
import { statementWith } from '../ledger/statements.ts'
import { printed } from '../ledger/time.ts'
import { agentView, namedAccountView } from './counterparty-views.ts'
import { amount, indicator, type Json } from './money.ts'

/** What of a transaction is shown beside its basic facts. */
export interface Shown {
  /** Texts, merchants, counterparties, cards and the balance after it. */
  readonly detail: boolean
  /** What another currency had to do with it. */
  readonly exchange: 'nothing' | 'rate' | 'contract'
  /** What it cost to send money abroad. */
  readonly charges: boolean
  /** Whether each view of it has a reference of its own, as no honest bank does. */
  readonly renamed: boolean
}

const exchangeView = ({ id, local, exchange }: Booking, { currency }: Account, withContract: boolean): Json =>
  exchange === undefined
    ? {}
    : {
        CurrencyExchange: {
          SourceCurrency: currency,
          TargetCurrency: exchange.currency,
          UnitCurrency: exchange.currency,
          ExchangeRate: exchange.rate,
          InstructedAmount: amount(exchange.instructed, exchange.currency),
          ...(withContract && { ContractIdentification: `FX-${id}`, QuotationDate: printed(local) }),
        },
      }

const counterpartyView = ({ counterparty, amount: value }: Booking): Json => {
  if (counterparty === undefined) return {}
  const account = namedAccountView(counterparty)
  const agent = { ...agentView(counterparty), Name: `Bank ${counterparty.bic}` }
  return value < 0
    ? { CreditorAccount: [account], CreditorAgent: agent }
    : { DebtorAccount: account, DebtorAgent: agent }
}

/** How the card of an account was used. */
const instruments: Readonly<Record<string, string>> = { POS: 'Contactless', ATM: 'Chip', ECommerce: 'Other' }

const cardView = ({ id, holder }: Account, { type }: Booking): Json => {
  const instrument = instruments[type]
  if (instrument === undefined) return {}
  const masked = `999900XXXXXX00${id.slice(-2)}`
  return {
    CardInstrument: { CardSchemeName: 'GCC', InstrumentType: instrument, Name: holder, Identification: masked },
  }
}

const detailView = (account: Account, booking: Booking, now: Date): Json => {
  const statement = statementWith(account, booking, now)
  const { merchant, after, text, category, purpose } = booking
  return {
    TransactionInformation: text,
    Balance: {
      CreditDebitIndicator: indicator(after),
      Type: 'InterimBooked',
      Amount: amount(after, account.currency),
    },
    ...(statement !== undefined && { StatementReference: statement }),
    ...(merchant && {
      MerchantDetails: { MerchantName: merchant.name, MerchantCategoryCode: merchant.category },
    }),
    ...(category && {
      Allocations: { BalanceCategory: category, Amount: amount(booking.amount, account.currency) },
    }),
    ...(purpose && { PaymentPurposeCode: purpose }),
    ...counterpartyView(booking),
    ...cardView(account, booking),
  }
}

/** A transaction of an account. */
export const transactionView = (account: Account, booking: Booking, shown: Shown, now: Date): Json => ({
  TransactionId: booking.id,
  TransactionDateTime: printed(booking.local),
  LocalTimeZone: 'UTC+04:00',
  TransactionReference: shown.renamed ? randomUUID() : `REF-${booking.id}`,
  TransactionType: booking.type,
  SubTransactionType: booking.subType,
  ...(booking.flags && { Flags: booking.flags }),
  CreditDebitIndicator: indicator(booking.amount),
  Status: booking.status,
  TransactionMutability: booking.status === 'Pending' ? 'Mutable' : 'Immutable',
  BookingDateTime: printed(booking.local),
  ValueDateTime: printed(booking.local),
  Amount: amount(booking.amount, account.currency),
  ...(shown.exchange !== 'nothing' && exchangeView(booking, account, shown.exchange === 'contract')),
  ...(shown.charges &&
    booking.charge !== undefined && {
      ChargeAmount: { ...amount(booking.charge, account.currency), ChargeIncluded: true },
    }),
  ...(shown.detail && detailView(account, booking, now)),
})
