import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../schemas/openapi.ts'
import { exchange } from '../../../testing/exchange.ts'
import { openedSample } from '../sample.ts'
import { foreignMethods } from './foreign-method.ts'
import { candidates, isIdentity, singular } from './names.ts'
import { inferRows } from './rows.ts'
import { credentialHeaders, credentialParameters, securedBy } from './security.ts'
import { nameIn } from './take.ts'

const text = { type: 'string' }
const ok = { responses: { 200: { description: 'ok' } } }
const path = (name: string, more: JsonObject = {}): JsonObject => ({
  name,
  in: 'path',
  required: true,
  schema: text,
  ...more,
})

const rowsOf = (
  paths: JsonObject,
  options: { readonly params?: Record<string, string>; readonly write?: boolean; readonly headers?: string[] } = {},
) => {
  const { contract, document } = openedSample({ paths })
  const { params = {}, write = false, headers = [] } = options
  return new Map(inferRows({ contract, document, params, write, headers }).map(({ row }) => [row.operation, row]))
}

it.each([
  ['pets', 'pet'],
  ['categories', 'category'],
  ['addresses', 'address'],
  ['boxes', 'box'],
  ['status', 'statu'],
  ['access', 'access'],
  ['account-access-consents', 'accountaccessconsent'],
])('one of %s is a %s', (collection, one) => expect(singular(collection)).toBe(one))

it('looks for a name in the likeliest member first', () => {
  expect(candidates('petId', 'pets')).toEqual(['petid', 'id'])
  expect(candidates('currencyCode', 'currencies')).toEqual(['currencycode', 'code', 'id', 'currencyid'])
  expect(candidates('AccountId', 'accounts')).toEqual(['accountid', 'id'])
})

it.each(['id', 'account_id', 'apiKey', 'reference'])('%s stands for a certain thing', (name) => {
  expect(isIdentity(name)).toBe(true)
})
it.each(['page', 'limit', 'search', 'from'])('%s does not', (name) => expect(isIdentity(name)).toBe(false))

describe('the name of a thing is found', () => {
  it.each([
    ['in a bare list', [{ id: 7 }], '7'],
    ['below an envelope', { Data: { Pet: [{ PetId: 'a' }] }, Links: { Self: 'x' } }, 'a'],
    ['in the first item that has one', { items: [{ name: 'x' }, { pet_id: 'b' }] }, 'b'],
    ['in an object', { data: { id: 'c' } }, 'c'],
  ])('%s', (_, body, expected) => expect(nameIn(body, 'petId', 'pets')).toBe(expected))

  it('in a list of names', () => expect(nameIn(['AED', 'BHD'], 'currency', 'currencies')).toBe('AED'))
  it.each([[[]], [{ total: 0 }], ['x'], [undefined], [[{ id: { nested: 1 } }]]])('not in %j', (body) => {
    expect(nameIn(body, 'petId', 'pets')).toBeUndefined()
  })
})

describe('a row', () => {
  it('presents a key in the query, where the user gives one', () => {
    const scheme = { type: 'apiKey', in: 'query', name: 'app key' }
    const document = { paths: { '/a': { get: { ...ok, security: [{ it: [] }] } } } }
    const opened = openedSample({ ...document, components: { securitySchemes: { it: scheme } } })
    const searches = [{ 'app key': 'a&b' }, {}].map(
      (params: Record<string, string>) => inferRows({ ...opened, params, write: false, headers: [] })[0]?.row.search,
    )
    expect(searches).toEqual(['app%20key=a%26b', undefined])
    expect(credentialParameters(opened.document)).toEqual(['app key'])
  })

  it('fills a list that is required with one item', () => {
    const schema = { type: 'array', items: { type: 'string', enum: ['new', 'sold'] } }
    const parameters = [{ name: 'status', in: 'query', required: true, schema }]
    expect(rowsOf({ '/pets': { get: { ...ok, parameters } } }).get('GET /pets')?.search).toBe('status=new')
  })

  it('asks for the types of a success that is no JSON, else for JSON as usual', () => {
    const get = (...types: readonly string[]) => ({
      responses: { 200: { description: 'ok', content: Object.fromEntries(types.map((type) => [type, {}])) } },
    })
    const rows = rowsOf({
      '/a': { get: get('text/csv', 'image/png') },
      '/b': { get: get('text/csv', 'application/json') },
    })
    expect(rows.get('GET /a')?.headers).toEqual({ accept: 'text/csv, image/png' })
    expect(rows.get('GET /b')?.headers).toBeUndefined()
  })

  it('takes a name from the list above it, whatever example the document has', () => {
    const rows = rowsOf({
      '/pets': { get: ok },
      '/pets/{petId}': { get: { ...ok, parameters: [path('petId', { example: 'e' })] } },
    })
    expect(rows.get('GET /pets/{petId}')?.path?.petId).toMatchObject({ operation: 'GET /pets', otherwise: 'e' })
  })

  it('takes a name from a collection that it does not stand below', () => {
    const rows = rowsOf({
      '/v1/accounts': { get: ok },
      '/balances/{account_id}': { get: { ...ok, parameters: [path('account_id')] } },
    })
    expect(rows.get('GET /balances/{account_id}')?.path?.account_id).toMatchObject({ operation: 'GET /v1/accounts' })
  })

  it('takes a name by a link of the document', () => {
    const links = { one: { operationId: 'owner', parameters: { who: '$response.body#/owner/name' } } }
    const rows = rowsOf({
      '/farm': { get: { responses: { 200: { description: 'ok', links } } } },
      '/owners/{who}': { get: { ...ok, operationId: 'owner', parameters: [path('who')] } },
    })
    const taken = rows.get('GET /owners/{who}')?.path?.who
    expect(taken).toMatchObject({ operation: 'GET /farm' })
    expect(typeof taken === 'object' && taken.take(exchange({ body: { owner: { name: 'Ann' } } }))).toBe('Ann')
  })

  it.each([
    ['a value of the user', path('id', { example: 'e' }), { params: { ID: 'mine' } }, 'mine'],
    ['an example', path('id', { example: 'e' }), {}, 'e'],
    ['the first of a fixed list', path('id', { schema: { enum: ['a', 'b'] } }), {}, 'a'],
    ['a day', path('day', { schema: { type: 'string', format: 'date' } }), {}, '2026-01-01'],
  ])('has %s', (_, parameter, options, expected) => {
    const name = String(parameter.name)
    const rows = rowsOf({ [`/x/{${name}}`]: { get: { ...ok, parameters: [parameter] } } }, options)
    expect(rows.get(`GET /x/{${name}}`)?.path).toEqual({ [name]: expected })
  })

  it.each([
    ['a name in the path', path('id')],
    ['a number in the path', path('page', { schema: { type: 'integer' } })],
    ['a name in the query', { name: 'accountId', in: 'query', required: true, schema: text }],
    ['a text of a pattern', { name: 'q', in: 'query', required: true, schema: { ...text, pattern: '^a$' } }],
  ])('makes up no value for %s, and says what is lacking', (_, parameter) => {
    const rows = rowsOf({ '/x/{id}': { get: { ...ok, parameters: [parameter] } } })
    expect([...rows.values()][0]?.unreachable).toMatch(
      /^nothing gives a value for the (path|query) parameter \w+: give one with --param/,
    )
  })

  it('leaves out what is optional, and makes what is required of any value', () => {
    const query = (name: string, required: boolean, schema: JsonObject) => ({ name, in: 'query', required, schema })
    const parameters = [
      query('page', true, { type: 'integer', minimum: 1 }),
      query('from', true, { type: 'string', format: 'date' }),
      query('tags', true, { type: 'array', minItems: 1, items: { type: 'string', enum: ['a b'] } }),
      query('sort', false, text),
      { name: 'X-Version', in: 'header', required: true, schema: { type: 'integer', default: 2 } },
      { name: 'X-Tenant', in: 'header', required: true, schema: text },
      { name: 'Authorization', in: 'header', required: true, schema: text },
    ]
    const row = rowsOf({ '/x': { get: { ...ok, parameters } } }, { headers: ['x-tenant'] }).get('GET /x')
    expect(row).toMatchObject({ search: 'page=1&from=2026-01-01&tags=a%20b', headers: { 'X-Version': '2' } })
    expect(row).not.toHaveProperty('headers.X-Tenant')
  })

  it('never asks a circle', () => {
    const rows = rowsOf({
      '/as/{bId}/as': { get: { ...ok, parameters: [path('bId')] } },
      '/bs/{aId}/bs': { get: { ...ok, parameters: [path('aId')] } },
    })
    expect([...rows.values()].map(({ unreachable }) => unreachable !== undefined)).toEqual([true, true])
  })
})

describe('what changes something', () => {
  const json = (schema: JsonObject): JsonObject => ({ content: { 'application/json': { schema } } })
  const pets = {
    '/pets': {
      post: {
        ...ok,
        requestBody: { required: true, ...json({ type: 'object', required: ['name'], properties: { name: text } }) },
      },
    },
    '/pets/{petId}': {
      parameters: [path('petId', { example: 'somebody' })],
      get: ok,
      put: { ...ok, requestBody: json({ type: 'object' }) },
      delete: ok,
    },
    '/settings': { put: ok },
    '/pets/{petId}/toys': { post: { ...ok, parameters: [path('petId', { example: 'somebody' })] } },
    '/others/{id}': {
      post: { ...ok, parameters: [path('id', { example: 'e' })] },
      delete: { ...ok, parameters: [path('id')] },
    },
  }

  it('is not asked unless that is wanted', () => {
    const rows = rowsOf(pets)
    expect([...rows].filter(([, row]) => row.unreachable === undefined).map(([id]) => id)).toEqual([
      'GET /pets/{petId}',
    ])
    expect(rows.get('DELETE /pets/{petId}')?.unreachable).toBe('it changes something (--write)')
  })

  it('meets only what the run made, whatever the user or the document names', () => {
    const rows = rowsOf(pets, { write: true, params: { petId: 'precious', id: 'precious' } })
    for (const id of ['PUT /pets/{petId}', 'DELETE /pets/{petId}']) {
      expect(rows.get(id)?.path?.petId).toMatchObject({ operation: 'POST /pets', fresh: true })
    }
    expect(rows.get('POST /others/{id}')?.path).toEqual({ id: 'precious' })
    expect(rows.get('PUT /settings')?.unreachable).toBe('it would change what the run did not make')
    expect(rows.get('DELETE /others/{id}')?.unreachable).toMatch(/^it would change what the run did not make/)
  })

  it('is nothing that only the document names', () => {
    const rows = rowsOf(pets, { write: true })
    expect(rows.get('POST /pets/{petId}/toys')?.path?.petId).toMatchObject({ operation: 'POST /pets', fresh: true })
    expect(rows.get('POST /others/{id}')?.unreachable).toBe(
      'it would change what the run did not make: name what it is to change with --param id=VALUE',
    )
  })

  it('sends a body that keeps the contract, and removes what it made', () => {
    const post = rowsOf(pets, { write: true }).get('POST /pets')
    expect(post).toMatchObject({
      body: { mediaType: 'application/json', text: '{"name":"mizan"}' },
      undo: { operation: 'DELETE /pets/{petId}', parameter: 'petId' },
    })
    const made = exchange({ status: 201, headers: { location: '/v1/pets/p%201' }, body: {} })
    expect(post?.undo?.take(made)).toBe('p 1')
  })

  it('is not asked with a body that breaks the contract', () => {
    const broken = json({ type: 'object', required: ['x'], properties: { x: { ...text, pattern: '^a$' } } })
    const rows = rowsOf({ '/x': { post: { ...ok, requestBody: { required: true, ...broken } } } }, { write: true })
    expect(rows.get('POST /x')?.unreachable).toMatch(/^no body that keeps the contract could be made/)
  })
})

describe('security', () => {
  const components = {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer' },
      key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      inQuery: { type: 'apiKey', in: 'query', name: 'key' },
    },
  }
  const secured = (security: readonly JsonObject[] | undefined, headers?: readonly string[]) => {
    const { contract, document } = openedSample({
      paths: { '/x': { get: { ...ok, ...(security && { security }) } } },
      components,
    })
    const facts = contract.operations.get('GET /x')
    return facts && securedBy(document, facts, headers)
  }

  it.each([
    ['none is asked', undefined, [], undefined],
    ['none has to be', [{}, { bearer: [] }], [], undefined],
    ['a header presents it', [{ bearer: [] }], ['authorization'], true],
    ['one of several ways is presented', [{ inQuery: [] }, { key: [] }], ['x-key'], true],
    ['headers are not known', [{ key: [] }], undefined, true],
    [
      'one of two is lacking',
      [{ bearer: [], key: [] }],
      ['x-key'],
      { lacking: expect.stringContaining('--header authorization=') },
    ],
    [
      'no header presents it',
      [{ inQuery: [] }],
      ['authorization'],
      { lacking: 'its credential is presented in no header' },
    ],
  ])('%s', (_, security, headers, expected) => expect(secured(security, headers)).toEqual(expected))

  it('names the headers of credentials', () => {
    expect(credentialHeaders({ components })).toEqual(['authorization', 'x-key'])
  })
})

it('picks a method that no path of the same form has', () => {
  const { contract } = openedSample({
    paths: {
      '/pets/{id}': { get: ok },
      '/pets/mine': { put: ok },
      '/jobs': { post: ok },
      '/full': { get: ok, put: ok },
      '/pets/{id}/toys': { get: ok },
      '/files': { head: ok },
    },
  })
  expect(foreignMethods(contract, false)('/files')).toBe('PROPFIND')
  const paths = ['/pets/{id}', '/pets/mine', '/jobs', '/full', '/pets/{id}/toys']
  expect(paths.map(foreignMethods(contract, true))).toEqual(['PROPFIND', 'PROPFIND', 'GET', 'PROPFIND', 'PUT'])
  expect(paths.map(foreignMethods(contract, false))).toEqual(['PROPFIND', 'PROPFIND', 'GET', 'PROPFIND', 'PROPFIND'])
})
