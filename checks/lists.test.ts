import { describe } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { idsAreUnique, listIsAList, recordsDiffer } from './lists.ts'

const operations = ['GET /accounts']
const answer = (Data: unknown, more = {}) => exchange({ body: { Data }, ...more })

describe('listIsAList', () => {
  const place = '/Data/Account'
  proves(listIsAList({ operations, list: place }), {
    holds: { 'an empty one': answer({ Account: [] }), 'two records': answer({ Account: [{}, {}] }) },
    breaks: {
      null: [answer({ Account: null }), { at: place, expected: 'a list', got: 'null' }],
      'left out': [answer({}), { at: place, expected: 'a list', got: 'nothing' }],
      'left out with what holds it': [exchange({ body: {} }), { at: place, expected: 'a list', got: 'nothing' }],
      'its only record': [
        answer({ Account: { AccountId: 'a1' } }),
        { at: place, expected: 'a list', got: 'an object' },
      ],
      'in a JWS': [exchange({ body: 'a.b.c', jws: { claims: { message: { Data: {} } } } }), `/message${place}`],
    },
    silent: {
      'an error': answer({}, { status: 400 }),
      'another operation': answer({}, { operation: 'GET /parties' }),
      'no JSON': exchange({ body: '<p>' }),
    },
  })
  proves(listIsAList({ operations, list: '/Data/Statement/*/Summary' }), {
    holds: { 'one in each': answer({ Statement: [{ Summary: [] }, { Summary: [1] }] }) },
    breaks: {
      'null in one': [answer({ Statement: [{ Summary: [] }, { Summary: null }] }), '/Data/Statement/1/Summary'],
    },
    silent: { 'no statement': answer({ Statement: [] }) },
  })
})

describe('idsAreUnique', () => {
  const list = (...ids: readonly unknown[]) => answer({ Account: ids.map((AccountId) => ({ AccountId })) })
  proves(idsAreUnique({ operations, list: '/Data/Account', id: '/AccountId' }), {
    holds: {
      'two ids': list('a', 'b'),
      'in other letters': list('a', 'A'),
      'a number and a text': list(1, '1'),
      'one has none, which is a matter of the schema': list('a', undefined, null, undefined),
    },
    breaks: {
      'three times the same': [
        list('a', 'b', 'a', 'a'),
        { at: '/Data/Account/2/AccountId', expected: 'another id than at /Data/Account/0/AccountId', got: 'a' },
        '/Data/Account/3/AccountId',
      ],
    },
    silent: {
      'an empty list': list(),
      'another operation': exchange({ operation: 'GET /parties', body: { Data: { Account: [{ AccountId: 'a' }] } } }),
      'an error': exchange({ status: 500, body: { Data: { Account: [{ AccountId: 'a' }, { AccountId: 'a' }] } } }),
    },
  })
})

describe('recordsDiffer', () => {
  const balances = (...all: readonly unknown[]) => answer({ Balance: all })
  const of = (Type: string, Currency?: string) => ({ Type, Amount: { Currency } })
  proves(recordsDiffer({ operations, list: '/Data/Balance', members: ['/Type', '/Amount/Currency'] }), {
    holds: {
      'another type, another currency': balances(of('A', 'AED'), of('B', 'AED'), of('A', 'USD')),
      'one without the member': balances(of('A', 'AED'), of('A')),
    },
    breaks: {
      'the same twice': [
        balances(of('A', 'AED'), of('B', 'AED'), of('A', 'AED')),
        { at: '/Data/Balance/2', expected: 'not the same as /Data/Balance/0', got: 'A, AED' },
      ],
      'two without the member': [
        balances(of('A'), of('A')),
        { at: '/Data/Balance/1', expected: 'not the same as /Data/Balance/0', got: 'A, nothing' },
      ],
    },
    silent: { 'no records': balances(), 'an error': exchange({ status: 400, body: {} }), 'no list': answer({}) },
  })
})
