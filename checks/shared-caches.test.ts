import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { personalDataIsNotShared, storageOfPersonalData } from './shared-caches.ts'

const operations = ['GET /accounts']
const kept = (value: string) => exchange({ headers: { 'Cache-Control': value } })

proves(personalDataIsNotShared({ operations }), {
  holds: {
    'no-store': kept('no-cache, no-store'),
    'nothing is said': exchange(),
    'for one user': kept('private, max-age=60'),
    'no-store wins': kept('public, no-store'),
    'an age alone': kept('max-age=60'),
    'only after asking again': kept('must-revalidate'),
  },
  breaks: {
    public: [
      kept('Public, max-age=60'),
      { at: 'header cache-control', expected: 'no leave for shared caches', got: 'Public, max-age=60' },
    ],
    's-maxage': [kept('s-maxage=60'), 'header cache-control'],
  },
  silent: {
    'an error': exchange({ status: 403, headers: { 'cache-control': 'public' } }),
    'another operation': exchange({ operation: 'GET /parties', headers: { 'cache-control': 'public' } }),
  },
})

it('observes what is not called no-store', () => {
  const observe = storageOfPersonalData({ operations })
  expect(observe(exchange())).toEqual({ 'cache-control without no-store': 'missing' })
  expect(observe(kept('private'))).toEqual({ 'cache-control without no-store': 'private' })
  expect(observe(kept('no-store'))).toEqual({})
})
