import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { membersKept, membersNotShown } from './kept-members.ts'

const lodged = {
  Id: 'a',
  Ends: '2026-06-02T08:00:00.000Z',
  Names: ['x', 'y'],
  From: '2026-01-01',
  Billing: { Kind: 'Retail' },
}
const shows = (change: object, status = 200) => ({
  lodged,
  shown: [exchange({ id: 'x4', status, body: { Data: { ...lodged, ...change } } })],
})
const place = { path: ['Data'] }

proves(membersKept(place), {
  holds: {
    'as lodged': shows({ Status: 'Authorized' }),
    'the same instant in another zone': shows({ Ends: '2026-06-02T12:00:00+04:00' }),
    'without fractions of a second': {
      lodged: { ...lodged, Ends: '2026-06-02T08:00:00.407Z' },
      shown: shows({ Ends: '2026-06-02T08:00:00Z' }).shown,
    },
    'another order': shows({ Names: ['y', 'x'] }),
    'further members of an object': shows({ Billing: { Kind: 'Retail', Large: false } }),
    'a member that is not shown': shows({ From: undefined }),
    'another JSON type': shows({ Names: [['x', 'y']] }),
    'an object where a text was lodged': shows({ Id: { a: 1 } }),
    'as a JWS': {
      lodged,
      shown: [exchange({ body: 'a.b.c', jws: { claims: { message: { Data: lodged } } } })],
    },
  },
  breaks: {
    'another instant': [
      shows({ Ends: '2026-06-03T08:00:00Z' }),
      {
        at: '/Data/Ends',
        expected: '"2026-06-02T08:00:00.000Z"',
        got: '"2026-06-03T08:00:00Z"',
        exchange: 'x4',
      },
    ],
    'fewer words': [
      shows({ Names: ['x'] }),
      { at: '/Data/Names', expected: '["x","y"]', got: '["x"]', exchange: 'x4' },
    ],
    'a nested member': [shows({ Billing: { Kind: 'SME' } }), '/Data/Billing/Kind'],
    'another date and another id': [shows({ Id: 'A', From: '2026-01-02' }), '/Data/Id', '/Data/From'],
    'in one answer of two': [{ lodged, shown: [...shows({}).shown, ...shows({ Id: 'b' }).shown] }, '/Data/Id'],
  },
  undecided: {
    'never shown': { lodged, shown: [] },
    refused: shows({}, 403),
    'nothing was lodged': { ...shows({}), lodged: undefined },
  },
})

it('says what is not shown', () => {
  expect(membersNotShown(place)(shows({ From: undefined, Names: undefined }))).toEqual({
    'pushed and not shown': 'Names, From',
  })
  expect(membersNotShown(place)(shows({}))).toEqual({})
})
