import { type Defect, wire } from './defect.ts'
import { inner, isAccount, isBalances, isListOfAccounts, isStatements, isTransactions, onObject } from './reading.ts'

type Json = Readonly<Record<string, unknown>>

/** Changes the records of a list of `Data`; leaves the answer where there is none. */
const eachOf =
  (name: string, change: (record: Json, index: number, all: readonly Json[]) => unknown) =>
  (body: Json): Json | undefined => {
    const data = inner(body, 'Data')
    const list = data[name]
    return Array.isArray(list) ? { ...body, Data: { ...data, [name]: list.map(change) } } : undefined
  }

const eachTransaction = (change: (record: Json, index: number, all: readonly Json[]) => unknown) =>
  onObject(isTransactions, [200], eachOf('Transaction', change))

const links = (body: Json, change: Json): Json => ({ ...body, Links: { ...inner(body, 'Links'), ...change } })

const dayWithTime = (value: unknown): unknown => (typeof value === 'string' ? `${value}T00:00:00Z` : value)

/** The path and query of an address. */
const relative = (link: unknown): string => {
  const { pathname, search } = new URL(String(link))
  return `${pathname}${search}`
}

const twice = 'mizan-twice'

/** Wire defects of values, links and lists. */
export const dataDefects: readonly Defect[] = [
  wire(
    'day-with-time',
    'The date of a statement has a time',
    'UAE-DAT-003',
    onObject(
      isStatements,
      [200],
      eachOf('Statements', (one) => ({ ...one, StatementDate: dayWithTime(one.StatementDate) })),
    ),
  ),
  wire(
    'time-zone-by-name',
    'The local time zone is called by its name',
    'UAE-DAT-005',
    eachTransaction((one) => ('LocalTimeZone' in one ? { ...one, LocalTimeZone: 'GST' } : one)),
  ),
  wire(
    'amount-as-number',
    'The amounts of transactions are numbers',
    'UAE-DAT-013',
    eachTransaction((one) => {
      const amount = inner(one, 'Amount')
      return { ...one, Amount: { ...amount, Amount: Number(amount.Amount) } }
    }),
  ),
  wire(
    'currency-in-small-letters',
    'The currencies of transactions are in small letters',
    'UAE-DAT-015',
    eachTransaction((one) => {
      const amount = inner(one, 'Amount')
      return { ...one, Amount: { ...amount, Currency: String(amount.Currency).toLowerCase() } }
    }),
  ),
  wire(
    'self-of-another-resource',
    'Balances link to themselves as transactions',
    'UAE-PAG-001/should',
    onObject(isBalances, [200], (body) =>
      links(body, { Self: String(inner(body, 'Links').Self).replace('/balances', '/transactions') }),
    ),
  ),
  wire(
    'links-are-paths',
    'The list of accounts links to itself without a host',
    'UAE-PAG-002',
    onObject(isListOfAccounts, [200], (body) => links(body, { Self: relative(inner(body, 'Links').Self) })),
  ),
  wire(
    'span-backwards',
    'The first and the last date-time that are to be had stand the wrong way round',
    'UAE-PAG-009',
    onObject(isTransactions, [200], (body) => {
      const meta = inner(body, 'Meta')
      const { FirstAvailableDateTime: first, LastAvailableDateTime: last } = meta
      return first === undefined
        ? undefined
        : { ...body, Meta: { ...meta, FirstAvailableDateTime: last, LastAvailableDateTime: first } }
    }),
  ),
  wire(
    'first-leads-elsewhere',
    'On the second page, the link to the first one leads to the second',
    'UAE-PAG-004/should',
    onObject(isTransactions, [200], (body) =>
      'Prev' in inner(body, 'Links') ? links(body, { First: inner(body, 'Links').Self }) : undefined,
    ),
  ),
  wire(
    'transaction-on-two-pages',
    'The last transaction of a page stands on the next one, too',
    'UAE-PAG-007',
    onObject(isTransactions, [200], (body) => {
      const { Prev: prev, Next: next } = inner(body, 'Links')
      const at = (index: number, last: number): boolean =>
        (prev !== undefined && index === 0) || (prev === undefined && next !== undefined && index === last)
      return eachOf('Transaction', (one, index, all) =>
        at(index, all.length - 1) ? { ...one, TransactionId: twice } : one,
      )(body)
    }),
  ),
  wire(
    'empty-list-as-null',
    'A list of transactions without any is null',
    'UAE-ERR-019',
    onObject(isTransactions, [200], (body) => {
      const data = inner(body, 'Data')
      return Array.isArray(data.Transaction) && data.Transaction.length === 0
        ? { ...body, Data: { ...data, Transaction: null } }
        : undefined
    }),
  ),
  wire(
    'data-of-another-account',
    'Balances carry the id of another account',
    'UAE-BDS-003',
    onObject(isBalances, [200], (body) => ({ ...body, Data: { ...inner(body, 'Data'), AccountId: '100100009999' } })),
  ),
  wire('member-twice', 'An account has its state twice', 'UAE-BDS-001/should', (answer, asked) =>
    isAccount(asked) && answer.status === 200
      ? { ...answer, body: answer.body.replace('"Status":"Active"', '"Status":"Closed","Status":"Active"') }
      : answer,
  ),
]
