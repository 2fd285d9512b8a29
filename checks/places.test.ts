import { expect, it } from 'vitest'
import { membersNamed, placesAt, valueAt } from './places.ts'

const body = { Data: { List: [{ Id: 'a' }, { Id: 'b' }, {}], 'a/b': { '~': 1 } }, Null: null }

it.each<readonly [string, readonly (readonly [string, unknown])[]]>([
  ['', [['', body]]],
  ['/Data/List/1/Id', [['/Data/List/1/Id', 'b']]],
  [
    '/Data/List/*/Id',
    [
      ['/Data/List/0/Id', 'a'],
      ['/Data/List/1/Id', 'b'],
    ],
  ],
  ['/Data/a~1b/~0', [['/Data/a~1b/~0', 1]]],
  ['/Null', [['/Null', null]]],
  ['/Null/x', []],
  ['/Data/*', []],
  ['/constructor', []],
  ['/Data/List/length/x', []],
])('%s leads to its places', (pointer, places) => {
  expect(placesAt(body, pointer).map(({ at, value }) => [at, value])).toEqual(places)
})

it('gives the first value', () => {
  expect(valueAt(body, '/Data/List/*/Id')).toBe('a')
  expect(valueAt(body, '/Data/Nothing')).toBeUndefined()
})

it('finds members by name and takes no index for one', () => {
  const places = membersNamed({ Id: { Id: 1 }, List: ['Id', { Id: 2 }] }, /^(Id|0)$/)
  expect(places.map(({ at }) => at)).toEqual(['/Id', '/Id/Id', '/List/1/Id'])
})

it('walks through a body however deep it is', () => {
  let deep: unknown = { Id: 1 }
  for (let level = 0; level < 20_000; level += 1) deep = [deep]
  expect(membersNamed(deep, /^Id$/)).toHaveLength(1)
})
