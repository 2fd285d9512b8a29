import type { Account, Booking } from '../../ledger/shapes.ts'
import { statementWith } from '../../ledger/statements.ts'
import { indicator, type Json } from '../../resources/money.ts'
import type { UserCall } from '../call.ts'
import { agentOf, amount, cashAccountOf, printed } from '../market.ts'

const counterpartyView = ({ counterparty, amount: value }: Booking): Json => {
  if (counterparty === undefined) return {}
  const [account, agent] = [cashAccountOf(counterparty), agentOf(counterparty.bic)]
  return value < 0 ? { CreditorAgent: agent, CreditorAccount: account } : { DebtorAgent: agent, DebtorAccount: account }
}

const exchangeView = ({ exchange }: Booking, account: Account): Json =>
  exchange === undefined
    ? {}
    : {
        CurrencyExchange: {
          SourceCurrency: amount(0, account.currency).Currency,
          TargetCurrency: exchange.currency,
          UnitCurrency: exchange.currency,
          ExchangeRate: exchange.rate,
          InstructedAmount: amount(exchange.instructed, exchange.currency),
        },
      }

const detailView = (account: Account, booking: Booking): Json => ({
  TransactionInformation: booking.text,
  Balance: {
    CreditDebitIndicator: indicator(booking.after),
    Type: 'InterimBooked',
    Amount: amount(booking.after, account.currency),
  },
  ...(booking.merchant && {
    MerchantDetails: { MerchantName: booking.merchant.name, MerchantCategoryCode: booking.merchant.category },
  }),
  ...counterpartyView(booking),
})

/** A transaction of an account, as much of it as the consent permits. */
export const transactionView = (
  account: Account,
  booking: Booking,
  { call, now }: { readonly call: UserCall; readonly now: Date },
): Json => {
  const statement = statementWith(account, booking, now)
  return {
    AccountId: account.id,
    TransactionId: booking.id,
    TransactionReference: `REF-${booking.id}`,
    ...(statement !== undefined && { StatementReference: [statement] }),
    CreditDebitIndicator: indicator(booking.amount),
    Status: booking.status,
    BookingDateTime: printed(booking.local),
    ValueDateTime: printed(booking.local),
    Amount: amount(booking.amount, account.currency),
    ProprietaryBankTransactionCode: { Code: booking.type, Issuer: 'Mizan' },
    ...exchangeView(booking, account),
    ...(call.permits('ReadTransactionsDetail') && detailView(account, booking)),
  }
}
