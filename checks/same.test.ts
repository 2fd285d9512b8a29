import { expect, it } from 'vitest'
import { sameMeaning } from './same.ts'

it.each<readonly [unknown, unknown]>([
  [
    { a: 1, b: [{ c: null }] },
    { b: [{ c: null }], a: 1 },
  ],
  ['2026-05-03T15:46:00Z', '2026-05-03T19:46:00.000+04:00'],
  ['2026-05-03T15:46:00Z', '2026-05-03T15:46:00.999Z'],
  [{ Amount: '10.0' }, { Amount: '10.00' }],
  ['10', '10.00'],
  [undefined, undefined],
])('%j means %j', (one, other) => expect(sameMeaning(one, other)).toBe(true))

it.each<readonly [unknown, unknown]>([
  [{ a: 1 }, { a: 1, b: 2 }],
  [{ a: undefined }, { b: undefined }],
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
  [['a'], ['a', 'b']],
  ['2026-05-03T15:46:00Z', '2026-05-03T15:46:01Z'],
  ['2026-05-03T15:46:00Z', '2026-05-03T15:46:00'],
  ['0010', '10'],
  ['10.00', '10.01'],
  ['1', 1],
  [null, {}],
  [[], {}],
  [{}, []],
])('%j does not mean %j', (one, other) => expect(sameMeaning(one, other)).toBe(false))
