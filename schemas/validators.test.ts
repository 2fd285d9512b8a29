import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, expect, it, vi } from 'vitest'
import { makeContract } from './make-contract.ts'
import type { Facts } from './openapi.ts'

afterEach(() => void vi.restoreAllMocks())

const shared = { schema: { $ref: '#/components/schemas/Alias' } }
const facts = (operations: number): Facts => ({
  openapi: '3.0.3',
  info: { version: '1' },
  servers: [],
  components: {
    schemas: {
      Alias: { $ref: '#/components/schemas/Thing' },
      Thing: { required: ['id'], properties: { next: { $ref: '#/components/schemas/Thing' } } },
      Never: { type: 'string' },
    },
  },
  paths: Object.fromEntries(
    Array.from({ length: operations }, (_, index) => [
      `/things${index}`,
      { get: { responses: { '200': { content: { 'application/json': shared } } } } },
    ]),
  ),
})

it('many operations over one component cost one validator, and nothing else is compiled', () => {
  const asked = vi.spyOn(Ajv2020.prototype, 'getSchema')
  const contract = makeContract({ name: 'literal', version: '1', sha256: '' }, facts(10_000))
  expect(asked).not.toHaveBeenCalled()
  for (const id of contract.operations.keys())
    expect(contract.faults(id, 200, 'application/json', { next: {} })).toHaveLength(2)
  expect(asked.mock.calls).toEqual([['contract#/components/schemas/Thing']])
})
