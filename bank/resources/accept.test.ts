import { expect, it } from 'vitest'
import { offerFor } from './accept.ts'

it.each([
  [undefined, 'application/json'],
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/json; charset=utf-8', 'application/json'],
  ['Application/JWT', 'application/jwt'],
  ['application/jwt, application/json', 'application/json'],
  ['application/jwt, application/json;q=0.5', 'application/jwt'],
  ['application/json;q=0, */*;q=0.1', 'application/jwt'],
  ['text/html, application/*;q=0.2', 'application/json'],
  ['application/xml', undefined],
  ['application/json;q=0', undefined],
])('answers Accept %s with %s', (accept, expected) => expect(offerFor(accept)).toBe(expected))
