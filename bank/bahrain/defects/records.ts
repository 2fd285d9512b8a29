import { type Defect, wire } from '../../defects/defect.ts'
import type { Json } from '../../resources/money.ts'
import { onEach, onRecords } from './changes.ts'
import { accounts, balances, transactions } from './operations.ts'

const onAccount = (change: (account: Json) => Json) => onEach(accounts, 'Account', change)
const onBalance = (change: (balance: Json) => Json) => onEach(balances, 'Balance', change)
const onTransaction = (change: (transaction: Json) => Json) => onEach(transactions, 'Transaction', change)

const identifiers = ({ Account }: Json): readonly Json[] => (Array.isArray(Account) ? Account : [])

/** Adds an identifier to accounts that show theirs. */
const alsoIdentified = (more: (account: Json) => Json) =>
  onAccount((one) => (identifiers(one).length === 0 ? one : { ...one, Account: [...identifiers(one), more(one)] }))

/** Changes the identifiers of accounts that show theirs. */
const onIdentifiers = (change: (identifier: Json) => Json) =>
  onAccount((one) => (identifiers(one).length === 0 ? one : { ...one, Account: identifiers(one).map(change) }))

const amountOf = ({ Amount }: Json): Json => Amount as Json

let reading = 0

/** Wire defects of the records of account information. */
export const recordDefects: readonly Defect[] = [
  wire(
    'bh-booking-without-zone',
    'The time of a booking has no zone',
    'BH-DAT-001',
    onTransaction((one) => ({ ...one, BookingDateTime: String(one.BookingDateTime).replace(/[+-]\d{2}:\d{2}$/, '') })),
  ),
  wire(
    'bh-offset-without-colon',
    'The offset of a time has no colon',
    'BH-DAT-002',
    onBalance((one) => ({ ...one, DateTime: String(one.DateTime).replace(/(\d{2}):(\d{2})$/, '$1$2') })),
  ),
  wire(
    'bh-account-without-type',
    'An account has no type',
    'BH-ENV-001/schema',
    onAccount(({ AccountType: _, ...one }) => one),
  ),
  wire(
    'bh-nickname-empty',
    'A nickname is empty',
    'BH-ENV-005',
    onAccount((one) => ({ ...one, Nickname: '' })),
  ),
  wire(
    'bh-account-listed-twice',
    'The first account stands in the list twice',
    'BH-UID-001',
    onRecords(accounts, 'Account', (all) => [...all.slice(0, 1), ...all]),
  ),
  wire('bh-transaction-ids-of-the-moment', 'A transaction has another id each time', 'BH-UID-002', (answer, asked) => {
    reading += 1
    const suffix = `-${reading}`
    return onTransaction((one) => ({ ...one, TransactionId: `${one.TransactionId}${suffix}` }))(answer, asked)
  }),
  wire(
    'bh-reference-too-long',
    'The reference of a transaction is too long',
    'BH-UID-004',
    onRecords(transactions, 'Transaction', ([first, ...rest]) =>
      first === undefined ? [] : [{ ...first, TransactionReference: 'r'.repeat(211) }, ...rest],
    ),
  ),
  wire(
    'bh-account-id-is-its-number',
    'The id of an account is its number',
    'BH-UID-005',
    alsoIdentified(({ AccountId }) => ({ SchemeName: 'BH.OBF.BBAN', Identification: AccountId })),
  ),
  wire(
    'bh-account-status-unlisted',
    'An account has a state that is none',
    'BH-ENU-001',
    onAccount((one) => ({ ...one, Status: 'Open' })),
  ),
  wire(
    'bh-scheme-of-no-country',
    'A scheme of accounts is of a country that is none',
    'BH-ENU-003',
    alsoIdentified(() => ({ SchemeName: 'QQ.Mizan.Wallet', Identification: 'w-1' })),
  ),
  wire(
    'bh-scheme-of-the-framework-renamed',
    'A scheme of the framework stands under the name of the bank',
    'BH-ENU-004',
    alsoIdentified(() => ({ SchemeName: 'BH.Mizan.BBAN', Identification: '0001' })),
  ),
  wire(
    'bh-scheme-without-namespace',
    'Schemes of accounts have no namespace',
    'BH-ENU-005',
    onIdentifiers((one) => ({ ...one, SchemeName: String(one.SchemeName).replace('BH.OBF.', '') })),
  ),
  wire(
    'bh-amount-as-number',
    'An amount is a number',
    'BH-AMT-001',
    onBalance((one) => ({ ...one, Amount: { ...amountOf(one), Amount: Number(amountOf(one).Amount) } })),
  ),
  wire(
    'bh-amount-of-four-decimals',
    'An amount of dinars has four decimals',
    'BH-AMT-002',
    onBalance((one) => ({
      ...one,
      Amount: { ...amountOf(one), Amount: String(amountOf(one).Amount).replace(/\.\d+$/, '.0001') },
    })),
  ),
  wire(
    'bh-iban-with-wrong-digits',
    'The check digits of an IBAN do not fit',
    'BH-IBN-001',
    onIdentifiers((one) => ({ ...one, Identification: String(one.Identification).replace(/^BH\d{2}/, 'BH00') })),
  ),
  wire(
    'bh-balance-type-twice',
    'A type of balance stands in the list twice',
    'BH-AIS-002',
    onRecords(balances, 'Balance', (all) => [...all.slice(0, 1), ...all]),
  ),
  wire(
    'bh-balance-of-another-account',
    'A balance is that of another account',
    'BH-AIS-005',
    onRecords(balances, 'Balance', ([first, ...rest]) =>
      first === undefined ? [] : [{ ...first, AccountId: 'another' }, ...rest],
    ),
  ),
]
