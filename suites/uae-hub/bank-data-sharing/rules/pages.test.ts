import type { Walk } from '../../../../checks/pagination.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { endsOfWalks, firstAndLastAreTheEnds, transactionsStandOnce, walksComeToAnEnd } from './pages.ts'

const url = (page: number) => `https://rs1.bank.example/transactions?page=${page}`
const page = (number: number, links: Readonly<Record<string, string>>) =>
  exchange({
    id: `x${number}`,
    url: url(number),
    body: transactionsBody([transaction(`t${number}`, '2026-05-03T15:46:00Z')], links, { TotalPages: 2 }),
  })
const second = page(2, { Prev: url(1) })
const good: Walk = { pages: [page(1, { Next: url(2) }), second], end: 'no next' }
const loop: Walk = { pages: [page(1, { Next: url(2) }), page(2, { Next: url(2) })], end: 'seen before' }
const again = page(1, { Next: url(2) })
const prev: Walk = { pages: [page(1, { Next: url(2), Prev: url(0) }), second], end: 'no next' }

proves(walksComeToAnEnd, {
  holds: { 'two pages': { first: good, again }, 'Prev is another matter': { first: prev, second: prev, again } },
  breaks: {
    'a page that leads to itself': [
      { first: loop, again },
      { at: 'page 2 /Links/Next', expected: 'a link not met before', got: url(2), exchange: 'x2' },
    ],
  },
})

proves(endsOfWalks, {
  holds: { 'two pages': { first: good, again } },
  breaks: {
    'Prev on the first page': [
      { first: prev, second: prev, again },
      { at: 'page 1 /Links/Prev', expected: 'nothing', got: url(0), exchange: 'x1' },
    ],
  },
  undecided: { 'only the first time': { first: prev, second: good, again } },
})

const walk = (links: Readonly<Record<string, string>>): Walk => ({
  pages: [page(1, { Next: url(2) }), page(2, links)],
  end: 'no next',
})

proves(firstAndLastAreTheEnds, {
  holds: {
    'the ends': { first: walk({ First: url(1), Prev: url(1), Last: url(2) }), again },
    'an address that nobody met': { first: walk({ First: url(7) }), again },
  },
  breaks: {
    'the second page': [
      { first: walk({ First: url(2), Prev: url(1) }), again },
      { at: 'page 2 /Links/First', expected: 'the address of page 1', got: 'that of page 2', exchange: 'x2' },
    ],
  },
  silent: { 'no such links': { first: walk({ Prev: url(1) }), again } },
})

const holding = (number: number, ...ids: readonly string[]) =>
  exchange({
    id: `x${number}`,
    url: url(number),
    body: transactionsBody(
      ids.map((id) => transaction(id, '2026-05-03T15:46:00Z')),
      number === 1 ? { Next: url(2) } : {},
    ),
  })
const read = (...second: readonly string[]): Walk => ({
  pages: [holding(1, 't1', 't2'), holding(2, ...second)],
  end: 'no next',
})

proves(transactionsStandOnce, {
  holds: { 'each once': { first: read('t3', 't4'), again: holding(1, 't1', 't2') } },
  breaks: {
    'one twice': [
      { first: read('t2', 't3'), again: holding(1, 't1', 't2') },
      {
        at: 'page 2 /Data/Transaction/0/TransactionId',
        expected: 'another id than those of page 1',
        got: 't2',
        exchange: 'x2',
      },
    ],
  },
  undecided: { 'one was booked meanwhile': { first: read('t2', 't3'), again: holding(1, 't0', 't1') } },
})
