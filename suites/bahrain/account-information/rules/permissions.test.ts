import { describe, expect, it } from 'vitest'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { accounts, balances, transactions } from '../../operations.ts'
import type { Narrow } from '../scenarios/read-narrowly.ts'
import { cardNumbers } from './card-numbers.ts'
import {
  cardNumbersAreMasked,
  onlyOneDirectionIsShown,
  permissionsAreDemanded,
  transactionsLieInTheirDays,
} from './permissions.ts'

const listing = (...records: readonly unknown[]) =>
  exchange({ id: 'l1', operation: accounts, body: { Data: { Account: records } } })
const moving = (...records: readonly unknown[]) =>
  exchange({ id: 't1', operation: transactions, body: { Data: { Transaction: records } } })
const narrow = (change: Partial<Narrow> = {}): Narrow => ({
  direction: 'Debit',
  list: listing({ AccountId: 'a1' }),
  transactions: [moving({ CreditDebitIndicator: 'Debit' })],
  basics: [],
  forbidden: [{ name: balances, exchange: exchange({ id: 'f1', operation: balances, status: 403 }) }],
  ...change,
})

proves(onlyOneDirectionIsShown, {
  holds: { debits: narrow() },
  breaks: {
    'a credit': [
      narrow({ transactions: [moving({ CreditDebitIndicator: 'Credit' })] }),
      { at: '/Data/Transaction/0/CreditDebitIndicator', expected: 'Debit', got: 'Credit', exchange: 't1' },
    ],
  },
  undecided: { 'no transaction': narrow({ transactions: [moving()] }) },
})

const within = (...dates: readonly string[]) => ({
  from: '2026-05-03',
  to: '2026-05-06',
  pages: [moving(...dates.map((BookingDateTime) => ({ BookingDateTime, Status: 'Booked' })))],
})
proves(transactionsLieInTheirDays, {
  holds: { 'between the bounds': within('2026-05-03T09:00:00Z'), 'a day beside': within('2026-05-07T01:00:00+03:00') },
  breaks: {
    'long before': [
      within('2026-04-01T09:00:00Z'),
      {
        at: 'consent /Data/Transaction/0/BookingDateTime',
        expected: 'from 2026-05-03',
        got: '2026-04-01T09:00:00Z',
        exchange: 't1',
      },
    ],
  },
  undecided: { 'no transaction': within() },
})

const shut = (status: number): Partial<Narrow> => ({
  forbidden: [{ name: balances, exchange: exchange({ id: 'f1', operation: balances, status }) }],
})
proves(permissionsAreDemanded, {
  holds: { '403': narrow(), '404': narrow(shut(404)) },
  breaks: {
    data: [narrow(shut(200)), { at: `${balances}: status`, expected: '403, and no data', got: '200', exchange: 'f1' }],
  },
  undecided: { 'the token ended': narrow(shut(401)), 'a failure': narrow(shut(500)) },
})

const card = (Identification: string, SchemeName = 'BH.OBF.PAN') =>
  narrow({ list: listing({ Account: [{ SchemeName, Identification }] }) })
const whole = {
  at: '/Data/Account/0/Account/0/Identification',
  expected: 'a masked card number',
  got: 'a whole one, of 16 digits',
  exchange: 'l1',
}
proves(cardNumbersAreMasked, {
  holds: {
    masked: card('411111******1111'),
    'digits of something else': card('4111111111111112'),
    'the end of it': card('1111'),
  },
  breaks: { whole: [card('4111111111111111'), whole], 'with blanks': [card('4111 1111 1111 1111'), whole] },
  silent: { 'an IBAN': card('4111111111111111', 'BH.OBF.IBAN'), 'no number': narrow() },
})

describe('a finding about a card', () => {
  it('never holds its number', () => {
    const { whole: findings } = cardNumbers({ SchemeName: 'BH.OBF.PAN', Identification: '4111111111111111' }, listing())
    expect(JSON.stringify(findings)).not.toContain('4111')
  })
})
