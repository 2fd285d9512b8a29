import { describe, expect, it } from 'vitest'
import { namedBy } from './examples.ts'
import { makeValue } from './make-value.ts'
import { asText, inQuery } from './serialise.ts'

const document = {
  components: {
    schemas: {
      Name: { type: 'string', minLength: 8 },
      Tree: { type: 'object', required: ['child'], properties: { child: { $ref: '#/components/schemas/Tree' } } },
      Pet: {
        allOf: [
          { type: 'object', required: ['name'], properties: { name: { $ref: '#/components/schemas/Name' } } },
          {
            required: ['id', 'born'],
            properties: { id: { type: 'integer', readOnly: true }, born: { type: 'string', format: 'date' } },
          },
        ],
      },
    },
    examples: { cat: { value: 'Tom' } },
  },
}

describe('a value is made', () => {
  it.each([
    ['of its example', { type: 'string', example: 'x' }, 'x'],
    ['of a list of examples', { examples: ['y'] }, 'y'],
    ['of its default', { type: 'integer', default: 7 }, 7],
    ['of its enum', { enum: ['a', 'b'] }, 'a'],
    ['of its constant', { const: null }, null],
    ['of a length', { $ref: '#/components/schemas/Name' }, 'mizanmiz'],
    ['no longer than allowed', { type: 'string', maxLength: 2 }, 'mi'],
    ['of a minimum', { type: 'integer', minimum: 5 }, 5],
    ['above an exclusive minimum', { type: 'integer', exclusiveMinimum: 5 }, 6],
    ['above an exclusive minimum of 3.0', { type: 'integer', minimum: 5, exclusiveMinimum: true }, 6],
    ['below a maximum', { type: 'number', maximum: -3 }, -3],
    ['as a multiple', { type: 'integer', minimum: 5, multipleOf: 4 }, 8],
    ['of the first type that is not null', { type: ['null', 'boolean'] }, false],
    ['of as many items as it takes', { type: 'array', minItems: 2, items: { type: 'integer' } }, [1, 1]],
    ['as an empty list', { type: 'array', items: { pattern: '^x$' } }, []],
    ['of the first branch that works', { oneOf: [{ type: 'string', pattern: '^x$' }, { type: 'integer' }] }, 1],
    [
      'of required members, without those of answers',
      { $ref: '#/components/schemas/Pet' },
      { name: 'mizanmiz', born: '2026-01-01' },
    ],
  ])('%s', (_, schema, expected) => {
    expect(makeValue(document, schema)).toEqual(expected)
  })

  it('with members of answers, where that is wanted', () => {
    expect(makeValue(document, { $ref: '#/components/schemas/Pet' }, { readOnly: true })).toEqual({
      name: 'mizanmiz',
      id: 1,
      born: '2026-01-01',
    })
  })

  it.each([
    ['of a pattern', { type: 'string', pattern: '^a$' }],
    ['of a circle without an end', { $ref: '#/components/schemas/Tree' }],
    ['of a reference that leads nowhere', { $ref: '#/nowhere' }],
    ['of limits that leave nothing', { type: 'integer', minimum: 3, maximum: 2 }],
    ['of two different items', { type: 'array', minItems: 2, uniqueItems: true, items: { type: 'string' } }],
  ])('not %s', (_, schema) => {
    expect(makeValue(document, schema)).toBeUndefined()
  })
})

it.each([
  ['its own example first', { example: 'a', schema: { default: 'b' } }, 'a'],
  ['the first of its examples', { examples: { one: { $ref: '#/components/examples/cat' } } }, 'Tom'],
  ['what its schema names', { schema: { type: 'string', default: 'b' } }, 'b'],
])('a parameter names %s', (_, parameter, expected) => {
  expect(namedBy(document, parameter)).toEqual({ value: expected })
})

describe('a query', () => {
  it.each([
    ['plain', {}, 'a b', 'p=a%20b'],
    ['form, exploded', {}, ['a', 'b'], 'p=a&p=b'],
    ['form in one', { explode: false }, ['a', 'b,c'], 'p=a,b%2Cc'],
    ['separated by spaces', { style: 'spaceDelimited' }, ['a', 'b'], 'p=a%20b'],
    ['separated by pipes', { style: 'pipeDelimited' }, ['a', 'b'], 'p=a%7Cb'],
    ['object, exploded', {}, { x: 1, y: 'z' }, 'x=1&y=z'],
    ['object in one', { explode: false }, { x: 1 }, 'p=x,1'],
    ['deep object', { style: 'deepObject' }, { x: 1, y: 2 }, 'p%5Bx%5D=1&p%5By%5D=2'],
    ['as JSON', { asJson: true as const }, { x: 1 }, 'p=%7B%22x%22%3A1%7D'],
    ['a text as JSON', { asJson: true as const }, 'x', 'p=%22x%22'],
  ])('writes a value %s', (_, how, value, expected) => {
    expect(inQuery({ name: 'p', in: 'query', ...how }, value)).toBe(expected)
  })

  it('is not made in a style that no query has', () => {
    expect(inQuery({ name: 'p', in: 'query', style: 'matrix' }, ['a'])).toBeUndefined()
    expect(inQuery({ name: 'p', in: 'query', style: 'deepObject' }, 'a')).toBeUndefined()
  })
})

it.each([
  ['plain', {}, 7, '7'],
  ['a list', {}, ['a', 'b'], 'a,b'],
  ['an object', {}, { x: 1, y: 2 }, 'x,1,y,2'],
  ['an exploded object', { explode: true }, { x: 1, y: 2 }, 'x=1,y=2'],
  ['a style that is not spoken', { style: 'matrix' }, 'a', undefined],
])('a path holds %s', (_, how, value, expected) => {
  expect(asText({ name: 'p', in: 'path', ...how }, value)).toBe(expected)
})
