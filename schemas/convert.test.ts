import { describe, expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { JsonObject, Named, Schema } from './openapi.ts'

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
      'alternatives with a discriminator, of which two fit',
      {
        It: {
          oneOf: [{ $ref: '#/components/schemas/Other' }, { type: 'object' }],
          discriminator: { propertyName: 'a' },
        },
        Other: other,
      },
      [{ a: '' }, {}],
      [1],
    ],
    [
      'alternatives of two kinds with a discriminator',
      {
        It: {
          oneOf: [{ type: 'object' }],
          anyOf: [{ required: ['a'] }],
          discriminator: { propertyName: 'a' },
        },
      },
      [{ a: '' }],
      [{}, 1],
    ],
    [
      'required members that only requests have',
      {
        It: {
          required: ['pin', 'a'],
          properties: { pin: { type: 'string', writeOnly: true } },
          allOf: [{ $ref: '#/components/schemas/Other' }, { required: ['secret'] }],
        },
        Other: { ...other, properties: { ...other.properties, secret: { $ref: '#/components/schemas/Secret' } } },
        Secret: { type: 'string', writeOnly: true },
      },
      [{ a: '' }, { a: '', pin: 'x', secret: 'y' }],
      [{}, { a: '', pin: 1 }],
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

describe('what cannot be judged is named, and the rest is judged', () => {
  const unjudged = (schemas: Named<Schema>, openapi = '3.1.0') => {
    const facts = { openapi, info: { version: '1' }, servers: [], paths: {}, components: { schemas } }
    return makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
  }

  it.each<[string, JsonObject, string]>([
    ['an unknown format', { format: 'iban' }, ': unknown format iban'],
    ['an unknown keyword', { requiredd: true }, ': unknown keyword requiredd'],
    ['a pattern that is none', { pattern: '(' }, ': the pattern ( is no regular expression'],
    ['a name pattern that is none', { patternProperties: { '[': {} } }, ': the pattern [ is no regular expression'],
    ['a value that a keyword cannot have', { maxLength: '5' }, ': maxLength has a value that it cannot have: "5"'],
    ['a type that is none', { items: { type: 'text' } }, '/items: type has a value that it cannot have: "text"'],
    [
      'a reference that leads nowhere',
      { allOf: [{ $ref: '#/components/schemas/No' }] },
      '/allOf/0: #/components/schemas/No leads nowhere',
    ],
  ])('%s', (_, schema, what) => {
    const contract = unjudged({ It: { ...schema, minLength: 2 } })
    expect(contract.unjudged).toEqual([`/components/schemas/It${what}`])
    expect(contract.faultsOf('It', 'x')).toMatchObject([{ keyword: 'minLength' }])
  })

  it('extensions are nothing to judge by', () => {
    expect(unjudged({ It: { 'x-internal': true } }).unjudged).toEqual([])
  })
})
