import { exchange, type Sample } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import type { ThereAndBack } from '../scenarios/walk-transactions.ts'
import {
  firstAndLastAreTheEnds,
  laterPagesLeadBack,
  linksLeadToTheLastPage,
  pagesKeepTheirFilter,
  prevLeadsToThePageBefore,
} from './pages.ts'

const url = (page: number) => `https://rs1.bank.example/transactions?page=${page}`
const records = (...ids: readonly string[]) =>
  ids.map((TransactionId) => ({ TransactionId, Status: 'Booked', BookingDateTime: '2026-05-03T09:00:00Z' }))
const page = (number: number, links: Readonly<Record<string, string>>, change: Sample = {}, TotalPages = 2) =>
  exchange({
    id: `x${number}`,
    url: url(number),
    body: {
      Data: { Transaction: records(`t${number}`) },
      Links: { Self: url(number), ...links },
      Meta: { TotalPages },
    },
    ...change,
  })
const first = page(1, { Next: url(2) })
const walked = (second: ReturnType<typeof page>, change: Partial<ThereAndBack> = {}): ThereAndBack => ({
  pages: [first, second],
  again: first,
  ...change,
})
const second = page(2, { Prev: url(1) })

proves(linksLeadToTheLastPage, {
  holds: { 'two pages': walked(second), 'no total': walked(page(2, {}, { body: { Data: { Transaction: [] } } })) },
  breaks: {
    'a page that is not there': [
      walked(page(2, {}, { status: 404 })),
      { at: 'page 2 status', expected: '200', got: '404', exchange: 'x2' },
    ],
    'a page of something else': [
      walked(page(2, {}, { body: { Data: { Balance: [] } } })),
      { at: 'page 2 /Data/Transaction', expected: 'a list', got: 'nothing', exchange: 'x2' },
    ],
    'an end too soon': [
      walked(page(2, { Prev: url(1) }, {}, 3)),
      { at: 'page 2 /Links/Next', expected: 'a link: there are 3 pages', got: 'nothing', exchange: 'x2' },
    ],
    'an end after the first page': [
      { pages: [page(1, {})] },
      { at: 'page 1 /Links/Next', expected: 'a link: there are 2 pages', got: 'nothing', exchange: 'x1' },
    ],
  },
  silent: { 'one page': { pages: [page(1, {}, {}, 1)] } },
  undecided: {
    'the token ended': walked(page(2, {}, { status: 401 })),
    'a failure': walked(page(2, {}, { status: 500 })),
    'a link to elsewhere': walked(second, { stopped: 'the link leads to https://elsewhere.example' }),
    'a walk without an end': walked(page(2, { Next: url(3) })),
    nothing: { pages: [] },
  },
})

proves(laterPagesLeadBack, {
  holds: { 'a link back': walked(second) },
  breaks: {
    'no link back': [
      walked(page(2, {})),
      { at: 'page 2 /Links/Prev', expected: 'a link', got: 'nothing', exchange: 'x2' },
    ],
  },
  silent: { 'one page': { pages: [page(1, {})] } },
})

proves(firstAndLastAreTheEnds, {
  holds: { 'the ends': walked(page(2, { First: url(1), Last: url(2) })) },
  breaks: {
    'the second page': [
      walked(page(2, { First: url(2) })),
      { at: 'page 2 /Links/First', expected: 'the address of page 1', got: 'that of page 2', exchange: 'x2' },
    ],
  },
  silent: { 'no such links': walked(second) },
})

const dated = (BookingDateTime: string) =>
  page(2, {}, { body: { Data: { Transaction: [{ Status: 'Booked', BookingDateTime }] } } })
proves(pagesKeepTheirFilter, {
  holds: { 'from the day on': { ...walked(dated('2026-05-03T09:00:00Z')), from: '2026-05-03' } },
  breaks: {
    'before the day': [
      { ...walked(dated('2026-04-01T09:00:00Z')), from: '2026-05-03' },
      {
        at: 'page 2 /Data/Transaction/0/BookingDateTime',
        expected: 'from 2026-05-03',
        got: '2026-04-01T09:00:00Z',
        exchange: 'x2',
      },
    ],
  },
  silent: { 'a bank without pages': { pages: [page(1, {})] } },
  undecided: { 'one page': { pages: [first], from: '2026-05-03' } },
})

const back = (sample: Sample): ThereAndBack['back'] & object => ({
  name: 'back',
  exchange: exchange({ id: 'x3', ...sample }),
})
const holding = (...ids: readonly string[]) => ({ body: { Data: { Transaction: records(...ids) } } })
proves(prevLeadsToThePageBefore, {
  holds: { 'the first page': walked(second, { back: back(holding('t1')) }) },
  breaks: {
    'other records': [
      walked(second, { back: back(holding('t2')) }),
      { at: 'page 2 /Links/Prev', expected: 'the records of page 1', got: 'other records', exchange: 'x3' },
    ],
  },
  silent: { 'no link back': walked(page(2, {})) },
  undecided: {
    'the records moved': walked(second, { back: back(holding('t1')), again: page(1, {}, holding('t0')) }),
    'not read again': { pages: [first, second], back: back(holding('t1')) },
    refused: walked(second, { back: back({ status: 404 }) }),
    'no answer': walked(second, { back: { name: 'back', inconclusive: 'closed' } }),
  },
})
