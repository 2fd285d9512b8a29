import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { loadContract } from './contract.ts'
import { sorted } from './derive/sorted.ts'
import { eachSchema, rewrite } from './grammar.ts'
import { lintDocument } from './lint/report.ts'
import type { Facts, Json, Manifest } from './openapi.ts'

const folder = join(packageRoot, 'schemas', 'uae', 'v2.1')
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const { documents } = JSON.parse(read('manifest.json')) as Manifest
const names = documents.map(({ document }) => document)
const texts = new Map(names.map((name) => [name, read(`${name}.json`)]))
const factsOf = (name: string) => JSON.parse(texts.get(name) ?? '') as Facts

const prose = [
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'contact',
  'externalDocs',
  'tags',
  '$comment',
  'xml',
]

describe('the documents of the UAE', () => {
  it('are all there', () => {
    expect(names.length).toBe(23)
    expect(documents.filter(({ sha256, version }) => !/^[0-9a-f]{64}$/.test(sha256) || version === '')).toEqual([])
  })

  it.each(names)('%s has no prose and no extensions', (name) => {
    const found: string[] = []
    rewrite('document', factsOf(name) as unknown as Json, (kind, object, pointer) => {
      const keys = Object.keys(object).filter(
        (key) => prose.includes(key) || (key.startsWith('x-') && kind !== 'components'),
      )
      found.push(...keys.map((key) => `${pointer}/${key}`))
      return object
    })
    expect(found).toEqual([])
  })

  it.each(names)('%s is written in an order of its own', (name) => {
    expect(`${JSON.stringify(sorted(factsOf(name)), undefined, 1)}\n`).toBe(texts.get(name))
  })

  it.each(names)('%s can be judged by in full, and every schema of it compiles', (name) => {
    const contract = loadContract('uae/v2.1', name)
    expect(contract.unjudged).toEqual([])
    const values = ['text', 1, { 'no such member': true }, []]
    for (const component of contract.components) for (const value of values) contract.faultsOf(component, value)
    let bodies = 0
    for (const { id, responses, request, parameters } of contract.operations.values()) {
      for (const [status, { mediaTypes }] of Object.entries(responses))
        for (const type of mediaTypes) if (contract.faults(id, Number(status), type, {})) bodies += 1
      for (const type of request?.mediaTypes ?? []) if (contract.requestFaults(id, type, {})) bodies += 1
      for (const { in: place, name: parameter } of parameters) contract.parameterFaults(id, place, parameter, 'x')
    }
    expect(bodies).toBeGreaterThan(0)
  })

  it.each(names)('%s has no suspicious place that no correction covers', (name) => {
    const found = lintDocument(name, name, factsOf(name))
    expect(found.filter(({ state }) => state === 'new')).toEqual([])
  })

  it('have schemas to look at', () => {
    let schemas = 0
    for (const name of names) eachSchema(factsOf(name), () => (schemas += 1))
    expect(schemas).toBeGreaterThan(15_000)
  })
})
