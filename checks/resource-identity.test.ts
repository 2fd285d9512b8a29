import { describe } from 'vitest'
import { base, exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { answerIsOfItsPath, listedIsFound } from './resource-identity.ts'

const operation = 'GET /accounts/{AccountId}/balances'
const answer = (asked: string, Data: unknown, more = {}) =>
  exchange({ operation, url: `${base}/accounts/${asked}/balances`, body: { Data }, ...more })

describe('answerIsOfItsPath', () => {
  proves(answerIsOfItsPath({ parameter: 'AccountId', members: ['/Data/AccountId', '/Data/Balance/*/AccountId'] }), {
    holds: {
      'the account, and what is below it': answer('a1', { AccountId: 'a1', Balance: [{ AccountId: 'a1' }, {}] }),
      'an id that is encoded in the path': answer('a%2F1', { AccountId: 'a/1' }),
      'a number': answer('17', { AccountId: 17 }),
    },
    breaks: {
      'another account': [answer('a1', { AccountId: 'a2' }), { at: '/Data/AccountId', expected: 'a1', got: 'a2' }],
      'in other letters': [answer('a1', { AccountId: 'A1' }), '/Data/AccountId'],
      'a record of another account': [
        answer('a1', { AccountId: 'a1', Balance: [{ AccountId: 'a1' }, { AccountId: 'a2' }] }),
        { at: '/Data/Balance/1/AccountId', expected: 'a1', got: 'a2' },
      ],
    },
    silent: {
      'no id in it': answer('a1', { Balance: [] }),
      'an error': answer('a1', { AccountId: 'a2' }, { status: 404 }),
      'a path without an id': exchange({ body: { Data: { AccountId: 'a2' } } }),
      'what no contract names': answer('a1', { AccountId: 'a2' }, { operation: null }),
    },
  })
})

describe('listedIsFound', () => {
  const list = (...ids: readonly string[]) => exchange({ id: 'l1', body: { Data: ids.map((id) => ({ id })) } })
  const read = (id: string, status = 200) =>
    exchange({ id: `r-${id}`, operation: 'GET /accounts/{AccountId}', url: `${base}/accounts/${id}`, status })
  const both = list('a1', 'a2')
  proves(listedIsFound({ list: '/Data', id: '/id', parameter: 'AccountId', notFound: [404, 410] }), {
    holds: {
      'both are there': { list: both, reads: [read('a1'), read('a2')] },
      'one was not listed': { list: both, reads: [read('a1'), read('a3', 404)] },
      'one is closed for another reason': { list: both, reads: [read('a1'), read('a2', 403)] },
    },
    breaks: {
      'one is not found': [
        { list: both, reads: [read('a1'), read('a2', 404)], again: both },
        { at: 'a2: status', expected: '200', got: '404', exchange: 'r-a2' },
      ],
      'one of two lasts': [
        { list: both, reads: [read('a1', 404), read('a2', 410)], again: list('a2') },
        { at: 'a2: status', expected: '200', got: '410', exchange: 'r-a2' },
      ],
    },
    undecided: {
      'it is gone from the list, too': { list: both, reads: [read('a2', 404)], again: list('a1') },
      'the list was not read again': { list: both, reads: [read('a2', 404)] },
      'the list failed when it was read again': {
        list: both,
        reads: [read('a2', 404)],
        again: exchange({ status: 503 }),
      },
      'nothing was read': { list: both, reads: [] },
      'no read succeeded': { list: both, reads: [read('a1', 500)] },
    },
  })
})
