import { expect, it } from 'vitest'
import { memory } from './memory.ts'

it.each([
  ['an object', {}],
  ['a list', []],
  ['a frozen object', Object.freeze({ a: 1 })],
])('remembers something about %s, and nobody sees it', (_, key) => {
  const [one, other] = [memory<object, string>(), memory<object, string>()]
  expect(one.get(key)).toBeUndefined()
  one.set(key, 'first')
  one.set(key, 'second')
  expect(one.get(key)).toBe('second')
  expect(other.get(key)).toBeUndefined()
  expect(one.get({ ...key })).toBeUndefined()
  expect(Object.keys(key).length + JSON.stringify(key).length).toBe(Object.isFrozen(key) ? 8 : 2)
})

it('remembers what was said of an object before it was frozen', () => {
  const known = memory<object, string>()
  const key = {}
  known.set(key, 'before')
  expect(known.get(Object.freeze(key))).toBe('before')
})
