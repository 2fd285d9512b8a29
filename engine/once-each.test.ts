import { expect, it } from 'vitest'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { onceEach } from './once-each.ts'

it('works it out once for each exchange, and again where something else is given', () => {
  let times = 0
  const count = onceEach(({ id }) => `${id} ${++times}`)
  const [one, other] = [exchange({ id: 'x1' }), exchange({ id: 'x2' })]
  const [given, again] = [givenOver([]), givenOver([])]
  expect([count(one, given), count(other, given), count(one, given)]).toEqual(['x1 1', 'x2 2', 'x1 1'])
  expect(count(one, again)).toBe('x1 3')
})
