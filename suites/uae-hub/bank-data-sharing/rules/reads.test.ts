import type { ReadBothWays } from '../../../../checks/signed-body.ts'
import { base, exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Probed } from '../../ask.ts'
import { account, transactions } from '../../operations.ts'
import type { ListedAndRead } from '../scenarios/read-accounts.ts'
import { accountIsTheSameAlone, ibansAreWhole } from './accounts.ts'
import { oddIdsAreRefused } from './odd-ids.ts'
import { readingChangesNothing, transactionsKeepTheirNames } from './repeated-reads.ts'

type Members = Readonly<Record<string, unknown>>

const listed = (...all: readonly Members[]) => exchange({ id: 'x1', body: { Data: { Account: all } } })
const alone = (Account: unknown, id = 'a1') =>
  exchange({ id: 'x2', operation: account, url: `${base}/accounts/${id}`, body: { Data: { AccountId: id, Account } } })
const active = { AccountId: 'a1', Status: 'Active', Currency: 'AED' }
const both = (one: Members, again?: Members): ListedAndRead => ({
  list: listed(active),
  reads: [alone(one)],
  ...(again && { again: { list: listed(active), reads: [alone(again)] } }),
})

const iban = { SchemeName: 'IBAN', Identification: 'AE00-1' }
const number = { SchemeName: 'AccountNumber', Identification: '0001' }
const otherIban: ListedAndRead = {
  list: listed({ ...active, AccountIdentifiers: [iban] }),
  reads: [alone({ AccountIdentifiers: [{ ...iban, Identification: 'AE00-2' }] })],
}

proves(accountIsTheSameAlone, {
  holds: {
    same: both({ Status: 'Active', Currency: 'AED' }),
    'less of it': both({ Status: 'Active' }),
    'identifiers in another order, and one more': {
      list: listed({ ...active, AccountIdentifiers: [number, iban] }),
      reads: [alone({ AccountIdentifiers: [{ ...iban, Name: 'S Haddad' }, { SchemeName: 'MaskedPAN' }, number] })],
    },
  },
  breaks: {
    'another state, and again': [
      both({ Status: 'Inactive' }, { Status: 'Inactive' }),
      {
        at: '/Data/Account/Status',
        expected: 'the same as /Data/Account/0/Status of x1',
        got: 'another value',
        exchange: 'x2',
      },
    ],
    'another IBAN, and again': [{ ...otherIban, again: otherIban }, '/Data/Account/AccountIdentifiers'],
  },
  undecided: {
    'another state, but not again': both({ Status: 'Inactive' }, { Status: 'Active' }),
    'another state, not looked at again': both({ Status: 'Inactive' }),
  },
  silent: {
    'an account that is not in the list': { list: listed(active), reads: [alone({ Status: 'Closed' }, 'a9')] },
    'a list instead of an account': { list: listed(active), reads: [alone([])] },
  },
})

const withIban = (Identification: string, more: Members = {}): ListedAndRead => ({
  list: listed({
    ...active,
    AccountSubType: 'Savings',
    AccountIdentifiers: [{ SchemeName: 'IBAN', Identification }],
    ...more,
  }),
  reads: [],
})
const good = 'AE070331234567890123456'
const place = '/Data/Account/0/AccountIdentifiers/0/Identification'

proves(ibansAreWhole, {
  holds: { 'an IBAN': withIban(good) },
  breaks: {
    'wrong check digits': [
      withIban('AE080331234567890123456'),
      { at: place, expected: 'an IBAN whose check digits fit', got: 'one whose do not', exchange: 'x1' },
    ],
    'of another country': [
      withIban('DE89370400440532013000'),
      { at: place, expected: 'AE and 21 digits', got: 'another form', exchange: 'x1' },
    ],
    none: [withIban(good, { AccountIdentifiers: [] }), '/Data/Account/0/AccountIdentifiers'],
  },
  silent: {
    'a card': withIban('999900XXXXXX0003', { AccountSubType: 'CreditCard' }),
    closed: withIban('none', { Status: 'Closed' }),
  },
})

const read = (id: string, records: readonly Members[]) =>
  exchange({ id, operation: transactions, body: { Data: { AccountId: 'a1', Transaction: records } } })
const thrice = (
  one: readonly Members[],
  third: readonly Members[],
  second: readonly Members[] = third,
): ReadBothWays => ({ plain: read('x1', one), signed: read('x2', second), again: read('x3', third) })
const t1 = { TransactionId: 't1', TransactionReference: 'r1', TransactionMutability: 'Immutable', Status: 'Booked' }
const t2 = { ...t1, TransactionId: 't2', TransactionReference: 'r2', Amount: { Amount: '2.00' } }
const pending = { ...t1, TransactionMutability: 'Mutable', Status: 'Pending' }

proves(transactionsKeepTheirNames, {
  holds: {
    same: thrice([t1, t2], [t1, t2]),
    'a new one like the one that it pushes to the next page': thrice([t1, t2], [{ ...t2, TransactionId: 't3' }, t1]),
    'a new one, and one gone to the next page': thrice([t1, t2], [{ ...t1, TransactionId: 't3', Amount: '3' }, t1]),
  },
  breaks: {
    'another id': [
      thrice([t1], [{ ...t1, TransactionId: 't9' }]),
      {
        at: '/Data/Transaction/0/TransactionId',
        expected: 't1 as at /Data/Transaction/0 of x1',
        got: 't9',
        exchange: 'x3',
      },
    ],
    'another reference': [
      thrice([t2, t1], [t2, { ...t1, TransactionReference: 'r9' }]),
      '/Data/Transaction/1/TransactionReference',
    ],
    'pending again': [thrice([t1], [{ ...t1, Status: 'Pending' }]), '/Data/Transaction/0/Status'],
  },
  silent: {
    'nothing booked': thrice([pending], [{ ...pending, TransactionReference: 'r9' }]),
    'no transaction': thrice([], [t1]),
  },
})

const [a1, a2] = [active, { ...active, AccountId: 'a2' }]
const lists = (...three: readonly [readonly Members[], readonly Members[], readonly Members[]]): ReadBothWays => ({
  plain: exchange({ id: 'x1', body: { Data: { Account: three[0] } } }),
  signed: exchange({ id: 'x2', body: { Data: { Account: three[1] } } }),
  again: exchange({ id: 'x3', body: { Data: { Account: three[2] } } }),
})

proves(readingChangesNothing, {
  holds: {
    same: lists([a1, a2], [a1, a2], [a1, a2]),
    'another moment of the answer': lists([{ ...a1, DateTime: '1' }, a2], [a1, a2], [{ ...a1, DateTime: '2' }, a2]),
  },
  breaks: {
    'another order': [
      lists([a1, a2], [a1, a2], [a2, a1]),
      { at: '/Data/Account', expected: 'the order of x1', got: 'the same records in another order', exchange: 'x3' },
    ],
  },
  undecided: {
    'another record': lists([a1, a2], [a1, a2], [{ ...a1, AccountId: 'a3' }, a1]),
    'another record between': lists([a1, a2], [a1], [a2, a1]),
  },
  silent: { 'one record': lists([a1], [a1], [a1]) },
})

const odd = 'an AccountId of 41 characters'
const probed = (status: number): Probed => ({
  baseline: exchange(),
  probes: [{ name: odd, exchange: exchange({ id: 'x2', operation: account, status }) }],
})

proves(oddIdsAreRefused, {
  holds: { '400': probed(400), '404': probed(404), 'another refusal': probed(414) },
  breaks: {
    'a failure': [
      probed(500),
      { at: `${odd}: status`, expected: '400 or 403 or 404, and no data', got: '500', exchange: 'x2' },
    ],
    data: [probed(200), `${odd}: status`],
  },
  undecided: { 'a gateway error': probed(502), 'the token ended': probed(401) },
})
