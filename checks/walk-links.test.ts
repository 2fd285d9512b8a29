import { describe } from 'vitest'
import type { Exchange } from '../engine/exchange.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import type { PageShape, Walked } from './pages.ts'
import { firstAndLastFit, laterPagesHavePrev, nextLeadsOn, nextStaysAtHome, onePageHasOnlySelf } from './walk-links.ts'

const url = (number: number) => `https://rs1.bank.example/base/transactions?from=2026&page=${number}`
const shape: PageShape = {
  links: { self: '/Links/Self', first: '/Links/First', prev: '/Links/Prev', next: '/Links/Next', last: '/Links/Last' },
  list: '/Data/Transaction',
}

type Links = Readonly<Record<string, unknown>>
const page = (number: number, Links: Links, more = {}): Exchange =>
  exchange({ id: `x${number}`, url: url(number), body: { Data: { Transaction: [number] }, Links }, ...more })
const walk = (...pages: readonly Links[]): Walked => ({ pages: pages.map((links, index) => page(index + 1, links)) })
const again = (walked: Walked): Walked => {
  const [first] = walked.pages
  return first === undefined ? walked : { ...walked, again: first }
}

describe('nextLeadsOn', () => {
  proves(nextLeadsOn(shape), {
    holds: {
      'three pages': walk({ Next: url(2) }, { Next: url(3) }, {}),
      'a walk that was given up': walk({ Next: url(2) }, { Next: url(3) }),
      'a cursor': walk({ Next: 'https://rs1.bank.example/base/transactions?cursor=b%2F1' }, {}),
    },
    breaks: {
      'to itself': [
        walk({ Next: url(2) }, { Next: url(2) }),
        { at: 'page 2 /Links/Next', expected: 'a link not met before', got: url(2), exchange: 'x2' },
      ],
      'back to the first page': [walk({ Next: url(2) }, { Next: url(1) }), 'page 2 /Links/Next'],
      'to itself, with its parameters in another order': [
        walk({ Next: 'https://rs1.bank.example/base/transactions?page=1&from=2026' }),
        'page 1 /Links/Next',
      ],
      'to itself, by the name of the bank behind the hub': [
        walk({ Next: 'https://bank.internal/base/transactions?from=2026&page=1' }),
        'page 1 /Links/Next',
      ],
      'twice the same on another host': [
        walk({ Next: 'https://bank.internal/t?page=2' }, { Next: 'https://bank.internal/t?page=2' }),
        'page 2 /Links/Next',
      ],
      'within a JWS': [
        {
          pages: [
            exchange({
              id: 'x1',
              url: url(1),
              body: 'a.b.c',
              jws: { claims: { message: { Links: { Next: url(1) } } } },
            }),
          ],
        },
        'page 1 /message/Links/Next',
      ],
    },
    silent: { 'one page': walk({}), 'a Next that is null': walk({ Next: null }), 'no page': { pages: [] } },
  })
})

describe('nextStaysAtHome', () => {
  const elsewhere = 'https://other.example/base/transactions?page=2'
  proves(nextStaysAtHome(shape, { origin: true, path: true }), {
    holds: {
      'the same address': walk({ Next: url(2) }, {}),
      'host and scheme in other letters': walk({ Next: 'HTTPS://RS1.Bank.Example:443/base/transactions?page=2' }),
      'a relative one': walk({ Next: '?page=2' }),
    },
    breaks: {
      'another host': [
        walk({ Next: elsewhere }),
        { at: 'page 1 /Links/Next', expected: 'a link to https://rs1.bank.example', got: elsewhere, exchange: 'x1' },
      ],
      'plain http': [walk({ Next: 'http://rs1.bank.example/base/transactions?page=2' }), 'page 1 /Links/Next'],
      'another path': [
        walk({ Next: url(2) }, { Next: 'https://rs1.bank.example/base/accounts?page=3' }),
        {
          at: 'page 2 /Links/Next',
          expected: 'a link to /base/transactions',
          got: 'https://rs1.bank.example/base/accounts?page=3',
          exchange: 'x2',
        },
      ],
    },
    silent: { 'no link': walk({}), 'what is no address': walk({ Next: 'http://' }) },
  })
  proves(nextStaysAtHome(shape, { origin: false, path: false }), {
    holds: { 'elsewhere, freely': walk({ Next: elsewhere }) },
  })
})

describe('laterPagesHavePrev', () => {
  proves(laterPagesHavePrev(shape), {
    holds: {
      'two pages': walk({ Next: url(2) }, { Prev: url(1) }),
      'a page that failed has no links': {
        pages: [page(1, { Next: url(2) }), page(2, { Prev: url(1) }), page(3, {}, { status: 500 })],
      },
    },
    breaks: {
      'none on the second': [
        walk({ Next: url(2) }, { Next: url(3) }, { Prev: url(2) }),
        { at: 'page 2 /Links/Prev', expected: 'a link', got: 'nothing', exchange: 'x2' },
      ],
      null: [walk({ Next: url(2) }, { Prev: null }), 'page 2 /Links/Prev'],
    },
    silent: {
      'one page': walk({}),
      'a second page that was refused': { pages: [page(1, {}), page(2, {}, { status: 403 })] },
    },
  })
})

describe('firstAndLastFit', () => {
  const sound = [
    { Next: url(2), First: url(1), Last: url(3) },
    { Prev: url(1), Next: url(3), First: url(1), Last: url(3) },
    { Prev: url(2), First: url(1), Last: url(3) },
  ]
  proves(firstAndLastFit(shape), {
    holds: {
      'three pages': walk(...sound),
      'an address that nobody walked': walk({ Next: url(2), First: `${url(0)}&cursor=x`, Last: url(9) }, {}),
      'Last of a walk that was given up is not compared': walk(
        { Next: url(2), First: url(1), Last: url(1) },
        { Next: url(3) },
      ),
    },
    breaks: {
      'First that names the second page': [
        walk({ Next: url(2) }, { First: url(2) }),
        { at: 'page 2 /Links/First', expected: 'the address of page 1', got: 'that of page 2', exchange: 'x2' },
      ],
      'Last that names the first page': [
        again(walk({ Next: url(2), Last: url(1) }, { Last: url(2) })),
        { at: 'page 1 /Links/Last', expected: 'the address of page 2', got: 'that of page 1', exchange: 'x1' },
      ],
    },
    undecided: {
      'Last was another when the walk began': walk({ Next: url(2), Last: url(2) }, { Next: url(3) }, {}),
      'the first page changed': {
        ...walk({ Next: url(2), Last: url(1) }, {}),
        again: exchange({ url: url(1), body: { Data: { Transaction: [7] } } }),
      },
    },
    silent: {
      'neither is named': walk({ Next: url(2) }, {}),
      'only Last, and no end': walk({ Next: url(2), Last: url(1) }),
    },
  })
})

describe('onePageHasOnlySelf', () => {
  proves(onePageHasOnlySelf(shape), {
    holds: { 'only Self': walk({ Self: url(1) }), 'the others are null': walk({ Self: url(1), First: null }) },
    breaks: {
      'First and Last': [
        walk({ Self: url(1), First: url(1), Last: url(1) }),
        { at: '/Links/First', expected: 'nothing', got: url(1), exchange: 'x1' },
        '/Links/Last',
      ],
    },
    silent: { 'more pages': walk({ Next: url(2), First: url(1) }), 'two pages': walk({}, { Prev: url(1) }) },
  })
})
