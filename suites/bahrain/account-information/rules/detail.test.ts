import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { accounts, statements } from '../../operations.ts'
import type { Narrow } from '../scenarios/read-narrowly.ts'
import { basicShowsNoDetail } from './detail.ts'

const listing = (...records: readonly unknown[]) =>
  exchange({ id: 'l1', operation: accounts, body: { Data: { Account: records } } })
const narrow = (change: Partial<Narrow> = {}): Narrow => ({
  direction: 'Debit',
  list: listing({ AccountId: 'a1' }),
  transactions: [],
  basics: [],
  forbidden: [],
  ...change,
})

proves(basicShowsNoDetail, {
  holds: {
    'no detail': narrow(),
    'a view that was refused': narrow({ basics: [exchange({ operation: statements, status: 404 })] }),
  },
  breaks: {
    'numbers of accounts': [
      narrow({ list: listing({ AccountId: 'a1', Account: [] }) }),
      { at: '/Data/Account/0/Account', expected: 'nothing', got: 'the member', exchange: 'l1' },
    ],
    'amounts of statements': [
      narrow({
        basics: [
          exchange({ id: 's1', operation: statements, body: { Data: { Statement: [{ StatementAmount: [] }] } } }),
        ],
      }),
      { at: '/Data/Statement/0/StatementAmount', expected: 'nothing', got: 'the member', exchange: 's1' },
    ],
  },
})
