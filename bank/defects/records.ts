import type { Asked, Change } from './answered.ts'
import { type Defect, wire } from './defect.ts'
import {
  inner,
  isAccount,
  isAccounts,
  isBalances,
  isBelowAccount,
  isLongId,
  isTransactions,
  isUser,
  onObject,
  withObject,
} from './reading.ts'

type Json = Readonly<Record<string, unknown>>

/** Changes the members of `Data`. */
const onData = (applies: (asked: Asked) => boolean, change: (data: Json) => Json | undefined): Change =>
  onObject(applies, [200], (body) => {
    const data = change(inner(body, 'Data'))
    return data === undefined ? undefined : { ...body, Data: data }
  })

/** Changes every record of a list of `Data`, or the only one. */
const onEach = (
  applies: (asked: Asked) => boolean,
  name: string,
  change: (record: Json, index: number) => unknown,
): Change =>
  onData(applies, (data) => {
    const { [name]: found } = data
    if (Array.isArray(found)) return { ...data, [name]: found.map(change) }
    return typeof found === 'object' && found !== null ? { ...data, [name]: change(found as Json, 0) } : undefined
  })

/** Takes a member out of every record. */
const without = (resource: string, list: string, member: string): Change =>
  onEach(isBelowAccount(resource), list, ({ [member]: _, ...rest }) => rest)

const isParties = (asked: Asked): boolean => isUser(asked) || isBelowAccount('parties')(asked)

/** The IBAN with another last digit. */
const withWrongDigits = (identifier: unknown): unknown => {
  const { SchemeName: scheme, Identification: text } = identifier as Json
  if (scheme !== 'IBAN' || typeof text !== 'string') return identifier
  return { ...(identifier as Json), Identification: `${text.slice(0, -1)}${(Number(text.at(-1)) + 1) % 10}` }
}

const withTrust = (claim: unknown): unknown => ({
  ...(claim as Json),
  Verification: { ...inner(claim, 'Verification'), TrustFramework: 'UAE' },
})

/** Wire defects of what is read of accounts. */
export const recordDefects: readonly Defect[] = [
  wire(
    'beneficiaries-without-meta',
    'Beneficiaries come without Meta',
    'UAE-BDS-002',
    onObject(isBelowAccount('beneficiaries'), [200], ({ Meta: _, ...body }) => body),
  ),
  wire(
    'one-account-as-list',
    'An account by its id comes in a list',
    'UAE-BDS-005',
    onData(isAccount, (data) => ({ ...data, Account: [data.Account] })),
  ),
  wire(
    'one-account-in-another-state',
    'An account that is active in the list is inactive by its id',
    'UAE-BDS-006',
    onEach(isAccount, 'Account', (one) => ({ ...one, Status: 'Inactive' })),
  ),
  wire(
    'account-without-currency',
    'Accounts do not tell their currency',
    'UAE-BDS-007',
    onEach(isAccounts, 'Account', ({ Currency: _, ...one }) => one),
  ),
  wire(
    'account-in-unknown-state',
    'What is dormant is called asleep',
    'UAE-BDS-008',
    onEach(isAccounts, 'Account', (one) => (one.Status === 'Dormant' ? { ...one, Status: 'Asleep' } : one)),
  ),
  wire(
    'iban-with-wrong-digits',
    'The last digit of every IBAN is another one',
    'UAE-BDS-011',
    onEach(isAccounts, 'Account', (one) =>
      Array.isArray(one.AccountIdentifiers)
        ? { ...one, AccountIdentifiers: one.AccountIdentifiers.map(withWrongDigits) }
        : one,
    ),
  ),
  wire(
    'no-balance',
    'An account has no balance',
    'UAE-BDS-012',
    onData(isBalances, (data) => ({ ...data, Balance: [] })),
  ),
  wire(
    'zero-as-debit',
    'A balance is zero, and a debit',
    'UAE-BDS-013',
    onEach(isBalances, 'Balance', (one, index) =>
      index === 0
        ? { ...one, CreditDebitIndicator: 'Debit', Amount: { ...inner(one, 'Amount'), Amount: '0.00' } }
        : one,
    ),
  ),
  wire(
    'balance-twice',
    'The first balance stands twice',
    'UAE-BDS-013',
    onData(isBalances, (data) =>
      Array.isArray(data.Balance) ? { ...data, Balance: [data.Balance[0], ...data.Balance] } : undefined,
    ),
  ),
  wire(
    'transaction-of-unknown-kind',
    'Withdrawals are of a kind that is in no list',
    'UAE-BDS-014',
    onEach(isTransactions, 'Transaction', (one) =>
      one.SubTransactionType === 'Withdrawal' ? { ...one, SubTransactionType: 'CashOut' } : one,
    ),
  ),
  wire(
    'beneficiary-without-origin',
    'A beneficiary does not tell whether it came by open finance',
    'UAE-BDS-020',
    without('beneficiaries', 'Beneficiary', 'AddedViaOF'),
  ),
  wire(
    'direct-debit-without-frequency',
    'A direct debit does not tell how often it comes',
    'UAE-BDS-021',
    without('direct-debits', 'DirectDebit', 'Frequency'),
  ),
  wire(
    'standing-order-without-state',
    'A standing order does not tell its state',
    'UAE-BDS-022',
    without('standing-orders', 'StandingOrder', 'StandingOrderStatusCode'),
  ),
  wire(
    'scheduled-payment-without-type',
    'A scheduled payment does not tell its type',
    'UAE-BDS-023',
    without('scheduled-payments', 'ScheduledPayment', 'ScheduledType'),
  ),
  wire(
    'statement-ends-before-it-begins',
    'The newest statement ends years before it begins',
    'UAE-BDS-024',
    onEach(isBelowAccount('statements'), 'Statements', (one, index) =>
      index === 0 ? { ...one, ClosingDate: '2000-01-31' } : one,
    ),
  ),
  wire(
    'party-of-account-as-object',
    'Of the parties of an account the first comes alone, without a list',
    'UAE-BDS-025',
    onData(isBelowAccount('parties'), (data) =>
      Array.isArray(data.Party) ? { ...data, Party: data.Party[0] } : undefined,
    ),
  ),
  wire(
    'user-as-list',
    'The party who gave the consent comes in a list',
    'UAE-BDS-026',
    onData(isUser, (data) => ({ ...data, Party: [data.Party] })),
  ),
  wire(
    'unknown-trust-framework',
    'Claims are verified in a trust framework that is in no list',
    'UAE-BDS-027',
    onEach(isParties, 'Party', (party) =>
      Array.isArray(party.VerifiedClaims) ? { ...party, VerifiedClaims: party.VerifiedClaims.map(withTrust) } : party,
    ),
  ),
  wire('long-id-fails', 'The bank fails at an AccountId that is too long', 'UAE-BDS-031', (answer, asked) =>
    isLongId(asked) && answer.status === 400
      ? { ...withObject(answer, { Errors: [{ Code: 'GenericError', Message: 'failed' }] }), status: 500 }
      : answer,
  ),
]
