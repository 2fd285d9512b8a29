import type { Walk } from '../../../../checks/pagination.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { transaction, transactionsBody } from '../../../../testing/uae-hub.ts'
import { endsOfWalks, walksComeToAnEnd } from './pages.ts'

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
const prev: Walk = { pages: [page(1, { Next: url(2), Prev: url(0) }), second], end: 'no next' }

proves(walksComeToAnEnd, {
  holds: { 'two pages': { first: good }, 'Prev is another matter': { first: prev, second: prev } },
  breaks: {
    'a page that leads to itself': [
      { first: loop },
      { at: 'page 2 /Links/Next', expected: 'a link not met before', got: url(2), exchange: 'x2' },
    ],
  },
})

proves(endsOfWalks, {
  holds: { 'two pages': { first: good } },
  breaks: {
    'Prev on the first page': [
      { first: prev, second: prev },
      { at: 'page 1 /Links/Prev', expected: 'nothing', got: url(0), exchange: 'x1' },
    ],
  },
  undecided: { 'only the first time': { first: prev, second: good } },
})
