import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { mayBeKept, otherAge } from './kept-for.ts'

const kept = (value?: string, status = 200) =>
  exchange({ body: {}, status, ...(value === undefined ? {} : { headers: { 'Cache-Control': value } }) })

proves(mayBeKept, {
  holds: { 'for a while': kept('public, max-age=900'), 'no word of it': kept(), 'asked for anew': kept('no-cache') },
  breaks: {
    never: [
      kept('private, No-Store'),
      { at: 'header cache-control', expected: 'a max-age, or nothing', got: 'private, No-Store' },
    ],
  },
  undecided: { 'not found': kept('no-store', 404) },
})

it('observes another time than the usual one', () => {
  expect(otherAge(900)(kept('public, max-age=900'))).toEqual({})
  expect(otherAge(900)(kept('max-age=60'))).toEqual({ 'cache-control': 'max-age=60' })
  expect(otherAge(900)(kept())).toEqual({ 'cache-control': 'nothing' })
})
