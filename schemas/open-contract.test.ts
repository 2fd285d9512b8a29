import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { at } from '../engine/pointer.ts'
import { documentWith, loadContract } from './contract.ts'
import { openContract } from './open-contract.ts'

const fixture = (...names: readonly string[]): string => join(packageRoot, 'schemas', 'fixtures', ...names)
const json = 'application/json'

describe('a document of OpenAPI 3.1', () => {
  const opened = openContract({ path: fixture('any', 'modern.yaml'), name: 'modern' })
  const faults = async (body: unknown) => {
    const { contract } = await opened
    return (contract.faults('GET /shapes/{id}', 200, json, body) ?? []).map(
      ({ at, expected, got }) => `${at} ${expected}: ${got}`,
    )
  }

  it('has nothing that could not be judged', async () => {
    expect((await opened).contract.unjudged).toEqual([])
  })

  it('has the operations of path items that are referred to, and none of webhooks', async () => {
    expect([...(await opened).contract.operations.keys()]).toEqual(['GET /shapes/{id}', 'GET /also/{id}'])
  })

  it('is judged with unevaluatedProperties across alternatives', async () => {
    expect(await faults({ kind: 'circle', radius: 1 })).toEqual([])
    expect(await faults({ kind: 'circle', radius: 1, side: 2 })).toEqual([' no further member: the member side'])
    expect(await faults({ kind: 'square', side: 'long' })).toEqual(['/side a number: "long"'])
  })

  it('is judged along $dynamicRef and $anchor, and with members beside $ref', async () => {
    const tree = { label: 'a', children: [{ label: 'b', twin: { label: 'long' } }, {}] }
    expect((await faults({ kind: 'circle', radius: 1, tree })).sort()).toEqual([
      '/tree/children/0/twin/label at most 3 characters: "long" (4 characters)',
      '/tree/children/1 member label: nothing',
    ])
  })

  it('tells parameters with style, explode and the place of their schema, and judges them', async () => {
    const { contract, document } = await opened
    const { parameters, security, request } = contract.operations.get('GET /also/{id}')!
    expect(parameters.map(({ schema: _, ...rest }) => rest)).toEqual([
      { name: 'id', in: 'path', required: true, style: 'simple', explode: false },
      { name: 'tags', in: 'query', required: false, style: 'pipeDelimited', explode: false },
      { name: 'filter', in: 'query', required: false, style: 'form', explode: true, mediaType: json },
    ])
    expect([security, request]).toEqual([[{ key: [] }, {}], undefined])
    expect(at(document, parameters[0]!.schema!)).toEqual({ type: 'integer', minimum: 1 })
    const judged = (place: string, name: string, value: unknown) =>
      contract.parameterFaults('GET /also/{id}', place, name, value)?.map(({ expected }) => expected)
    expect(judged('path', 'id', 0)).toEqual(['at least 1'])
    expect(judged('query', 'filter', {})).toEqual(['member by'])
    expect(judged('header', 'id', 0)).toBeUndefined()
  })

  it('is given back with its examples', async () => {
    expect(at((await opened).document, '/components/pathItems/Shape/parameters/0/example')).toBe(7)
  })
})

describe('a document in several files', () => {
  it('is one contract, cyclic as it is', async () => {
    const { contract } = await openContract({ path: fixture('split', 'main.yaml'), name: 'split' })
    const body = { name: 'a', branches: [{ name: 'b', branches: [{}] }] }
    expect(contract.faults('GET /trees', 200, json, body)).toMatchObject([{ at: '/branches/0/branches/0' }])
    expect(contract.requestFaults('POST /trees', json, body)).toMatchObject([{ at: '/branches/0/branches/0' }])
    expect(contract.operations.get('POST /trees')?.request).toEqual({ mediaTypes: [json], required: false })
  })
})

const document = (more: string) =>
  `{ "openapi": "3.0.3", "info": { "title": "T", "version": "1" }, "paths": {}, ${more} }`
const open = (text: string, base = 'https://api.example/openapi.json') => openContract({ text, base, name: 'text' })

describe('a text', () => {
  it('may begin with a byte order mark, and keeps the hash of its bytes', async () => {
    const text = `\uFEFF${document('"components": {}')}`
    const { contract } = await open(text)
    expect(contract.sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(contract).toMatchObject({ name: 'text', version: '1', basePath: '' })
  })

  it('is corrected like the derived one when a manifest knows its bytes', async () => {
    const known = loadContract('uae/v2.1', 'standards/account-information')
    expect(documentWith(known.sha256)).toBe('standards/account-information')
    expect((await open(document('"components": {}'))).contract.corrections).toEqual([])
  })

  it.each([
    [
      'a reference to another host',
      '"components": { "schemas": { "A": { "$ref": "https://else.example/a.json" } } }',
      'at /components/schemas/A/$ref: expected a reference into the document or to a file beside it',
    ],
    [
      'a reference beside a URL',
      '"components": { "schemas": { "A": { "$ref": "a.json" } } }',
      'at /components/schemas/A/$ref: expected a reference into the document',
    ],
    [
      'a lost reference',
      '"components": { "schemas": { "A": { "$ref": "#/nowhere" } } }',
      'at /components/schemas/A/$ref: expected a reference that leads somewhere',
    ],
  ])('%s is one error that names file, line and place', async (_, more, message) => {
    await expect(open(document(more))).rejects.toThrow(`https://api.example/openapi.json:1 ${message}`)
  })

  it('a lost reference in a default response is found', async () => {
    const response = '{ "get": { "responses": { "default": { "$ref": "#/components/responses/No" } } } }'
    await expect(open(document('"components": {}').replace('{}', `{ "/a": ${response} }`))).rejects.toThrow(
      /at \/paths\/~1a\/get\/responses\/default\/\$ref: expected a reference that leads somewhere/,
    )
  })

  it('a file that is not there is named with the reference to it', async () => {
    const text = 'openapi: 3.0.3\ninfo: { title: T, version: "1" }\npaths:\n  /a:\n    $ref: "lost.yaml"\n'
    await expect(open(text, fixture('none.yaml'))).rejects.toThrow(
      /^none\.yaml:5 at \/paths\/~1a\/\$ref: expected a file that can be read, got .*lost\.yaml/,
    )
  })

  it('of OpenAPI 3.1 may have components alone, of 3.0 it has paths', async () => {
    const text = (version: string) =>
      `{ "openapi": "${version}", "info": { "title": "T", "version": "1" }, "components": {} }`
    expect((await open(text('3.1.0'))).contract.operations.size).toBe(0)
    await expect(open(text('3.0.3'))).rejects.toThrow('at /paths: expected paths, got nothing')
  })

  it('may merge mappings of YAML', async () => {
    const text =
      'openapi: 3.1.0\ninfo: { title: T, version: "1" }\ncomponents:\n  schemas:\n    A: &a { type: string }\n    B: { <<: *a, maxLength: 1 }\n'
    expect((await open(text, 'a.yaml')).contract.faultsOf('B', 1)).toMatchObject([{ keyword: 'type' }])
  })

  it('examples may hold what looks like a reference', async () => {
    const schema =
      '"A": { "type": "object", "example": { "$ref": "#/nowhere" }, "properties": { "$ref": { "type": "string" } } }'
    const { contract } = await open(document(`"components": { "schemas": { ${schema} } }`))
    expect(contract.faultsOf('A', { $ref: 1 })).toMatchObject([{ at: '/$ref' }])
  })
})
