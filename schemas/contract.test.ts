import { describe, expect, it } from 'vitest'
import { loadContract } from './contract.ts'
import { makeContract } from './make-contract.ts'
import type { Facts, Media } from './openapi.ts'

describe('loadContract', () => {
  const contract = loadContract('uae/v2.1', 'standards/account-information')

  it('gives name, version and hash of the source, and the base path', () => {
    expect(contract).toMatchObject({
      name: 'account-information',
      version: 'v2.1-errata2',
      sha256: '8332adf44d606cc013febf83b248c33257536e719a35bef8eda58c2cb0b88126',
      basePath: '/open-finance/account-information/v2.1',
    })
  })

  it('knows every operation of the document', () => {
    expect(contract.operations.size).toBe(15)
    expect([...loadContract('uae/v2.1', 'standards/authorization-endpoints').operations.keys()]).toEqual([
      'POST /par',
      'POST /token',
    ])
  })

  it('tells the facts of an operation', () => {
    const operation = contract.operations.get('GET /accounts/{AccountId}')
    expect(operation).toMatchObject({ method: 'GET', path: '/accounts/{AccountId}' })
    expect(operation?.parameters).toContainEqual({
      name: 'AccountId',
      in: 'path',
      required: true,
      style: 'simple',
      explode: false,
      schema: expect.stringMatching(/^\/components\/parameters\/.+\/schema$/),
    })
    expect(operation?.responses['200']).toEqual({
      mediaTypes: ['application/json', 'application/jwt'],
      headers: [{ name: 'x-fapi-interaction-id', required: true }],
    })
    expect(operation?.responses['401']).toMatchObject({ mediaTypes: [] })
  })

  it('reads a document once', () => {
    expect(loadContract('uae/v2.1', 'standards/account-information')).toBe(contract)
  })

  it('compiles every schema that a body can be judged by', () => {
    const judged = [contract, loadContract('uae/v2.1', 'standards/authorization-endpoints')].flatMap((each) => [
      ...[...each.operations.values()].flatMap(({ id, responses }) =>
        Object.entries(responses).flatMap(([status, { mediaTypes }]) =>
          mediaTypes.map((type) => each.faults(id, Number(status), type, 'text')?.length),
        ),
      ),
      ...each.components.map((name) => each.faultsOf(name, { 'no such member': true }).length),
    ])
    expect(judged.length).toBeGreaterThan(300)
    expect(judged).not.toContain(undefined)
  })

  it('says which contracts there are', () => {
    expect(() => loadContract('uae/v2.1', 'maps')).toThrow(
      'schemas/uae/v2.1 has no contract maps; it has api-hub/authorisation-server, api-hub/consent-manager, ',
    )
    expect(() => loadContract('nowhere', 'maps')).toThrow('schemas/nowhere/manifest.json: expected a derived document')
  })

  it('throws for an operation or schema that the document lacks', () => {
    expect(() => contract.faults('GET /maps', 200, 'application/json', {})).toThrow('has no operation GET /maps')
    expect(() => contract.faultsOf('Map', {})).toThrow('has no schema Map')
  })
})

describe('which schema judges a body', () => {
  const body = (name: string): Media => ({ schema: { enum: [name] } })
  const facts: Facts = {
    openapi: '3.1.0',
    info: { version: '1' },
    servers: [],
    components: {},
    paths: {
      '/a': {
        get: {
          responses: {
            '200': {
              content: {
                'application/json': body('plain'),
                'Application/JSON; charset=utf-8': body('with a charset'),
                'text/*': body('text'),
              },
            },
            '204': {},
            '4XX': { content: { '*/*': body('class') } },
            default: { content: { 'application/json': body('default') } },
          },
        },
      },
    },
  }
  const contract = makeContract({ name: 'literal', version: '1', sha256: '' }, facts)

  it.each([
    [200, 'application/json', 'plain'],
    [200, 'Application/Json;charset=utf-8', 'plain'],
    [200, 'text/html', 'text'],
    [404, 'application/xml', 'class'],
    [500, 'application/json', 'default'],
  ])('%i %s', (status, type, name) => {
    expect(contract.faults('GET /a', status, type, 'other')).toMatchObject([{ expected: name }])
    expect(contract.faults('GET /a', status, type, name)).toEqual([])
  })

  it.each([
    [200, 'application/jwt'],
    [204, 'application/json'],
    [500, 'text/html'],
  ])('%i %s has none', (status, type) => {
    expect(contract.faults('GET /a', status, type, 'other')).toBeUndefined()
    expect(contract.places('GET /a', status, type, 'other', { formats: ['date'] })).toEqual([])
  })

  it('media types are told once each, without parameters', () => {
    expect(contract.operations.get('GET /a')?.responses['200']?.mediaTypes).toEqual(['application/json', 'text/*'])
  })
})
