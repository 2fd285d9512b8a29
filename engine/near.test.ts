import { expect, test } from 'vitest'
import { near } from './near.ts'

test.each([
  ['transprt', 'transport'],
  ['signning', 'signing'],
  ['UAE-HDR-01', 'UAE-HDR-001'],
  ['colour', undefined],
])('%s means %s', (name, expected) => {
  expect(near(name, ['transport', 'signing', 'UAE-HDR-001'])).toBe(expected)
})
