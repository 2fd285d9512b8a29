import { expect, test } from 'vitest'
import { endOfString } from './end-of-string.ts'

test.each([
  ['"a" ', 0, 2],
  ['""', 0, 1],
  ['{"a":1}', 1, 3],
  [String.raw`"a\"b"`, 0, 5],
  [String.raw`"a\\" "`, 0, 4],
  [String.raw`"\\\"" `, 0, 5],
  ['"no end', 0, 7],
  [String.raw`"no end\"`, 0, 9],
])('the string in %s that begins at %i ends at %i', (text, start, end) => {
  expect(endOfString(text, start)).toBe(end)
})
