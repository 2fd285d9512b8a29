import { describe, expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { Named, Schema } from './openapi.ts'

const faults = (schemas: Named<Schema>, value: unknown) => {
  const facts = { openapi: '3.0.3', info: { version: '1' }, servers: [], paths: {}, components: { schemas } }
  return makeContract({ name: 'literal', version: '1', sha256: '' }, facts).faultsOf('It', value)
}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const text = { type: 'string' }

describe('a fault says what was expected and what came', () => {
  it.each<[Schema, unknown, string, string]>([
    [{ type: 'string' }, 1, 'a string', '1'],
    [{ type: 'string', nullable: true }, 1, 'a string or null', '1'],
    [{ type: 'integer' }, 1.5, 'an integer', '1.5'],
    [{ required: ['AccountId'] }, {}, 'member AccountId', 'nothing'],
    [{ properties: { a: {} }, additionalProperties: false }, { Foo: 1 }, 'no further member', 'the member Foo'],
    [{ enum: ['A', 'B', 'C'] }, 'D', 'one of A, B, C', '"D"'],
    [{ enum: ['A'] }, 'D', 'A', '"D"'],
    [{ pattern: '^AE' }, 'GB1', 'a string of the pattern ^AE', '"GB1"'],
    [{ format: 'date-time' }, '2024-01-01T00:00:00', 'a date-time of RFC 3339', '"2024-01-01T00:00:00"'],
    [{ minLength: 2 }, '𝒜', 'at least 2 characters', '"𝒜" (1 character)'],
    [{ maxLength: 1 }, 'ab', 'at most 1 character', '"ab" (2 characters)'],
    [{ minItems: 1 }, [], 'at least 1 item', '0 items'],
    [{ maxProperties: 0 }, { a: 1 }, 'at most 0 members', '1 member'],
    [{ minimum: 0 }, -1, 'at least 0', '-1'],
    [{ minimum: 0, exclusiveMinimum: true }, 0, 'more than 0', '0'],
    [{ maximum: 9, exclusiveMaximum: true }, 9, 'less than 9', '9'],
    [{ multipleOf: 5 }, 7, 'a multiple of 5', '7'],
    [{ uniqueItems: true }, [1, 2, 1], 'distinct items', 'items 0 and 2 alike'],
    [{ type: 'object' }, 'x'.repeat(200), 'an object', 'a string of 200 characters'],
    [
      { enum: Array.from({ length: 12 }, (_, index) => index) },
      'x',
      'one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … (12 values)',
      '"x"',
    ],
  ])('%j of %j', (schema, value, expected, got) => {
    expect(faults({ It: schema }, value)).toMatchObject([{ at: '', expected, got }])
  })

  it('points into the value, escaped, and names the component in which the keyword stands', () => {
    const schemas = {
      It: { type: 'object', properties: { 'a/b': { type: 'array', items: ref('Code') } } },
      Code: { enum: ['x'] },
    }
    expect(faults(schemas, { 'a/b': ['x', 'y'] })).toEqual([
      { at: '/a~1b/1', keyword: 'enum', component: 'Code', expected: 'x', got: '"y"' },
    ])
  })

  it('names the format of a format fault', () => {
    expect(faults({ It: { format: 'uuid' } }, 'x')).toMatchObject([
      { keyword: 'format', format: 'uuid', expected: 'a UUID' },
    ])
  })
})

describe('one cause is one fault', () => {
  it('a wrong type is not a wrong value too', () => {
    expect(faults({ It: { type: 'string', enum: ['A'] } }, 1)).toMatchObject([{ keyword: 'type' }])
  })

  it('allOf is not mentioned, and what two of its parts ask is said once', () => {
    const schemas = { It: { allOf: [{ required: ['a'] }, ref('Other')] }, Other: { required: ['a', 'b'] } }
    expect(faults(schemas, {}).map(({ keyword, expected }) => `${keyword} ${expected}`)).toEqual([
      'required member a',
      'required member b',
    ])
  })

  const shapes = {
    It: { oneOf: [ref('Circle'), ref('Square')] },
    Circle: {
      type: 'object',
      required: ['kind', 'radius'],
      properties: { kind: { enum: ['circle'] }, radius: { type: 'number' } },
      additionalProperties: false,
    },
    Square: {
      type: 'object',
      required: ['kind', 'side', 'colour'],
      properties: { kind: { enum: ['square'] }, side: { type: 'number' }, colour: text },
      additionalProperties: false,
    },
  }

  it.each([
    [{ kind: 'square', side: 'long' }, ['required member colour', 'type a number']],
    [
      { kind: 'circle', radius: '1', side: 2, colour: 'red' },
      ['additionalProperties no further member', 'additionalProperties no further member', 'type a number'],
    ],
  ])('of alternatives the kind that is meant counts: %j', (value, expected) => {
    expect(
      faults(shapes, value)
        .map((fault) => `${fault.keyword} ${fault.expected}`)
        .sort(),
    ).toEqual([...expected].sort())
  })

  it('faults in a sibling of the alternatives stay', () => {
    const schemas = { It: { required: ['id'], oneOf: [{ required: ['a'] }, { required: ['b'] }] } }
    expect(faults(schemas, {}).map(({ expected }) => expected)).toEqual(['member a or member b', 'member id'])
  })

  it('alternatives that differ in their values are one list', () => {
    const schemas = { It: { anyOf: [ref('One'), ref('Two')] }, One: { enum: ['a', 'b'] }, Two: { enum: ['b', 'c'] } }
    expect(faults(schemas, 'x')).toEqual([
      { at: '', keyword: 'enum', component: 'It', expected: 'one of a, b, c', got: '"x"' },
    ])
  })

  it('alternatives of other types are one fault', () => {
    expect(faults({ It: { oneOf: [text, { type: 'array' }] } }, 1)).toMatchObject([
      { keyword: 'type', expected: 'a string or an array', got: '1' },
    ])
  })

  it('a value that fits two of oneOf is told their names', () => {
    const schemas = { It: { oneOf: [ref('One'), ref('Two'), { type: 'number' }] }, One: text, Two: { minLength: 0 } }
    expect(faults(schemas, 'x')).toMatchObject([
      { keyword: 'oneOf', expected: 'exactly one of One, Two, alternative 3', got: 'One and Two' },
    ])
  })

  it('alternatives inside alternatives are reduced too', () => {
    const schemas = { It: { anyOf: [{ type: 'null' }, shapes.It] }, Circle: shapes.Circle, Square: shapes.Square }
    expect(faults(schemas, { kind: 'circle', radius: '1' })).toMatchObject([{ at: '/radius', expected: 'a number' }])
  })

  it('of a cyclic schema the innermost place is named', () => {
    const schemas = { It: { type: 'object', required: ['name'], properties: { next: ref('It') } } }
    expect(faults(schemas, { name: 'a', next: { name: 'b', next: {} } })).toMatchObject([
      { at: '/next/next', expected: 'member name' },
    ])
  })
})
