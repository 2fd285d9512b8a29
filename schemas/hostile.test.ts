import { describe, expect, it } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { Named, Schema } from './openapi.ts'

const judge = (schemas: Named<Schema>) => {
  const facts = { openapi: '3.1.0', info: { version: '1' }, servers: [], paths: {}, components: { schemas } }
  return makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
}
const list = (length: number, item: unknown): readonly unknown[] => Array.from({ length }, () => item)

describe('a body of many faults', () => {
  const contract = judge({
    It: {
      items: {
        required: ['a', 'b'],
        properties: { a: { type: 'string' }, when: { type: 'string', format: 'date-time' } },
      },
    },
    Choice: { items: { oneOf: [{ required: ['a'] }, { required: ['b'] }, { type: 'string' }] } },
  })

  it('is told 20 places of each kind of fault, and how many more there are', () => {
    const faults = contract.faultsOf('It', list(300, { a: 1, when: 'then' }))
    const kinds = [...new Set(faults.map(({ expected }) => expected))]
    expect(kinds).toEqual(['member b', 'a string', 'a date-time of RFC 3339'])
    expect(faults.length).toBe(3 * 21)
    expect(faults.filter(({ got }) => got.endsWith('; 280 more places like it'))).toMatchObject([
      { keyword: 'required', got: 'nothing; 280 more places like it' },
      { keyword: 'type' },
      { keyword: 'format', format: 'date-time' },
    ])
  })

  it('that fits no alternative anywhere is told so 20 times', () => {
    const faults = contract.faultsOf('Choice', list(10_000, { c: 1 }))
    expect(faults.length).toBe(21)
    expect(faults.at(-1)?.got).toMatch(/; 9980 more places like it$/)
  })

  it('of very many values is judged whole, and its first faults are told', () => {
    expect(contract.faultsOf('It', list(100_000, { a: '', b: 1 }))).toEqual([])
    const late = [...list(99_999, { a: '', b: 1 }), { a: '', b: 1, when: 'then' }]
    expect(contract.faultsOf('It', late)).toMatchObject([{ at: '/99999/when', format: 'date-time' }])
    const all = contract.faultsOf('It', list(100_000, {}))
    expect(all.length).toBeLessThan(100)
    expect(all[0]?.got).toMatch(/only the first are told$/)
    expect(contract.faultsOf('It', list(1_000_000, 1).concat({}))).toMatchObject([
      { at: '/1000000', expected: 'member a' },
    ])
  })

  it('of very many values gives the places of the first items, and that of a fault far behind', () => {
    const content = { 'application/json': { schema: { $ref: '#/components/schemas/It' } } }
    const paths = { '/a': { get: { responses: { '200': { content } } } } }
    const schemas = { It: { items: { properties: { when: { type: 'string', format: 'date-time' } } } } }
    const facts = { openapi: '3.1.0', info: { version: '1' }, servers: [], paths, components: { schemas } }
    const dates = makeContract({ name: 'literal', version: '1', sha256: '' }, facts)
    const body = [...list(60_000, { when: '2026-06-01T08:00:00Z' }), { when: 'then' }]
    const places = dates.places('GET /a', 200, 'application/json', body, { formats: ['date-time'] })
    expect(places.length).toBe(101)
    expect(places.at(-1)).toEqual({ at: '/60000/when', value: 'then', by: 'date-time' })
    expect(dates.undeclared('GET /a', 200, 'application/json', list(60_000, { more: 1 }))).toHaveLength(100)
  })

  it('a list that is cut short is not accused of being short', () => {
    const most = judge({ It: { minItems: 150_000, maxItems: 160_000, items: { type: 'integer' } } })
    expect(most.faultsOf('It', list(150_000, 1))).toEqual([])
    expect(most.faultsOf('It', [...list(160_000, 1), 'x']).map(({ keyword }) => keyword)).toEqual(['maxItems'])
  })
})

it('a value nested without end is a fault and no overflow', () => {
  const contract = judge({ It: { items: { $ref: '#/components/schemas/It' } } })
  let deep: unknown = []
  for (let level = 0; level < 100_000; level += 1) deep = [deep]
  expect(contract.faultsOf('It', deep)).toMatchObject([{ keyword: 'depth' }])
})
