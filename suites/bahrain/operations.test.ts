import { describe, expect, it } from 'vitest'
import type { OperationFacts } from '../../engine/contract.ts'
import { sourceOf } from '../catalogue.ts'
import { contractsOf } from './contracts.ts'
import * as names from './operation-names.ts'
import { operation, operations, operationsIn } from './operations.ts'
import { permissions } from './permissions.ts'

const variants = ['bh-1.0.0', 'bh-draft-2019', 'obie-inherited']
const factsOf = new Map<string, OperationFacts>(
  contractsOf('bh-draft-2019').flatMap((contract) => [...contract.operations]),
)
const facts = (id: string): OperationFacts => factsOf.get(id) as OperationFacts

/** Whether a header is declared: `required`, `optional`, or `none`. */
const header = (id: string, name: string): string => {
  const found = facts(id).parameters.find((one) => one.in === 'header' && one.name === name)
  return found === undefined ? 'none' : found.required ? 'required' : 'optional'
}
const differing = (expected: (row: (typeof operations)[number]) => unknown, declared: (id: string) => unknown) =>
  operations.flatMap((row) => {
    const [wanted, got] = [expected(row), declared(row.id)].map((each) => JSON.stringify(each))
    return wanted === got ? [] : [`${row.id}: expected ${wanted}, got ${got}`]
  })

describe('the table of operations', () => {
  it.each(variants)('has those of the contracts of %s, and no others', (variant) => {
    const declared = contractsOf(variant).flatMap((one) => [...one.operations.keys()].map((id) => [id, one.name]))
    const rows = operationsIn(variant).map(({ id, api }) => [id, api])
    expect(rows.sort()).toEqual(declared.sort())
  })

  it('has DELETE of a consent in the drafts of 2019 only', () => {
    const has = (variant: string) => operationsIn(variant).some(({ id }) => id === names.deleteConsent)
    expect(variants.filter(has)).toEqual(['bh-draft-2019'])
  })

  it('names each operation once', () => {
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length)
    expect(Object.values(names).filter((id) => operation(id) === undefined)).toEqual([])
    expect(operation('GET /cards')).toBeUndefined()
  })

  it('says what the contracts say of tokens', () => {
    const schemes = { client: 'ClientCredentials', user: 'AuthorizationCode' }
    expect(
      differing(
        ({ grant, scope }) => [{ [schemes[grant]]: [scope] }],
        (id) => facts(id).security,
      ),
    ).toEqual([])
  })

  it('says what the contracts say of signatures and keys', () => {
    const places = { nothing: 'none', response: 'none', request: 'required', both: 'required', unseen: 'optional' }
    const writes = (id: string) => !id.startsWith('GET ')
    expect(
      differing(
        ({ signs, id }) => (signs === 'unseen' && !writes(id) ? 'none' : places[signs]),
        (id) => header(id, 'x-jws-signature'),
      ),
    ).toEqual([])
    expect(
      differing(
        ({ idempotencyKey }) => (idempotencyKey === undefined ? 'optional' : idempotencyKey ? 'required' : 'none'),
        (id) => header(id, 'x-idempotency-key'),
      ),
    ).toEqual([])
  })

  it('says what the contracts say of signed answers', () => {
    expect(
      differing(
        // The answer to an upload has no body that could be signed.
        ({ signs, id }) => (signs === 'response' || signs === 'both') && id !== names.uploadFile,
        (id) => {
          const success = Object.entries(facts(id).responses).find(([status]) => status.startsWith('2'))?.[1]
          return success?.headers.some(({ name, required }) => name === 'x-jws-signature' && required)
        },
      ),
    ).toEqual([])
  })

  it('says what the contracts say of answers', () => {
    const always = ['400', '401', '403', '405', '406', '429', '500']
    const written = /^(?:POST|PUT|PATCH) /
    expect(
      differing(
        ({ success, level, id }) =>
          [
            String(success),
            ...always,
            ...(level === 'mandatory' ? [] : ['404']),
            ...(written.test(id) ? ['415'] : []),
          ].sort(),
        (id) => Object.keys(facts(id).responses).sort(),
      ),
    ).toEqual([])
    const types = { json: 'application/json', file: undefined, none: undefined }
    expect(
      differing(
        ({ body, success }) => [types[body] ?? null, String(success)],
        (id) => {
          const [status = '', response] = Object.entries(facts(id).responses).find(([one]) => one.startsWith('2')) ?? []
          return [response?.mediaTypes.find((type) => type === 'application/json') ?? null, status]
        },
      ),
    ).toEqual([])
  })

  it('has filters that the contracts declare, and permissions that a consent can ask for', () => {
    expect(
      differing(
        ({ filter }) => (filter ? [filter.from, filter.to] : []),
        (id) => facts(id).parameters.flatMap((one) => (one.in === 'query' ? [one.name] : [])),
      ),
    ).toEqual([])
    const asked = operations.flatMap((row) => row.permissions.flat())
    expect([...permissions].filter((one) => !asked.includes(one))).toEqual(['ReadPAN'])
  })

  it('cites sources that are listed', () => {
    const faults = operations.filter(({ sources }) => sources.some((key) => sourceOf('bahrain', key) === undefined))
    expect(faults).toEqual([])
    expect(operations.filter(({ sources }) => sources.length === 0)).toEqual([])
  })

  it('makes nothing depend on an operation that it does not have', () => {
    const needed = operations.flatMap(({ mandatoryWith }) => mandatoryWith ?? [])
    expect(needed.length).toBeGreaterThan(5)
    expect(
      needed.filter((id) => operation(id)?.level !== 'conditional' && operation(id)?.level !== 'optional'),
    ).toEqual([])
  })
})
