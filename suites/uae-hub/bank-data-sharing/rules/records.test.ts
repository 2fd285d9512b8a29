import type { Exchange } from '../../../../engine/exchange.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { uaeGiven } from '../../../../testing/uae-hub.ts'
import { account, balances, statements } from '../../operations.ts'
import { recordsMakeSense } from './records.ts'

type Members = Readonly<Record<string, unknown>>

const kinds = { Currency: 'AED', AccountType: 'Retail', AccountSubType: 'Savings' }
const listed = (...all: readonly Members[]): Exchange => exchange({ body: { Data: { Account: all } } })
const alone = (Account: Members): Exchange =>
  exchange({ operation: account, body: { Data: { AccountId: 'a1', Account } } })

const balance = (Amount: string, more: Members = {}): Members => ({
  CreditDebitIndicator: 'Credit',
  Type: 'ClosingBooked',
  DateTime: '2026-06-01T08:00:00+04:00',
  Amount: { Amount, Currency: 'AED' },
  ...more,
})
const read = (...all: readonly Members[]): Exchange =>
  exchange({ operation: balances, body: { Data: { Balance: all } } })

const total = (sign: string, text: string): Members => ({
  CreditDebitIndicator: sign,
  Amount: { Amount: text, Currency: 'AED' },
})
const statement = (OpeningDate: string, ClosingDate: string): Members => ({
  StatementId: `of ${OpeningDate}`,
  StatementDate: '2026-06-01',
  OpeningDate,
  ClosingDate,
  OpeningBalance: total('Credit', '1.00'),
  ClosingBalance: total('Credit', '1.00'),
  Summary: [],
})
const told = (...Statements: readonly Members[]): Exchange =>
  exchange({
    operation: statements,
    body: {
      Data: { AccountId: 'a1', AccountSubType: 'Savings', Statements },
      Links: { Self: 'https://rs1.bank.example/self' },
      Meta: { TotalPages: 1 },
    },
  })

const [kindsAreTold, balancesMakeSense, statementsAreInOrder] = recordsMakeSense
if (!kindsAreTold || !balancesMakeSense || !statementsAreInOrder) throw new Error('a rule is missing')

proves(kindsAreTold, {
  holds: { 'in the list': listed({ AccountId: 'a1', ...kinds }), alone: alone(kinds) },
  breaks: {
    'no currency in the list': [listed({ AccountId: 'a1', ...kinds, Currency: undefined }), '/Data/Account/0/Currency'],
    'nothing alone': [alone({}), '/Data/Account/Currency', '/Data/Account/AccountType', '/Data/Account/AccountSubType'],
  },
  silent: { 'no account': listed(), 'another operation': read(balance('1.00')) },
})

proves(balancesMakeSense, {
  holds: {
    'a debit of something': read(balance('0.01', { CreditDebitIndicator: 'Debit' })),
    'nothing, as a credit': read(balance('0')),
    'two types': read(balance('1.00'), balance('1.00', { Type: 'InterimAvailable' })),
    'one type at two moments': read(balance('1.00'), balance('1.00', { DateTime: '2026-05-31T08:00:00+04:00' })),
    'with and without a line of credit': read(balance('1.00'), balance('2.00', { CreditLine: [{ Included: true }] })),
  },
  breaks: {
    'nothing, as a debit': [
      read(balance('0.00', { CreditDebitIndicator: 'Debit' })),
      '/Data/Balance/0/CreditDebitIndicator',
    ],
    twice: [read(balance('1.00'), balance('2.00')), '/Data/Balance/1'],
  },
  silent: { 'no balance': read() },
})

proves(
  statementsAreInOrder,
  {
    holds: {
      months: told(statement('2026-05-01', '2026-05-31'), statement('2026-04-01', '2026-04-30')),
      'a day': told(statement('2026-05-01', '2026-05-01')),
      'periods that overlap': told(statement('2026-05-01', '2026-05-31'), statement('2026-05-15', '2026-06-15')),
    },
    breaks: {
      backwards: [told(statement('2026-05-31', '2026-05-01')), '/Data/Statements/0/OpeningDate'],
      'no balance': [
        told({ ...statement('2026-05-01', '2026-05-31'), ClosingBalance: undefined }),
        '/Data/Statements/0',
      ],
    },
    silent: { none: told(), 'another operation': read(balance('1.00')) },
  },
  uaeGiven,
)
