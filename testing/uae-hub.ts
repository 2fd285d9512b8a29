import { loadContract } from '../schemas/contract.ts'
import { givenOver } from './given.ts'

/** What a check of the standard `uae-hub` may know, over the contracts as published. */
export const uaeGiven = givenOver(
  ['authorization-endpoints', 'account-information'].map((name) => loadContract('uae/v2.1', `standards/${name}`)),
)

type Members = Readonly<Record<string, unknown>>

const envelope = (Data: Members, links: Members = {}, meta: Members = {}): Members => ({
  Data,
  Links: { Self: 'https://rs1.bank.example/self', ...links },
  Meta: { TotalPages: 1, ...meta },
})

/** A list of active accounts with these ids that keeps the contract. */
export const accountsBody = (...ids: readonly string[]): Members =>
  envelope({ Account: ids.map((AccountId) => ({ AccountId, Status: 'Active', Currency: 'AED' })) })

/** One account that keeps the contract. */
export const accountBody = (AccountId: string, more: Members = {}): Members =>
  envelope({ AccountId, Account: { Status: 'Active', Currency: 'AED', ...more } })

/** A transaction that keeps the contract. */
export const transaction = (TransactionId: string, BookingDateTime: string, more: Members = {}): Members => ({
  TransactionId,
  TransactionDateTime: '2026-05-03T15:46:00Z',
  BookingDateTime,
  TransactionType: 'POS',
  SubTransactionType: 'Purchase',
  CreditDebitIndicator: 'Debit',
  Status: 'Booked',
  Amount: { Amount: '10.00', Currency: 'AED' },
  ...more,
})

/** A page of transactions of the account `a1`. */
export const transactionsBody = (list: readonly Members[], links: Members = {}, meta: Members = {}): Members =>
  envelope({ AccountId: 'a1', Transaction: list }, links, meta)

/** A consent that keeps the contract, but for the members of `Data` that are changed or taken away with undefined. */
export const consentBody = (change: Members = {}): Members => ({
  Data: {
    ConsentId: 'consent-1',
    CreationDateTime: '2026-06-01T08:00:00Z',
    Status: 'Authorized',
    StatusUpdateDateTime: '2026-06-01T08:00:00Z',
    Permissions: ['ReadAccountsBasic'],
    ExpirationDateTime: '2026-06-02T08:00:00Z',
    OpenFinanceBilling: { UserType: 'Retail', Purpose: 'AccountAggregation' },
    ...change,
  },
  Links: { Self: 'https://rs1.bank.example/self' },
})
