import { describe, expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { Named, Schema } from './openapi.ts'

const judge = (schemas: Named<Schema>, openapi = '3.0.3') => {
  const facts = { openapi, info: { version: '1' }, servers: [], paths: {}, components: { schemas } }
  const contract = makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
  return (value: unknown) => contract.faultsOf('It', value).length === 0
}

const other = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } }

describe('OpenAPI 3.0 to JSON Schema 2020-12', () => {
  it.each<[string, Named<Schema>, readonly unknown[], readonly unknown[]]>([
    ['nullable with a type', { It: { type: 'string', nullable: true } }, ['a', null], [1]],
    ['nullable false', { It: { type: 'string', nullable: false } }, ['a'], [null]],
    ['nullable with an enum', { It: { type: 'string', enum: ['a'], nullable: true } }, ['a', null], ['b']],
    [
      'nullable with an enum that lists null',
      { It: { type: 'string', enum: ['a', null], nullable: true } },
      ['a', null],
      ['b'],
    ],
    [
      'nullable with allOf',
      { It: { nullable: true, allOf: [{ $ref: '#/components/schemas/Other' }] }, Other: other },
      [{ a: '' }, null],
      [{}, 1],
    ],
    [
      'nullable with type and allOf',
      { It: { type: 'object', nullable: true, allOf: [{ $ref: '#/components/schemas/Other' }] }, Other: other },
      [{ a: '' }, null],
      [{}],
    ],
    ['nullable with oneOf', { It: { nullable: true, oneOf: [{ type: 'string' }] } }, ['a', null], [1]],
    ['nullable alone', { It: { nullable: true } }, ['a', null, 1], []],
    ['exclusiveMinimum true', { It: { type: 'number', minimum: 0, exclusiveMinimum: true } }, [0.1], [0, -1]],
    ['exclusiveMinimum false', { It: { type: 'number', minimum: 0, exclusiveMinimum: false } }, [0], [-1]],
    ['exclusiveMaximum true', { It: { type: 'number', maximum: 5, exclusiveMaximum: true } }, [4.9], [5]],
    ['exclusiveMaximum without a maximum', { It: { type: 'number', exclusiveMaximum: true } }, [5], ['5']],
    [
      'members beside $ref',
      { It: { $ref: '#/components/schemas/Other', maxProperties: 0 }, Other: other },
      [{ a: '' }],
      [{}],
    ],
    [
      'a discriminator with a mapping',
      {
        It: {
          oneOf: [{ $ref: '#/components/schemas/Other' }],
          discriminator: { propertyName: 'a', mapping: { x: '#/components/schemas/Other' } },
        },
        Other: other,
      },
      [{ a: 'y' }],
      [{}],
    ],
    ['formats of OpenAPI', { It: { type: 'integer', format: 'int32' } }, [2147483647], [2147483648]],
    ['nullable inside', { It: { type: 'array', items: { type: 'string', nullable: true } } }, [[null]], [[1]]],
    [
      'a property that is called nullable',
      { It: { type: 'object', properties: { nullable: { type: 'boolean' } } } },
      [{ nullable: true }],
      [{ nullable: 'yes' }],
    ],
  ])('%s', (_, schemas, holds, breaks) => {
    const judged = judge(schemas)
    expect(holds.filter((value) => !judged(value))).toEqual([])
    expect(breaks.filter((value) => judged(value))).toEqual([])
  })

  it('3.1 is left as it is: members beside $ref count', () => {
    const judged = judge({ It: { $ref: '#/components/schemas/Other', maxProperties: 1 }, Other: other }, '3.1.0')
    expect([judged({ a: '' }), judged({ a: '', b: '' })]).toEqual([true, false])
  })
})

describe('what could not be judged is an error at once', () => {
  it.each<[string, Schema, string]>([
    ['an unknown format', { type: 'string', format: 'iban' }, '/components/schemas/It: unknown format iban'],
    [
      'an unknown keyword',
      { type: 'object', properties: { a: { requiredd: true } } },
      '/components/schemas/It/properties/a: unknown keyword requiredd',
    ],
    ['a pattern that is none', { type: 'string', pattern: '(' }, '/components/schemas/It: Invalid regular expression'],
  ])('%s', (_, schema, message) => {
    expect(() => judge({ It: schema })).toThrow(message)
  })

  it('names every place', () => {
    expect(() => judge({ It: { format: 'a' }, Other: { format: 'b' } })).toThrow(
      /It: unknown format a\n.*Other: unknown format b/,
    )
  })
})
