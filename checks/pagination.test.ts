import { describe, expect, it } from 'vitest'
import type { Exchange } from '../engine/exchange.ts'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { endsAreMarked, fitsAtOnce, leadsBack, shapeOfWalk, type Walk, walkEnds } from './pagination.ts'

const url = (number: number) => `https://rs1.bank.example/transactions?page=${number}`

interface Page {
  readonly next?: number | string
  readonly prev?: number
  readonly total?: number
  readonly status?: number
}

const page = (number: number, { next, prev, total, status = 200 }: Page): Exchange =>
  exchange({
    id: `x${number}`,
    url: url(number),
    status,
    body: {
      Links: {
        Self: url(number),
        ...(next === undefined ? {} : { Next: typeof next === 'number' ? url(next) : next }),
        ...(prev === undefined ? {} : { Prev: url(prev) }),
      },
      Meta: { TotalPages: total },
    },
  })

const walk = (end: Walk['end'], ...pages: readonly Page[]): Walk => ({
  pages: pages.map((one, index) => page(index + 1, one)),
  end,
})

const two = walk('no next', { next: 2, total: 2 }, { prev: 1, total: 2 })
const looping = walk('seen before', { next: 2 }, { next: 2 })
const endless = walk('too long', { next: 2, total: 1 }, { next: 3, total: 1 })

const failing = walk('not a page', { next: 2 }, { status: 500 })
const away = walk('not a page', { next: 2 }, { status: 503 })

describe('walkEnds', () => {
  proves(walkEnds, {
    holds: { 'two pages': { first: two }, 'one page': { first: walk('no next', { total: 1 }) } },
    breaks: {
      'a link to itself': [
        { first: looping },
        { at: 'page 2 /Links/Next', expected: 'a link not met before', got: url(2), exchange: 'x2' },
      ],
      'no end, twice': [
        { first: endless, second: endless },
        { at: 'page 2 /Links/Next', expected: 'nothing', got: url(3), exchange: 'x2' },
      ],
      'no end, then a loop': [{ first: endless, second: looping }, 'page 2 /Links/Next'],
      'a page that is refused': [
        { first: walk('not a page', { next: 2 }, { status: 404 }) },
        { at: 'page 2 status', expected: '200', got: '404', exchange: 'x2' },
      ],
      'a page that fails in both walks': [{ first: failing, second: failing }, 'page 2 status'],
    },
    undecided: {
      'the limit of pages': { first: walk('limit', { next: 2 }, { next: 3 }) },
      'no end once': { first: endless, second: two },
      'no second walk': { first: endless },
      'a page that failed once': { first: failing, second: two },
      'a page that failed, and was then not available': { first: failing, second: away },
      'a token that ended on the way': { first: walk('not a page', { next: 2 }, { status: 401 }) },
      'a page that is not available': { first: walk('not a page', { next: 2 }, { status: 503 }) },
    },
  })
})

describe('endsAreMarked', () => {
  const withPrev = walk('no next', { next: 2, prev: 0, total: 2 }, { prev: 1, total: 2 })
  const short = walk('no next', { next: 2, total: 3 }, { prev: 1, total: 3 })
  proves(endsAreMarked, {
    holds: {
      'two pages': { first: two },
      'nothing to show, and no page': { first: walk('no next', { total: 0 }) },
      'nothing to show, and one page': { first: walk('no next', { total: 1 }) },
      'no TotalPages, which is a matter of the schema': { first: walk('no next', {}) },
    },
    breaks: {
      'Prev on the first page': [
        { first: withPrev, second: withPrev },
        { at: 'page 1 /Links/Prev', expected: 'nothing', got: url(0), exchange: 'x1' },
      ],
      'another number of pages': [
        { first: short, second: short },
        { at: 'page 2 /Meta/TotalPages', expected: '2', got: '3', exchange: 'x2' },
      ],
    },
    undecided: {
      'different once': { first: short, second: two },
      'different in two ways': { first: short, second: withPrev },
      'no second walk': { first: short },
      'a loop': { first: looping, second: looping },
    },
  })
})

it('knows a walk that needs no second one', () => {
  expect(fitsAtOnce(two)).toBe(true)
  expect(fitsAtOnce(looping)).toBe(false)
})

it('knows a link that was met before', () => {
  expect(leadsBack(two.pages.slice(0, 1))).toBe(false)
  expect(leadsBack(looping.pages)).toBe(true)
  expect(leadsBack([page(1, { next: 1 })])).toBe(true)
  expect(leadsBack(two.pages)).toBe(false)
})

it('observes links to another host', () => {
  expect(shapeOfWalk({ first: two })).toEqual({ pages: '2' })
  const strange = walk('no next', { next: 'https://inside.bank.example/t?page=2' }, {})
  expect(shapeOfWalk({ first: strange })).toMatchObject({ 'Links.Next names another host': 'inside.bank.example' })
})
