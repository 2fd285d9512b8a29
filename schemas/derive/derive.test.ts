import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packageRoot } from '../../engine/package.ts'
import { makeContract } from '../make-contract.ts'
import type { Facts } from '../openapi.ts'
import { type Derivation, derive, differences, documentName, write } from './derive.ts'
import { readSource } from './read-source.ts'

const fixtures = join(packageRoot, 'schemas', 'fixtures')

let to: string
let derivation: Derivation
beforeEach(async () => {
  to = await mkdtemp(join(tmpdir(), 'mizan-derive-'))
  derivation = { from: join(fixtures, 'sound'), to, only: [], repository: 'https://example.com', licence: 'MIT' }
})
afterEach(() => rm(to, { recursive: true }))

const library = async () => JSON.parse((await derive(derivation)).files.get('library.json')!) as Facts

describe('derive', () => {
  it('names files by API', () => {
    expect(
      [
        'standards/uae-account-information-openapi.yaml',
        'ozone-connect/uae-ozone-connect-insurance-openapi.yaml',
        'letters.openapi.json',
      ].map(documentName),
    ).toEqual(['standards/account-information', 'ozone-connect/insurance', 'letters'])
  })

  it('keeps properties that are called like prose, and drops the prose', async () => {
    const { components } = await library()
    expect(components.schemas).toEqual({
      Book: {
        type: 'object',
        required: ['title'],
        properties: {
          title: { type: 'string' },
          description: { type: 'string' },
          example: { type: 'integer', nullable: true },
          'x-shelf': { type: 'string' },
          sequels: { type: 'array', items: { $ref: '#/components/schemas/Book' } },
        },
      },
    })
    expect(JSON.stringify(await library())).not.toMatch(/Prose|Nobody|Found|Read one/)
  })

  it('keeps headers, scopes, ranges of statuses and the path of the server', async () => {
    const facts = await library()
    const operation = facts.paths['/books/{BookId}']?.get
    expect(facts.servers).toEqual([{ url: '/open/v1' }])
    expect(operation?.security).toEqual([{ oauth: ['books'] }])
    expect(operation?.responses?.['200']).toMatchObject({ headers: { 'x-trace': { required: true } } })
    expect(operation?.responses?.['4XX']).toEqual({ $ref: '#/components/responses/Refused' })
  })

  it('gives the same text whatever the order of the source', async () => {
    const first = (await derive(derivation)).files.get('letters.json')
    const { openapi, info, paths } = JSON.parse(await readFile(join(derivation.from, 'letters-openapi.json'), 'utf8'))
    await writeFile(join(to, 'letters-openapi.json'), JSON.stringify({ paths, info, openapi }))
    expect((await derive({ ...derivation, from: to })).files.get('letters.json')).toBe(first)
    expect(first).toMatch(/\}\n$/)
  })

  it('is up to date after it wrote, and says what differs after a change by hand', async () => {
    const { files: results } = await derive(derivation)
    expect((await differences(to, results)).map(({ how }) => how)).toEqual(['missing', 'missing', 'missing'])
    await write(to, results)
    expect(await differences(to, (await derive(derivation)).files)).toEqual([])
    const file = join(to, 'library.json')
    await writeFile(file, (await readFile(file, 'utf8')).replace('"v1.2"', '"v1.3"'))
    expect(await differences(to, (await derive(derivation)).files)).toEqual([
      {
        file: 'library.json',
        how: expect.stringMatching(/^line \d+: expected "version": "v1.2", got "version": "v1.3"$/),
      },
    ])
  })

  it('names a file that no document gives', async () => {
    const { files } = await derive(derivation)
    await write(to, files)
    await writeFile(join(to, 'maps.json'), '{}')
    expect(await differences(to, files)).toEqual([
      { file: 'maps.json', how: 'expected no such file, as no document gives it' },
    ])
  })

  it('keeps folders, and says what looks wrong in a document', async () => {
    const from = join(to, 'sources')
    await mkdir(join(from, 'maps'), { recursive: true })
    const schemas = {
      Amount: { type: 'string', pattern: '^\\\\d+$' },
      Size: { type: 'integer', maxLength: 2 },
      Name: { pattern: '(' },
    }
    const content = {
      'application/json': {
        schema: { anyOf: Object.keys(schemas).map((name) => ({ $ref: `#/components/schemas/${name}` })) },
      },
    }
    const paths = { '/a': { get: { responses: { 200: { description: 'ok', content } } } } }
    const document = { openapi: '3.1.0', info: { title: 'Maps', version: '1' }, paths, components: { schemas } }
    await writeFile(join(from, 'maps', 'maps-roads.json'), JSON.stringify(document))
    const { files, findings } = await derive({ ...derivation, from })
    expect([...files.keys()]).toEqual(['maps/roads.json', 'manifest.json'])
    expect(findings.map(({ state, file, pointer }) => `${state} ${file} ${pointer}`)).toEqual([
      'corrected maps/maps-roads.json /components/schemas/Amount',
      'allows maps/maps-roads.json /components/schemas/Name',
      'new maps/maps-roads.json /components/schemas/Name',
      'allows maps/maps-roads.json /components/schemas/Size',
    ])
  })

  it('keeps the entries of documents that were not chosen', async () => {
    await write(to, (await derive(derivation)).files)
    const { documents } = JSON.parse((await derive({ ...derivation, only: ['letters'] })).files.get('manifest.json')!)
    expect(documents).toMatchObject([
      { document: 'letters', file: 'letters-openapi.json' },
      { document: 'library', version: 'v1.2', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ])
  })

  it('says which names there are', async () => {
    await expect(derive({ ...derivation, only: ['maps'] })).rejects.toThrow('document for maps, got letters, library')
  })

  it('of a cyclic document makes a contract that judges', async () => {
    const contract = makeContract({ name: 'library', version: 'v1.2', sha256: '' }, await library())
    const body = { title: 'a', sequels: [{ title: 'b', sequels: [{ example: null }] }] }
    expect(contract.faults('GET /books/{BookId}', 200, 'application/json', body)).toMatchObject([
      { at: '/sequels/0/sequels/0', expected: 'member title' },
    ])
  })
})

describe('a broken document is one error with file, line and place', () => {
  it.each([
    [
      'lost-reference.yaml',
      11,
      /schema\/\$ref: expected a reference that leads somewhere, got #\/components\/schemas\/Nowhere$/,
    ],
    ['wrong-place.yaml', 8, /at \/paths\/~1a\/get\/parameters\/0\/in: expected OpenAPI, got what its schema refuses/],
    ['old.yaml', 1, /at \/openapi: expected 3.0.x or 3.1.x, got "2.0"$/],
  ])('%s', async (file, line, message) => {
    const error = await readSource(join(fixtures, 'broken', file)).catch((fault: unknown) => fault as Error)
    expect(error).toMatchObject({ name: 'SourceFault', file, line, message: expect.stringMatching(message) })
    expect((error as Error).message).not.toContain(packageRoot)
  })

  it('names the line of a syntax error', async () => {
    await writeFile(join(to, 'cut.yaml'), 'openapi: 3.0.0\ninfo: { title: Cut\npaths: {}\n')
    await expect(readSource(join(to, 'cut.yaml'))).rejects.toThrow(
      /^cut.yaml:3: expected YAML or JSON, got a syntax error/,
    )
  })
})
