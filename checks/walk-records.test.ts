import { describe } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import type { PageShape, Walked } from './pages.ts'
import { recordsStandOnce } from './walk-records.ts'

const shape: PageShape = { links: {}, list: '/Data/Transaction', id: '/TransactionId' }
const page = (number: number, ids: readonly unknown[]) =>
  exchange({ id: `x${number}`, body: { Data: { Transaction: ids.map((TransactionId) => ({ TransactionId })) } } })
const walk = (...pages: readonly (readonly unknown[])[]): Walked => ({
  pages: pages.map((ids, index) => page(index + 1, ids)),
})
const still = (...pages: readonly (readonly unknown[])[]): Walked => ({
  ...walk(...pages),
  again: page(1, pages[0] ?? []),
})

describe('recordsStandOnce', () => {
  proves(recordsStandOnce(shape), {
    holds: {
      'each once': walk(['a', 'b'], ['c']),
      'twice on one page is another rule’s': walk(['a', 'a'], ['c']),
      'an empty page between': walk(['a'], [], ['b']),
      'a number and a text are two ids': walk([1], ['1']),
    },
    breaks: {
      'one of them twice': [
        still(['a', 'b'], ['b', 'c']),
        {
          at: 'page 2 /Data/Transaction/0/TransactionId',
          expected: 'another id than those of page 1',
          got: 'b',
          exchange: 'x2',
        },
      ],
      'a page that repeats another': [
        still(['a', 'b'], ['c', 'd'], ['a', 'b']),
        {
          at: 'page 3 /Data/Transaction',
          expected: 'records of no earlier page',
          got: '2 records of page 1',
          exchange: 'x3',
        },
      ],
      'a page of one record': [
        still(['a', 'b'], ['b']),
        {
          at: 'page 2 /Data/Transaction',
          expected: 'records of no earlier page',
          got: 'the record b of page 1',
          exchange: 'x2',
        },
      ],
      'records of two pages': [
        still(['a', 'b'], ['c'], ['b', 'c']),
        'page 3 /Data/Transaction/0/TransactionId',
        'page 3 /Data/Transaction/1/TransactionId',
      ],
    },
    undecided: {
      'the first page was not read again': walk(['a', 'b'], ['b', 'c']),
      'a new record pushed the others on': { ...walk(['a', 'b'], ['b', 'c']), again: page(1, ['n', 'a']) },
      'the first page failed when it was read again': {
        ...walk(['a'], ['a']),
        again: exchange({ status: 503 }),
      },
    },
    silent: { 'one page': walk(['a', 'a']), 'records without ids': walk([undefined], [undefined]), 'no page': walk() },
  })
})
