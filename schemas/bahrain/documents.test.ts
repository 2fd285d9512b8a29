import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../engine/package.ts'
import { at } from '../../engine/pointer.ts'
import { contractsOf } from '../../suites/bahrain/contracts.ts'
import { sourceOf } from '../../suites/catalogue.ts'
import { derive, differences } from '../derive/derive.ts'
import type { Facts, JsonObject } from '../openapi.ts'

const folder = join(packageRoot, 'schemas', 'bahrain')
const names = ['account-information', 'payments', 'events']
const factsOf = (name: string) => JSON.parse(readFileSync(join(folder, '1.0.0', `${name}.json`), 'utf8')) as Facts
const documentOf = (name: string) =>
  parse(readFileSync(join(folder, 'source', `${name}.yaml`), 'utf8'), { merge: true }) as JsonObject

interface Bodies {
  readonly responses: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly requests: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}
const bodies = JSON.parse(
  readFileSync(join(packageRoot, 'schemas', 'fixtures', 'bahrain', 'bodies.json'), 'utf8'),
) as Bodies

/** The component that a response or request of the document names for JSON; undefined where no JSON comes or goes. */
const componentAt = (facts: Facts, pointer: string): string | undefined => {
  const target = at(facts, `${pointer}/$ref`)
  const where = typeof target === 'string' ? target.slice(1) : pointer
  const reference = at(facts, `${where}/content/application~1json/schema/$ref`)
  return typeof reference === 'string' ? reference.slice(reference.lastIndexOf('/') + 1) : undefined
}

const escaped = (path: string) => path.replaceAll('/', '~1')

describe('the documents of Bahrain', () => {
  it('are derived from the sources beside them', async () => {
    const to = join(folder, '1.0.0')
    const options = { from: join(folder, 'source'), to, only: [], repository: 'schemas/bahrain/source' }
    const { files, findings } = await derive({ ...options, licence: 'Apache-2.0' })
    expect(await differences(to, files)).toEqual([])
    expect(findings.filter(({ state }) => state === 'new')).toEqual([])
  })

  it.each(names)('%s says of each operation and each schema where it comes from', (name) => {
    const { paths, components } = documentOf(name) as unknown as Facts
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, one]) => (method === 'parameters' ? [] : [[`${method} ${path}`, one]])),
    ) as [string, JsonObject][]
    const parts = [...operations, ...Object.entries(components.schemas ?? {})] as [string, JsonObject][]
    expect(parts.length).toBeGreaterThan(15)
    const keys = (part: JsonObject) => (Array.isArray(part['x-source']) ? part['x-source'].map(String) : [])
    expect(parts.filter(([, part]) => keys(part).length === 0)).toEqual([])
    expect(parts.flatMap(([, part]) => keys(part)).filter((key) => sourceOf('bahrain', key) === undefined)).toEqual([])
  })

  it('share what they have in common', () => {
    const [first, ...others] = names.map((name) => factsOf(name).components.schemas ?? {})
    const common = others.flatMap((other) => Object.entries(other).filter(([name]) => first && name in first))
    expect(common.map(([name]) => name)).toEqual(expect.arrayContaining(['Links', 'Meta', 'ErrorResponse']))
    for (const [name, schema] of common) expect(schema).toEqual(first?.[name])
  })

  it.each(contractsOf('bh-1.0.0'))('$name can be judged by in full, and every schema of it compiles', (contract) => {
    expect(contract.unjudged).toEqual([])
    expect(contract.corrections).toEqual([])
    for (const component of contract.components)
      for (const value of ['text', 1, { 'no such member': true }, []]) contract.faultsOf(component, value)
  })

  it.each(contractsOf('bh-1.0.0'))('$name has nothing against good bodies of all its operations', (contract) => {
    const facts = factsOf(contract.name)
    const seen = new Set<string>()
    const without: string[] = []
    const judge = (component: string | undefined, body: unknown, faults: (value: unknown) => unknown) => {
      if (component === undefined) return
      seen.add(component)
      if (body === undefined) without.push(component)
      else expect(faults(body), component).toEqual([])
    }
    for (const { id, path, method, responses, request } of contract.operations.values()) {
      const operation = `/paths/${escaped(path)}/${method.toLowerCase()}`
      for (const status of Object.keys(responses)) {
        const component = componentAt(facts, `${operation}/responses/${status}`)
        const body = bodies.responses[contract.name]?.[component ?? '']
        judge(component, body, (value) => contract.faults(id, Number(status), 'application/json', value))
        judge(component, body, (value) =>
          contract.undeclared(id, Number(status), 'application/json', value).filter(named),
        )
      }
      if (request === undefined) continue
      const component = componentAt(facts, `${operation}/requestBody`)
      judge(component, bodies.requests[contract.name]?.[component ?? ''], (value) =>
        contract.requestFaults(id, 'application/json', value),
      )
    }
    expect(without).toEqual([])
    const known = [bodies.responses, bodies.requests].flatMap((all) => Object.keys(all[contract.name] ?? {}))
    expect([...seen].sort()).toEqual(known.sort())
  })
})

/** Below these the documents are open. */
const open =
  /\/(?:SupplementaryData|DeliveryAddress|CreditorPostalAddress|Relationships|Address|Debtor|Creditor|CASA)\b/
const named = ({ at: place }: { readonly at: string }): boolean => !open.test(place)
