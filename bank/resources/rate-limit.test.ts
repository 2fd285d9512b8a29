import { expect, it } from 'vitest'
import { rateLimiter } from './rate-limit.ts'

it('lets a token through again after as long as it says', () => {
  const wait = rateLimiter({ requests: 2, seconds: 10 }, false)
  expect(wait('a', 0)).toBeUndefined()
  expect(wait('a', 3_500)).toBeUndefined()
  expect(wait('a', 4_200)).toBe(6)
  expect(wait('b', 4_200)).toBeUndefined()
  expect(wait('a', 9_999)).toBe(1)
  expect(wait('a', 10_200)).toBeUndefined()
  expect(wait('a', 10_201)).toBe(4)
})

it('refuses for longer than it says where that is its defect', () => {
  const wait = rateLimiter({ requests: 1, seconds: 2 }, true)
  expect(wait('a', 0)).toBeUndefined()
  expect(wait('a', 100)).toBe(1)
  expect(wait('a', 1_200)).toBe(1)
  expect(wait('a', 5_200)).toBeUndefined()
})
