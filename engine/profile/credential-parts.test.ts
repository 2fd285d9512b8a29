import { expect, it } from 'vitest'
import { eachPart, secretsOfHeader } from './credential-parts.ts'

it.each([
  ['Authorization', 'Bearer abc.def-1', 'Bearer <abc.def-1>'],
  ['Authorization', 'abc', '<abc>'],
  ['Authorization', 'Basic dTpw==', 'Basic <dTpw==>'],
  ['Authorization', 'Token token="abc", nonce=n1', 'Token token="<abc>", nonce=<n1>'],
  ['Cookie', 'session=abc; lang=en', 'session=<abc>; lang=<en>'],
  ['X-Api-Key', 'first second', '<first> <second>'],
  ['X-Api-Key', 'a=', '<a=>'],
])('%s: %s has its parts', (header, value, expected) => {
  expect(eachPart(header, value, (part) => `<${part}>`)).toBe(expected)
  expect(eachPart(header, value, (part) => part)).toBe(value)
})

it('knows of Basic what it encodes', () => {
  const value = Buffer.from('alice:pass:word').toString('base64')
  expect(secretsOfHeader('authorization', `Basic ${value}`)).toEqual([value, 'alice:pass:word', 'pass:word'])
})

it('does not take the scheme for a secret', () => {
  expect(secretsOfHeader('Authorization', 'Bearer abc')).toEqual(['abc'])
})
