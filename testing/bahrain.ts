import type { Exchange } from '../engine/exchange.ts'
import type { Given } from '../engine/rule.ts'
import { contractsOf } from '../suites/bahrain/contracts.ts'
import { exchange, type Sample } from './exchange.ts'
import { givenOver } from './given.ts'

type Members = Readonly<Record<string, unknown>>

const variant = 'bh-1.0.0'

/** What a check of the standard `bahrain` may know, over the contracts of `bh-1.0.0`. */
export const bahrainGiven: Given = { ...givenOver(contractsOf(variant)), variant }

const bases: Readonly<Record<string, string>> = {
  'account-information': 'https://bank.example/open-banking/v1.0/aisp',
  payments: 'https://bank.example/open-banking/v1.0/pisp',
  events: 'https://bank.example/open-banking/v1.0/aisp',
}

const usual: Members = { AccountId: 'a1', ConsentId: 'c1', StatementId: 's1', DomesticPaymentId: 'p1', Id: 'p1' }

/** The usual URL of an operation: `…/accounts/a1`. */
const bahrainUrl = (operation: string): string => {
  const name = bahrainGiven.contractOf(operation)?.name ?? ''
  const template = operation.slice(operation.indexOf(' ') + 1)
  return `${bases[name]}${template.replace(/\{(\w+)\}/g, (_, one: string) => String(usual[one]))}`
}

/** An exchange with the framework, at its usual URL. */
export const bahrainExchange = (operation: string, sample: Omit<Sample, 'operation'> = {}): Exchange =>
  exchange({ operation, url: bahrainUrl(operation), ...sample })

/** The envelope around data, with a link to this resource. */
export const bahrainBody = (Data: Members, self: string, more: Members = {}): Members => ({
  Data,
  Links: { Self: self },
  ...more,
})

/** A success of a GET whose body keeps the contract but for what `Data` says. */
export const bahrainRead = (operation: string, Data: Members, more: Members = {}, sample: Sample = {}): Exchange =>
  bahrainExchange(operation, { body: bahrainBody(Data, bahrainUrl(operation), more), ...sample })

/** An account that keeps the contract. */
export const bahrainAccount = (AccountId: string, more: Members = {}): Members => ({
  AccountId,
  Currency: 'BHD',
  AccountType: 'Personal',
  AccountSubType: 'CurrentAccount',
  ...more,
})

/** A balance that keeps the contract. */
export const bahrainBalance = (more: Members = {}): Members => ({
  AccountId: 'a1',
  CreditDebitIndicator: 'Credit',
  Type: 'InterimBooked',
  DateTime: '2026-06-01T08:00:00Z',
  Amount: { Amount: '10.125', Currency: 'BHD' },
  ...more,
})

/** A booked transaction that keeps the contract. */
export const bahrainTransaction = (TransactionId: string, more: Members = {}): Members => ({
  AccountId: 'a1',
  TransactionId,
  CreditDebitIndicator: 'Debit',
  Status: 'Booked',
  BookingDateTime: '2026-05-03T15:46:00Z',
  Amount: { Amount: '10.125', Currency: 'BHD' },
  ...more,
})

/** The data of a consent for accounts that keeps the contract. */
export const bahrainConsent = (more: Members = {}): Members => ({
  ConsentId: 'c1',
  CreationDateTime: '2026-06-01T08:00:00Z',
  Status: 'AwaitingAuthorisation',
  StatusUpdateDateTime: '2026-06-01T08:00:00Z',
  Permissions: ['ReadAccountsBasic'],
  ...more,
})
