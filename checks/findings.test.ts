import { expect, it } from 'vitest'
import { exchange, type Sample } from '../testing/exchange.ts'
import { noObject, show } from './findings.ts'

it.each<readonly [unknown, string]>([
  [undefined, 'nothing'],
  ['', 'an empty text'],
  ['abc', 'abc'],
  [null, 'null'],
  [{ a: 1 }, '{"a":1}'],
  ['x'.repeat(201), 'a text of 201 characters'],
  [{ token: 'x'.repeat(300) }, 'JSON of 312 characters'],
])('shows %j', (value, text) => expect(show(value)).toBe(text))

it.each<readonly [string, Sample, string]>([
  ['nothing', {}, 'nothing'],
  ['a page', { body: '<p>Mariam</p>', headers: { 'content-type': 'text/html' } }, 'text/html, 13 characters, no JSON'],
  ['half an object', { body: '{"name":"Mariam"' }, 'no media type, 16 characters, no JSON'],
  ['a list', { body: ['Mariam'] }, 'a list'],
  ['a string', { body: '"Mariam"' }, 'a string'],
  ['null', { body: 'null' }, 'null'],
])('says what came instead of an object, and no word of it: %s', (_, sample, got) => {
  expect(noObject(exchange(sample).response)).toEqual({ at: 'body', expected: 'a JSON object', got })
})
