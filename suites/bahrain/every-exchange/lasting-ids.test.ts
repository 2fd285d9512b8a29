import type { Exchange } from '../../../engine/exchange.ts'
import { bahrainAccount, bahrainGiven, bahrainRead, bahrainTransaction } from '../../../testing/bahrain.ts'
import { proves } from '../../../testing/proves.ts'
import { account, accounts, transactions } from '../operations.ts'
import { idsLast } from './lasting-ids.ts'

const gathered = (...exchanges: readonly Exchange[]) =>
  exchanges.flatMap((one) => {
    const piece = idsLast.gather(one, bahrainGiven)
    return piece === undefined ? [] : [piece]
  })

type Record = readonly [id: string, day: number, more?: object]
/** Three booked records, of which the middle one is compared. */
const list = (id: string, [name, day, more]: Record, token = 'one') =>
  bahrainRead(
    transactions,
    {
      Transaction: [
        bahrainTransaction('first', { BookingDateTime: '2026-05-01T00:00:00Z' }),
        bahrainTransaction(name, { BookingDateTime: `2026-05-0${day}T00:00:00Z`, ...more }),
        bahrainTransaction('last', { BookingDateTime: '2026-05-09T00:00:00Z' }),
      ],
    },
    {},
    { id, sent: { authorization: `Bearer ${token}` } },
  )
const read = (AccountId: string) => bahrainRead(account, { Account: [bahrainAccount(AccountId)] })
const twins = (id: string, one: string, other: string) =>
  bahrainRead(
    transactions,
    {
      Transaction: ['first', one, other, 'last'].map((name, index) =>
        bahrainTransaction(name, { BookingDateTime: `2026-05-0${[1, 5, 5, 9][index]}T00:00:00Z` }),
      ),
    },
    {},
    { id, sent: { authorization: 'Bearer one' } },
  )
const sanitised = (one: Exchange): Exchange => ({ ...one, request: { ...one.request, headers: [] } })

proves(
  idsLast,
  {
    holds: {
      'read twice': gathered(list('x1', ['t1', 5]), list('x2', ['t1', 5])),
      'an account by its id': gathered(read('a1')),
    },
    breaks: {
      'another id': [
        gathered(list('x1', ['t1', 5]), list('x2', ['t9', 5])),
        { at: 'TransactionId', expected: 't1, as when the same record was read before', got: 't9', exchange: 'x2' },
      ],
      'another account': [
        gathered(read('a2')),
        { at: '/Data/Account/0/AccountId', expected: 'a1', got: 'a2', exchange: 'x1' },
      ],
    },
    silent: {
      'a list of accounts': gathered(bahrainRead(accounts, { Account: [bahrainAccount('a1')] })),
      'read once': gathered(list('x1', ['t1', 5])),
      'under another consent': gathered(list('x1', ['t1', 5]), list('x2', ['t9', 5], 'two')),
      'under consents that were not recorded': gathered(
        sanitised(list('x1', ['t1', 5])),
        sanitised(list('x2', ['t9', 5])),
      ),
      'not booked yet': gathered(
        list('x1', ['t1', 5, { Status: 'Pending' }]),
        list('x2', ['t9', 5, { Status: 'Pending' }]),
      ),
      'two that look alike': gathered(twins('x1', 't1', 't2'), twins('x2', 't2', 't1')),
    },
  },
  bahrainGiven,
)
