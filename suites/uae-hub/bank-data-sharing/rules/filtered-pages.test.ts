import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { transaction, transactionsBody, uaeGiven } from '../../../../testing/uae-hub.ts'
import { onePageSaysSo, pagesKeepTheirFilter } from './filtered-pages.ts'

const operation = 'GET /accounts/{AccountId}/transactions'
const url = (from: string, page = 1) =>
  `https://rs1.bank.example/accounts/a1/transactions?fromBookingDateTime=${from}T00:00:00Z&page=${page}`
const from = '2026-05-01'
const page = (number: number, date: string, self = url(from, number)) =>
  exchange({
    id: `x${number}`,
    operation,
    url: url(from, number),
    body: transactionsBody([transaction(`t${number}`, date)], { Self: self }),
  })
const [early, late] = ['2026-03-01T10:00:00Z', '2026-05-20T10:00:00Z']

proves(
  pagesKeepTheirFilter,
  {
    holds: {
      'two pages': { from, pages: [page(1, late), page(2, '2026-04-30T10:00:00Z')] },
      'links with cursors': { from, pages: [page(1, late, 'https://rs1.bank.example/accounts/a1/transactions?c=1')] },
    },
    breaks: {
      'an older record': [
        { from, pages: [page(1, late), page(2, early)] },
        {
          at: 'page 2 /Data/Transaction/0/BookingDateTime',
          expected: `from ${from}`,
          got: early,
          exchange: 'x2',
        },
      ],
      'a link with another day': [
        { from, pages: [page(1, late, url('2020-02-02'))] },
        '/Links/Self fromBookingDateTime',
      ],
    },
    undecided: { 'a page that is refused': { from, pages: [page(1, late), exchange({ operation, status: 401 })] } },
  },
  uaeGiven,
)

const one = (links: Readonly<Record<string, string>>, TotalPages: number, count = 1) => {
  const list = Array.from({ length: count }, (_, index) => transaction(`t${index}`, late))
  return { name: 'a day', exchange: exchange({ operation, body: transactionsBody(list, links, { TotalPages }) }) }
}
const empty = one({}, 0, 0)

proves(
  onePageSaysSo,
  {
    holds: {
      'one page, and none': { quiet: empty, busy: one({}, 1) },
      'one page without records': { quiet: one({}, 1, 0), busy: one({}, 1) },
      'more pages are another matter': { quiet: empty, busy: one({ Next: url(from, 2) }, 2) },
    },
    breaks: {
      'a last page': [
        { quiet: empty, busy: one({ Last: 'https://rs1.bank.example/last' }, 1) },
        { at: '/Links/Last', expected: 'nothing', got: 'https://rs1.bank.example/last', exchange: 'x1' },
      ],
      'two pages': [{ quiet: empty, busy: one({}, 2) }, 'page 1 /Meta/TotalPages'],
    },
    undecided: {
      'no answer': { quiet: { name: 'a day', inconclusive: 'slow' }, busy: { name: 'a day', inconclusive: 'slow' } },
    },
  },
  uaeGiven,
)
