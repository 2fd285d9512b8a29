import { expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { JsonObject, Named, Schema } from './openapi.ts'

const holds = (schemas: Named<Schema>, value: unknown): boolean => {
  const facts = { openapi: '3.1.0', info: { version: '1' }, servers: [], paths: {}, components: { schemas } }
  const contract = makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
  expect(contract.unjudged).not.toEqual([])
  return contract.faultsOf('It', value).length === 0
}
const odd = { type: 'string', format: 'iban' }

it.each<[string, JsonObject, unknown]>([
  ['a negation', { not: odd }, 'x'],
  ['a negation of a reference', { not: { $ref: '#/components/schemas/Odd' } }, 'x'],
  ['a negation far inside', { not: { properties: { a: { items: odd } } } }, { a: ['x'] }],
  ['an exclusive choice', { oneOf: [odd, { type: 'string', maxLength: 3 }] }, 'x'],
  ['an exclusive choice beside another', { anyOf: [{}], oneOf: [odd, { type: 'string' }] }, 'x'],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  ['a condition', { if: odd, then: { maxLength: 0 } }, 'x'],
  ['a number of items', { contains: odd, minContains: 0, maxContains: 1 }, ['x', 'y']],
  ['a closed object with a name pattern', { patternProperties: { '(': {} }, additionalProperties: false }, { a: 1 }],
  ['an object that is closed by what was evaluated', { allOf: [{ oddly: 1 }], unevaluatedProperties: false }, { a: 1 }],
])('what cannot be judged refuses nothing in %s', (_, schema, value) => {
  expect(holds({ It: schema, Odd: odd }, value)).toBe(true)
})

it('what can be judged beside it still is', () => {
  expect(holds({ It: { oneOf: [odd, { type: 'integer' }] } }, true)).toBe(false)
  expect(holds({ It: { not: odd, maxLength: 1 } }, 'xx')).toBe(false)
})
