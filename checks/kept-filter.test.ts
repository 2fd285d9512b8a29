import { describe, expect, it } from 'vitest'
import type { Probe } from '../engine/rule.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { bothWaysFindTheSame, nothingIsFound, recordsKeepFilter, type TwoWays } from './kept-filter.ts'

const filtered = {
  list: '/List',
  id: '/Id',
  date: '/On',
  judged: (record: unknown) => (record as { Pending?: true }).Pending !== true,
}
const page = (...records: readonly unknown[]) => exchange({ body: { List: records } })

describe('recordsKeepFilter', () => {
  const keeps = (On: unknown, more = {}) =>
    recordsKeepFilter(filtered, { from: '2026-05-10', to: '2026-05-20' })(page({ Id: 1, On, ...more }), 'page 1')
  it.each(['2026-05-10T00:00:00Z', '2026-05-20T23:59:59+04:00', '2026-05-09T00:00:00Z', '2026-05-21', 'soon', 7])(
    'lets %s pass',
    (on) => expect(keeps(on)).toEqual([]),
  )
  it('finds what lies more than a day beyond a bound', () => {
    expect(keeps('2026-05-08T23:59:59Z')).toEqual([
      { at: 'page 1 /List/0/On', expected: 'from 2026-05-10', got: '2026-05-08T23:59:59Z', exchange: 'x1' },
    ])
    expect(keeps('2026-05-22T00:00:00Z')).toMatchObject([{ expected: 'up to 2026-05-20' }])
  })
  it('leaves other records, and errors, alone', () => {
    expect(keeps('2020-01-01', { Pending: true })).toEqual([])
    expect(recordsKeepFilter(filtered, { from: '2026-05-10' })(exchange({ status: 400 }), 'page 1')).toEqual([])
  })
  it('has open ends', () => {
    expect(recordsKeepFilter(filtered, {})(page({ On: '1990-01-01' }, { On: '2090-01-01' }), 'page 1')).toEqual([])
  })
})

const probe = (one: ReturnType<typeof exchange>): Probe => ({ name: 'quiet', exchange: one })

proves(nothingIsFound(filtered), {
  holds: { 'an empty list': probe(page()), 'no list is another matter': probe(exchange({ body: {} })) },
  breaks: {
    '404': [probe(exchange({ status: 404 })), { at: 'quiet: status', expected: '200', got: '404', exchange: 'x1' }],
    '204': [probe(exchange({ status: 204 })), 'quiet: status'],
  },
  undecided: {
    'something came meanwhile': probe(page({ Id: 1 })),
    '401': probe(exchange({ status: 401 })),
    '500': probe(exchange({ status: 500 })),
    'no answer': { name: 'quiet', inconclusive: 'it was too slow' },
  },
})

const ways = (one: readonly unknown[], other: readonly unknown[], again = one): readonly TwoWays[] => [
  { name: 'from=a', one: page(...one), other: { ...page(...other), id: 'x2' }, again: page(...again) },
]
const [a, b] = [{ Id: 'a' }, { Id: 'b' }]

proves(bothWaysFindTheSame(filtered), {
  holds: { 'the same': ways([a, b], [a, b]), nothing: ways([], []) },
  breaks: {
    'fewer records': [
      ways([a, b], [a]),
      { at: 'from=a', expected: 'the same records', got: 'other records than in x1', exchange: 'x2' },
    ],
  },
  undecided: {
    'they moved': ways([a, b], [a], [a]),
    'nothing was asked': [],
    'one was refused': [{ name: 'from=a', one: page(a), other: exchange({ status: 400 }), again: page(a) }],
  },
})
