import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { kindsIn, notWithheld, otherKinds } from './confined.ts'

const list = exchange({ id: 'x3', body: { Data: { Thing: [{ Kind: 'a', Name: 'N' }, { Kind: 'b' }, {}, 7] } } })
const one = exchange({ id: 'x4', body: { Data: { Thing: { Kind: 'b', Name: null } } } })
const path = ['Data', 'Thing']

it('finds things of another kind, and passes over those that do not tell theirs', () => {
  expect(otherKinds(list, { path, member: 'Kind', kinds: ['a', 'b'] })).toEqual([])
  expect(otherKinds(list, { path, member: 'Kind', kinds: ['a', 'c'] })).toEqual([
    { at: '/Data/Thing/1/Kind', expected: 'a or c', got: 'b', exchange: 'x3' },
  ])
  expect(kindsIn(list, { path, member: 'Kind' })).toEqual(['a', 'b'])
})

it('finds members that are withheld, in a list and in one object, and does not repeat them', () => {
  expect(notWithheld(list, { path, members: ['Name'] })).toEqual([
    { at: '/Data/Thing/0/Name', expected: 'nothing', got: 'the member', exchange: 'x3' },
  ])
  expect(notWithheld(one, { path, members: ['Name', 'Other'] })).toMatchObject([{ at: '/Data/Thing/Name' }])
  expect(notWithheld(exchange({ body: {} }), { path, members: ['Name'] })).toEqual([])
})
