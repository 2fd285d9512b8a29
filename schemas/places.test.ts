import { describe, expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { Named, Schema } from './openapi.ts'

type Governs = { readonly formats?: readonly string[]; readonly components?: readonly string[] }

const contractOf = (schemas: Named<Schema>) => {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/It' } } }
  const paths = { '/a': { get: { responses: { '200': { content } } } } }
  const facts = { openapi: '3.0.3', info: { version: '1' }, servers: [], paths, components: { schemas } }
  return makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
}
const about = ['GET /a', 200, 'application/json'] as const

const places = (schemas: Named<Schema>, value: unknown, governs: Governs) =>
  contractOf(schemas)
    .places(...about, value, governs)
    .map(({ at, by }) => `${at} ${by}`)
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const date = { type: 'string', format: 'date-time' }
const formats = ['date-time']

describe('places', () => {
  it.each<[string, Named<Schema>, unknown, readonly string[]]>([
    ['the whole', { It: date }, 'x', [' date-time']],
    ['members', { It: { properties: { 'a/b': date, c: {} } } }, { 'a/b': 'x', c: 'y' }, ['/a~1b date-time']],
    ['items', { It: { items: date } }, ['x', 'y'], ['/0 date-time', '/1 date-time']],
    [
      'other members',
      { It: { properties: { a: {} }, additionalProperties: date } },
      { a: 1, b: 'x' },
      ['/b date-time'],
    ],
    ['references', { It: { properties: { a: ref('When') } }, When: date }, { a: 'x' }, ['/a date-time']],
    ['all of allOf', { It: { allOf: [{ properties: { a: date } }, {}] } }, { a: 'x' }, ['/a date-time']],
    ['cycles', { It: { properties: { at: date, next: ref('It') } } }, { next: { at: 'x' } }, ['/next/at date-time']],
    [
      'a schema that is itself by reference',
      { It: { allOf: [ref('It'), { properties: { a: date } }] } },
      { a: 'x' },
      ['/a date-time'],
    ],
    ['values of any kind', { It: { properties: { a: date } } }, { a: null }, ['/a date-time']],
  ])('are found along %s', (_, schemas, value, expected) => {
    expect(places(schemas, value, { formats })).toEqual(expected)
  })

  const either = {
    It: {
      oneOf: [
        { required: ['kind'], properties: { kind: { enum: ['day'] }, at: { format: 'date' } } },
        { required: ['kind'], properties: { kind: { enum: ['moment'] }, at: date } },
      ],
    },
  }

  it('of alternatives the one that holds counts', () => {
    const value = { kind: 'day', at: '2024-01-01' }
    expect(places(either, value, { formats: ['date', 'date-time'] })).toEqual(['/at date'])
  })

  it('of alternatives that all break all count', () => {
    expect(places(either, { kind: 'moment', at: '2024-01-01T00:00' }, { formats: ['date', 'date-time'] })).toEqual([
      '/at date',
      '/at date-time',
    ])
  })

  it('are found by the name of a schema, with the value', () => {
    const schemas = { It: { items: { properties: { amount: ref('Amount') } } }, Amount: { type: 'string' } }
    expect(places(schemas, [{ amount: '1.0' }, {}], { components: ['Amount'] })).toEqual(['/0/amount Amount'])
  })

  it.each(['length', '0'])('of a list nothing depends on a member: %s', (name) => {
    const dependent = { [name]: { items: { properties: { opened: date } }, additionalProperties: date } }
    const contract = contractOf({ It: { dependentSchemas: dependent } })
    expect(contract.anyPlace(...about, [{ opened: 'x' }], { formats }, () => true)).toBe(false)
    expect(contract.anyPlace(...about, { [name]: 'x' }, { formats }, () => true)).toBe(true)
  })

  it('are looked for until one holds', () => {
    const contract = contractOf({ It: { items: { properties: { a: date, b: {} } } } })
    const asked: unknown[] = []
    const any = (value: unknown, holds: (one: unknown) => boolean) =>
      contract.anyPlace(...about, value, { formats }, (one) => {
        asked.push(one)
        return holds(one)
      })
    expect(any([{ a: 'x' }, { a: 'y' }, { a: 'z' }], (one) => one === 'y')).toBe(true)
    expect(asked).toEqual(['x', 'y'])
    expect(any([{ a: 'x' }, { b: 'y' }], (one) => one === 'y')).toBe(false)
    expect(any([{ b: 'x' }], () => true)).toBe(false)
  })
})
