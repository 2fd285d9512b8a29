import { expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { Named, Schema } from './openapi.ts'

const undeclared = (schemas: Named<Schema>, body: unknown) => {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/It' } } }
  const paths = { '/a': { get: { responses: { '200': { content } } } } }
  const facts = { openapi: '3.1.0', info: { version: '1' }, servers: [], paths, components: { schemas } }
  const contract = makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
  return contract.undeclared('GET /a', 200, 'application/json', body).map(({ at, got }) => `${at} ${got}`)
}
const known = { properties: { a: {} } }

it.each<[string, Named<Schema>, unknown, readonly string[]]>([
  ['a member of an open schema', { It: known }, { a: 1, 'b/c': 2 }, ['/b~1c the member b/c']],
  ['members deep inside', { It: { items: { properties: { a: known } } } }, [{ a: { b: 1 } }], ['/0/a/b the member b']],
  [
    'what no branch of allOf has',
    { It: { allOf: [known, { properties: { b: {} } }] } },
    { a: 1, b: 2, c: 3 },
    ['/c the member c'],
  ],
  [
    'what another alternative has',
    {
      It: {
        oneOf: [
          { ...known, required: ['a'] },
          { properties: { b: {} }, required: ['b'] },
        ],
      },
    },
    { a: 1, c: 2 },
    ['/c the member c'],
  ],
  [
    'nothing where all is declared',
    { It: { allOf: [known, { $ref: '#/components/schemas/B' }] }, B: { properties: { b: {} } } },
    { a: 1, b: 2 },
    [],
  ],
  ['nothing that a pattern declares', { It: { ...known, patternProperties: { '^x-': {} } } }, { 'x-b': 1 }, []],
  ['nothing in an object of free form', { It: { type: 'object' } }, { b: 1 }, []],
  [
    'nothing where further members are allowed',
    { It: { ...known, additionalProperties: { type: 'integer' } } },
    { b: 1 },
    [],
  ],
  ['nothing that is forbidden, which is a fault', { It: { ...known, additionalProperties: false } }, { b: 1 }, []],
])('names %s', (_, schemas, body, expected) => {
  expect(undeclared(schemas, body)).toEqual(expected)
})
