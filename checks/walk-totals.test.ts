import { describe } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import type { PageShape, Walked } from './pages.ts'
import { pagesKeepTheirSize, totalsFit } from './walk-totals.ts'

const shape: PageShape = {
  links: { next: '/Links/Next' },
  list: '/Data',
  totalPages: '/Meta/TotalPages',
  totalRecords: '/Meta/TotalRecords',
}

interface Page {
  readonly records?: number | null
  readonly next?: true
  readonly pages?: unknown
  readonly of?: number
  readonly status?: number
}

const page = (number: number, { records = 2, next, pages, of, status = 200 }: Page) =>
  exchange({
    id: `x${number}`,
    status,
    body: {
      Data: records === null ? null : Array.from({ length: records }, (_, index) => ({ id: `${number}.${index}` })),
      Links: next ? { Next: 'https://rs1.bank.example/t?page=x' } : {},
      Meta: { TotalPages: pages, TotalRecords: of },
    },
  })
const walk = (pages: readonly Page[], again?: Page): Walked => ({
  pages: pages.map((one, index) => page(index + 1, one)),
  ...(again === undefined ? {} : { again: page(1, again) }),
})
const first: Page = { next: true, pages: 2, of: 3 }
const last: Page = { records: 1, pages: 2, of: 3 }

describe('totalsFit', () => {
  proves(totalsFit(shape), {
    holds: {
      'two pages of three records': walk([first, last]),
      'only one of the totals': walk([{ next: true, pages: 2 }, {}]),
      'nothing, on no page': walk([{ records: 0, pages: 0, of: 0 }]),
      'nothing, on one page': walk([{ records: 0, pages: 1 }]),
      'a list that is none has another rule': walk([{ records: null, pages: 1, of: 5 }]),
      'an empty page at the end': walk([
        { next: true, pages: 2, of: 2 },
        { records: 0, pages: 2, of: 2 },
      ]),
    },
    breaks: {
      'too many pages, once': [
        walk([{ ...first, pages: 3 }, last], { ...first, pages: 3 }),
        { at: 'page 1 /Meta/TotalPages', expected: '2', got: '3', exchange: 'x1' },
      ],
      'too few records': [
        walk(
          [
            { ...first, of: 2 },
            { ...last, of: 2 },
          ],
          { ...first, of: 2 },
        ),
        { at: 'page 1 /Meta/TotalRecords', expected: '3', got: '2', exchange: 'x1' },
        'page 2 /Meta/TotalRecords',
      ],
      'no page where there are records': [walk([{ pages: 0 }], { pages: 0 }), 'page 1 /Meta/TotalPages'],
    },
    undecided: {
      'the first page was not read again': walk([{ ...first, pages: 3 }, last]),
      'the total changed meanwhile': walk([{ ...first, pages: 1 }, last], first),
      'the records changed meanwhile': walk([{ ...first, of: 4 }, last], { ...first, of: 4, records: 3 }),
      'the first page failed when it was read again': walk([{ ...first, pages: 3 }, last], { ...first, status: 500 }),
      'a walk without an end': walk([first, { ...last, next: true }]),
      'a page that failed': walk([first, { ...last, status: 500 }]),
      'no page': walk([]),
    },
    silent: { 'no totals': walk([{}]), 'a total that is a text is a matter of the schema': walk([{ pages: '7' }]) },
  })
})

describe('pagesKeepTheirSize', () => {
  const asked = (size: string, records: number) =>
    exchange({ url: `https://rs1.bank.example/t?page-size=${size}`, body: { Data: Array(records).fill({}) } })
  proves(pagesKeepTheirSize(shape, { most: 4, parameter: 'page-size', least: 2 }), {
    holds: {
      'as many as asked for': asked('3', 3),
      fewer: asked('3', 0),
      'a wish that was raised': asked('1', 2),
      'a wish that means nothing': asked('all', 4),
    },
    breaks: {
      'one more': [asked('3', 4), { at: '/Data', expected: 'at most 3 records', got: '4 records' }],
      'more than anybody may ask for': [
        asked('9', 5),
        { at: '/Data', expected: 'at most 4 records', got: '5 records' },
      ],
    },
    silent: {
      'no list': exchange({ body: {} }),
      'an error': exchange({ status: 400, body: { Data: [1, 2, 3, 4, 5] } }),
    },
  })
  proves(pagesKeepTheirSize(shape, { parameter: 'page-size' }), {
    silent: { 'nothing was asked': exchange({ body: { Data: [1] } }) },
  })
})
