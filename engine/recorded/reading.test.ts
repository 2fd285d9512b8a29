import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { entriesOf } from './entries.ts'
import { readEntry } from './entry.ts'
import { exchangeOf } from './exchange.ts'
import { hostsAsked } from './hosts.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-har-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const written = (content: string | Buffer): string => {
  const file = join(folder, 'a.har')
  writeFileSync(file, content)
  return file
}

const all = async (content: string | Buffer): Promise<readonly unknown[]> => {
  const found: unknown[] = []
  for await (const { value } of entriesOf(written(content), 'a.har')) found.push(value)
  return found
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const har = (...entries: readonly unknown[]): string => JSON.stringify({ log: { version: '1.2', entries } })

describe('the entries of a file', () => {
  it('are those of log.entries alone, whatever stands around them', async () => {
    const text = JSON.stringify({
      log: { pages: [{ entries: [1] }], entries: [{ a: 'é"\\' }, { b: [] }], comment: '' },
    })
    expect(await all(text)).toEqual([{ a: 'é"\\' }, { b: [] }])
    expect(await all(`\uFEFF${text}\n\n`)).toEqual([{ a: 'é"\\' }, { b: [] }])
  })

  it('may be larger than what is read at once', async () => {
    const long = 'é'.repeat(300_000)
    expect(await all(har({ long }, { n: 1 }))).toEqual([{ long }, { n: 1 }])
  })

  test.each<[string, string | Buffer, string]>([
    ['cut off within its second entry', har({ a: 1 }, { b: 2 }).slice(0, -8), 'it ends after log.entries[0]'],
    ['cut off at once', '{"log":{"entries":[{"a"', 'it ends before the end of its first entry'],
    ['empty', '', 'it ends before the end of its first entry'],
    ['no JSON after its first entry', `${har({ a: 1 }).slice(0, -3)},}]}}`, 'it is no JSON after log.entries[0]'],
    ['no JSON', '<html></html>', 'it is no JSON before the end of its first entry: unexpected "<" at byte 0'],
    [
      'a text out of place',
      '{"log":{"entries":[1 "canary"]}}',
      'it is no JSON after log.entries[0]: unexpected string',
    ],
    ['without entries', har(), 'found none'],
    ['another JSON', '{"openapi":"3.1.0"}', 'found none'],
    ['entries that are no list', '{"log":{"entries":{"0":{}}}}', 'found none'],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${har({ a: 1 })}`, 'utf16le'), 'expected JSON in UTF-8, got UTF-16'],
    ['UTF-16 without it', Buffer.from(har({ a: 1 }), 'utf16le'), 'expected JSON in UTF-8, got UTF-16'],
    ['UTF-16 the other way', Buffer.from(har({ a: 1 }), 'utf16le').swap16(), 'expected JSON in UTF-8, got UTF-16'],
    ['compressed', gzipSync('{}'), 'a compressed file'],
    ['followed by something', `${har({ a: 1 })}{}`, 'JSON'],
  ])('%s', async (_, content, words) => {
    await expect(all(content)).rejects.toThrow(
      expect.objectContaining({ name: 'SetUpFault', where: 'a.har', message: expect.stringContaining(words) }),
    )
  })

  it('are nowhere without a file', async () => {
    await expect(entriesOf(join(folder, 'none.har'), 'none.har').next()).rejects.toThrow('there is no such recording')
  })
})

const request = { method: 'GET', url: 'https://b.test/accounts?x=1', headers: [] }
const headers = [{ name: 'content-type', value: 'application/json' }]
const response = { status: 200, headers, content: { size: 2, text: '{}' } }

describe('an entry', () => {
  it('is read without what tools leave out', () => {
    expect(readEntry({ request, response }, 3)).toMatchObject({
      number: 3,
      durationMs: 0,
      request: { method: 'GET', url: request.url },
      response: { status: 200, body: { text: '{}', known: true, exact: false, bytes: 2 } },
    })
  })

  it('has no pseudo-headers of HTTP/2, and repeated ones each by itself', () => {
    const sent = [
      { name: ':authority', value: 'b.test' },
      { name: 'accept', value: 'a' },
    ]
    const came = [...headers, { name: 'set-cookie', value: 'a=1\nb=2' }]
    const read = readEntry({ request: { ...request, headers: sent }, response: { ...response, headers: came } }, 0)
    expect(read.request.headers).toEqual([['accept', 'a']])
    expect(read.response?.headers.slice(1)).toEqual([
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ])
  })

  it('has numbers as texts, and nothing where a value is null', () => {
    const came = [
      { name: 'content-length', value: 2 },
      { name: 'x-empty', value: null },
    ]
    const read = readEntry({ request: { ...request, headers: came }, response: { ...response, headers: came } }, 0)
    expect(read.request.headers).toEqual([['content-length', '2']])
    expect(read.response?.headers).toEqual([['content-length', '2']])
  })

  it.each([
    ['a text', { mimeType: 'text/plain', text: 'hello' }, 'hello'],
    [
      'parameters of a form',
      { mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: 'b c' }] },
      'a=b+c',
    ],
    [
      'parameters beside an empty text',
      { mimeType: 'application/x-www-form-urlencoded', text: '', params: [{ name: 'a' }, { name: 'b', value: null }] },
      'a=&b=',
    ],
    ['parts, which are left out', { mimeType: 'multipart/form-data', params: [{ name: 'a' }] }, undefined],
  ])('sent %s', (_, postData, body) => {
    expect(readEntry({ request: { ...request, postData }, response }, 0).request.body).toBe(body)
  })

  it.each([
    ['no answer', { status: 0, headers: [] }],
    ['an answer without headers', { status: 200, headers: [] }],
  ])('with %s has none', (_, came) => {
    expect(readEntry({ request, response: came }, 0).response).toBeUndefined()
  })

  const said = (length: string) => [...headers, { name: 'Content-Length', value: length }]

  const body = (content: unknown, more: object = {}, method = 'GET') =>
    readEntry({ request: { ...request, method }, response: { status: 200, headers, content, ...more } }, 0).response
      ?.body

  it.each<[string, unknown, object, Record<string, unknown>]>([
    [
      'base64',
      { text: Buffer.from('é').toString('base64'), encoding: 'base64' },
      {},
      { text: 'é', exact: true, bytes: 2 },
    ],
    ['bytes that are no UTF-8', { text: '/w==', encoding: 'base64' }, {}, { validUtf8: false, known: true }],
    ['a mark before the text', { text: '\uFEFF{}' }, {}, { text: '{}', bytes: 5 }],
    ['left out', { size: 12 }, {}, { known: false }],
    ['left out without a size', {}, {}, { known: false }],
    ['none, as the server says', { size: 0 }, { headers: said('0') }, { text: '', known: true }],
    ['none, as the tool alone says', { size: 0, text: '' }, { bodySize: 0 }, { known: false }],
    ['none by its status', undefined, { status: 204 }, { text: '', known: true }],
    ['cut off', { size: 99, text: '{"a":' }, {}, { known: false }],
    ['cut off with its size', { size: 5, text: '{"a":' }, { headers: said('99') }, { known: false }],
    ['no JSON, as long as was said', { size: 5, text: '{"a":' }, { headers: said('5') }, { known: true }],
    [
      'cut off, of no JSON',
      { text: 'e30.e3' },
      { headers: [{ name: 'content-length', value: '9' }] },
      { known: false },
    ],
    ['written anew by the tool', { size: 2, text: '{}' }, { headers: said('9') }, { known: true }],
    ['masked', { text: '‹jwt 3f1a›' }, { headers: said('900') }, { known: true }],
    [
      'shorter than its packed form',
      { size: 5, text: '{"a":' },
      { headers: [...said('25'), { name: 'content-encoding', value: 'br' }] },
      { known: true },
    ],
    [
      'sent in pieces, with a length all the same',
      { text: '{"a":' },
      { headers: [...said('25'), { name: 'transfer-encoding', value: 'chunked' }] },
      { known: true },
    ],
    ['no JSON, and whole', { size: 5, text: '{"a":' }, {}, { known: true, text: '{"a":' }],
    [
      'still packed',
      { text: Buffer.from([0x1f, 0x8b, 0xff]).toString('base64'), encoding: 'base64' },
      { headers: [...headers, { name: 'Content-Encoding', value: 'gzip' }] },
      { known: false },
    ],
  ])('with a body: %s', (_, content, more, expected) => {
    expect(body(content, more)).toMatchObject(expected)
  })

  it('that answers HEAD has no body', () => {
    expect(body({ size: 12 }, {}, 'HEAD')).toMatchObject({ text: '', known: true })
  })

  it.each<[string, unknown, string]>([
    ['no object', 7, 'log.entries[17]: expected an object, got 7'],
    ['no request', { response }, 'log.entries[17].request: expected an object, got nothing'],
    [
      'a status in words',
      { request, response: { ...response, status: 'x' } },
      '.response.status: expected a number, got "x"',
    ],
    [
      'a relative URL',
      { request: { ...request, url: '/accounts/of/somebody' }, response },
      'got a text of 21 characters',
    ],
    ['no headers', { request, response: { status: 200 } }, '.response.headers: expected a list, got nothing'],
    [
      'a header without a value',
      { request, response: { status: 200, headers: [{ name: 'a' }] } },
      '.response.headers[0].value: expected a text, got nothing',
    ],
    [
      'a body that is none',
      { request, response: { ...response, content: { text: {} } } },
      '.response.content.text: expected',
    ],
  ])('with %s says where', (_, entry, words) => {
    expect(() => readEntry(entry, 17)).toThrow(words)
  })

  const ours = {
    ...{ _id: 'x7', _operation: 'GET /accounts', _suite: 's', _scenario: 's/a', _purpose: 'no token' },
    _credentials: { token: 'none', certificate: 'own' },
    _facts: { bytes: 9, bodySha256: 'f'.repeat(64), validUtf8: false },
  }

  it('of a run of ours keeps what that run knew', () => {
    expect(readEntry({ ...ours, request, response }, 0).ours).toEqual({
      ...{ id: 'x7', operation: 'GET /accounts', suite: 's', scenario: 's/a', purpose: 'no token' },
      credentials: ours._credentials,
      facts: ours._facts,
    })
  })

  it.each([
    ['a fact', { byteOrderMark: true }, true],
    ['only the hash of the bytes', { bodySha256: sha256('\uFEFF{"a":1}') }, true],
    ['no mark', { bodySha256: sha256('{"a":1}') }, undefined],
  ])('of a run of ours knows of the mark before a body: %s', async (_, facts, marked) => {
    const entry = readEntry(
      {
        ...{ ...ours, _facts: { ...ours._facts, ...facts }, request },
        response: { ...response, headers: [{ name: 'a', value: 'b' }], content: { text: '{"a":1}' } },
      },
      0,
    )
    if (entry.response === undefined) throw new Error('no answer')
    const exchange = await exchangeOf(entry, entry.response, { operation: undefined, at: new Date(0) })
    expect(exchange.facts.byteOrderMark).toBe(marked)
  })

  it.each(['_id', '_facts', '_credentials'])('of ours without %s is one like any other', (name) => {
    expect(readEntry({ ...ours, [name]: undefined, request, response }, 0).ours).toBeUndefined()
  })
})

test('hosts are those that requests went to, not those that bodies name', async () => {
  const text = JSON.stringify({ url: 'https://named.test/a' })
  const file = written(har({ request: { url: 'https://asked.test:8443/a' }, response: { content: { text } } }))
  expect(await hostsAsked(file, ['asked.test:8443', 'asked.test', 'named.test'])).toEqual(new Set(['asked.test:8443']))
})
