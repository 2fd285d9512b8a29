import { describe, expect, it } from 'vitest'
import type { Facts, Named, Schema } from '../openapi.ts'
import { lint } from './lint.ts'

const facts = (schemas: Named<Schema>, paths: Facts['paths'] = {}): Facts => ({
  openapi: '3.0.3',
  info: { version: '1' },
  servers: [],
  paths,
  components: { schemas },
})
const found = (schemas: Named<Schema>) =>
  lint(facts(schemas)).map(
    ({ effect, pointer, what }) => `${effect} ${pointer.slice('/components/schemas/'.length)} ${what}`,
  )
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const closed = (...names: readonly string[]) => ({
  type: 'object',
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  additionalProperties: false,
})

describe('a correct answer may be refused for', () => {
  it.each<[string, Named<Schema>, readonly string[]]>([
    ['a pattern that is none', { It: { type: 'string', pattern: '(' } }, ['It the pattern ( is no regular expression']],
    [
      'doubled backslashes',
      { It: { type: 'string', pattern: '^\\\\d$' } },
      ['It the pattern ^\\\\d$ has doubled backslashes'],
    ],
    [
      'crossed limits',
      { It: { type: 'string', minLength: 5, maxLength: 4 } },
      ['It minLength 5 is more than maxLength 4'],
    ],
    [
      'an enum that breaks its pattern',
      { It: { type: 'string', pattern: '^a', enum: ['ab', 'b'] } },
      ['It enum "b" breaks its own schema'],
    ],
    ['an enum of another type', { It: { type: 'integer', enum: ['1'] } }, ['It enum "1" breaks its own schema']],
    ['an encoded enum', { It: { type: 'string', enum: ['a%3Ab'] } }, ['It enum "a%3Ab" is percent-encoded']],
    [
      'a required member that the closed schema lacks',
      { It: { ...closed('a'), required: ['a', 'b'] } },
      ['It the closed schema requires b, which it does not have'],
    ],
    [
      'closed branches that exclude one another',
      { It: { allOf: [ref('A'), { type: 'object', properties: { c: { type: 'string' } } }] }, A: closed('a') },
      ['It one branch of allOf has c, another is closed'],
    ],
    [
      'closed branches that no value fits',
      { It: { allOf: [ref('A'), ref('B')] }, A: closed('a'), B: closed('b') },
      ['It no value fits: one branch of allOf requires a, b, another is closed'],
    ],
    [
      'alternatives that a value can fit both',
      {
        It: { oneOf: [ref('A'), ref('B')] },
        A: { type: 'object', required: ['a'] },
        B: { type: 'object', required: ['b'] },
      },
      ['It a value can fit two alternatives of oneOf: 0 and 1'],
    ],
    [
      'a closed JWT with one kind of audience',
      { It: { ...closed('iss', 'exp', 'aud'), required: [] } },
      [
        'It the closed schema of a JWT refuses claims that it does not know',
        'It aud is string only, where RFC 7519 has a string or a list',
      ],
    ],
  ])('%s', (_, schemas, expected) => {
    const told = found(schemas).map((line) => line.replace(/^(refuses|allows) /, ''))
    expect(told).toEqual(expected)
    expect(found(schemas)[0]).toMatch(/^refuses /)
  })

  it('a JSON body with the schema of a JWT, and a JWT without claims', () => {
    const content = { 'application/json': { schema: ref('Signed') }, 'application/jwt': { schema: ref('Plain') } }
    const paths = { '/a': { get: { responses: { '200': { content } } } } }
    const Signed = { type: 'object', properties: { iss: { type: 'string' }, message: ref('Plain') } }
    expect(
      lint(facts({ Signed, Plain: closed('a') }, paths)).map(
        ({ pointer, what }) => `${pointer.split('/').at(-1)} ${what}`,
      ),
    ).toEqual([
      'application~1json the body is JSON and its schema that of a JWT',
      'application~1jwt the body is a JWT and its schema has no claim of one',
    ])
  })
})

describe('less is constrained than it seems by', () => {
  it.each<[Schema, string]>([
    [{ type: 'integer', maxLength: 3 }, 'maxLength with the type number'],
    [{ required: ['a'], properties: { a: { type: 'string' } } }, 'properties, required with no type'],
    [{ type: 'string', format: 'iban' }, 'the format iban is unknown'],
    [{ type: 'integer', default: 'a' }, 'default "a" breaks its own schema'],
    [{ type: 'string', enum: ['a'], default: 'b' }, 'default "b" is not in the enum'],
    [{ type: 'object', properties: {}, required: ['a'] }, 'requires a, which it does not declare'],
  ])('%j', (schema, what) => {
    expect(found({ It: schema })).toEqual([`allows It ${what}`])
  })
})

it.each<[string, Named<Schema>]>([
  ['alternatives of other types', { It: { oneOf: [{ type: 'string' }, { type: 'object' }] } }],
  [
    'alternatives that a value tells apart',
    {
      It: { oneOf: [ref('A'), ref('B')] },
      A: { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['a'] } } },
      B: { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['b'] } } },
    },
  ],
  ['alternatives of which one is closed', { It: { oneOf: [ref('A'), ref('B')] }, A: closed('a'), B: closed('b') }],
  ['open branches', { It: { allOf: [closed('a'), { type: 'object' }] } }],
  ['null where it is allowed', { It: { type: 'string', nullable: true, enum: ['a', null] } }],
])('nothing is said of %s', (_, schemas) => {
  expect(found(schemas)).toEqual([])
})
