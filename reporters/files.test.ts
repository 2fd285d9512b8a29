import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { archiveOf } from '../engine/archive.ts'
import { exchange, report, reporting } from '../testing/reporting.ts'
import { curl } from './curl.ts'
import { writeWhole } from './files.ts'
import { harEntry, writeHar } from './har.ts'
import { reportText, writeJson } from './json.ts'

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'mizan-files-'))
})
afterEach(() => rmSync(out, { recursive: true }))

test('a file is whole or not there', async () => {
  function* broken(): Generator<string> {
    yield 'half'
    throw new Error('the disk is full')
  }
  await expect(writeWhole(join(out, 'deep', 'a.txt'), broken())).rejects.toThrow('the disk is full')
  expect(readdirSync(join(out, 'deep'))).not.toContain('a.txt')
  await writeWhole(join(out, 'deep', 'a.txt'), ['one', 'two'])
  expect(readdirSync(join(out, 'deep'))).toEqual(['a.txt'])
  expect(readFileSync(join(out, 'deep', 'a.txt'), 'utf8')).toBe('onetwo')
})

describe('report.json', () => {
  test('is the report', async () => {
    const given = reporting(out)
    const file = await writeJson(given)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(given.report)
  })

  test('has the same bytes whatever the order of the keys, and begins with what it is', () => {
    const one = report([])
    const other = Object.fromEntries(Object.entries(one).reverse()) as unknown as typeof one
    const text = (of: typeof one): string => [...reportText(of)].join('')
    expect(text(other)).toBe(text(one))
    expect(Object.keys(JSON.parse(text(one))).slice(0, 2)).toEqual(['reportVersion', 'suite'])
  })
})

describe('recording.har', () => {
  test('is JSON with an entry for each exchange', async () => {
    const { log } = JSON.parse(readFileSync(await writeHar(reporting(out)), 'utf8'))
    expect(log).toMatchObject({ version: '1.2', creator: { name: 'Mizan', version: '0.1.0' } })
    expect(log.entries.map(({ _id }: { _id: string }) => _id)).toEqual(['x1', 'x2'])
  })

  test('is JSON without any exchange', async () => {
    const file = await writeHar({ ...reporting(out), exchanges: archiveOf([]) })
    expect(JSON.parse(readFileSync(file, 'utf8')).log.entries).toEqual([])
  })

  test('says what was sent, what came, and what it was for', () => {
    expect(harEntry(exchange())).toMatchObject({
      _operation: 'GET /accounts',
      _purpose: 'good call',
      _credentials: { token: 'user', certificate: 'own' },
      startedDateTime: '2026-11-20T08:00:01.000Z',
      time: 42,
      request: {
        method: 'GET',
        bodySize: 0,
        queryString: [
          { name: 'page', value: '1' },
          { name: 'q', value: 'a b' },
        ],
      },
      response: { status: 200, content: { size: 23, mimeType: 'application/json' }, redirectURL: '' },
      timings: { send: 0, wait: 42, receive: 0 },
    })
  })

  test('has postData only where a body was sent, and survives a query that is not encoded', () => {
    const { request } = exchange()
    const body = 'a=‹token 3f1a›'
    const headers = [['Content-Type', 'application/x-www-form-urlencoded']] as const
    const sent = harEntry(exchange({ request: { ...request, url: 'https://as.test/t?a=%zz', headers, body } }))
    expect(sent.request).toMatchObject({
      postData: { mimeType: 'application/x-www-form-urlencoded', text: body },
      queryString: [{ name: 'a', value: '%zz' }],
    })
    expect(harEntry(exchange()).request).not.toHaveProperty('postData')
  })
})

describe('a curl line', () => {
  const words = (line: string): readonly string[] =>
    execFileSync('sh', ['-c', `curl() { printf '%s\\n--\\n' "$@"; }; CLIENT_CERT=c.pem; CLIENT_KEY=k.pem; ${line}`], {
      encoding: 'utf8',
    })
      .split('\n--\n')
      .slice(0, -1)

  test('gives a shell exactly the request, masks as they are', () => {
    const { request } = exchange()
    const body = `{"a":"it's $HOME \`id\` \\"q\\"\n"}`
    const headers = [...request.headers, ['X-Empty', ''], ['Content-Length', '7'], ['Host', 'rs1.bank.test']] as const
    const line = curl(exchange({ request: { ...request, method: 'POST', headers, body } }))
    expect(words(line)).toEqual([
      ...['--include', '--request', 'POST', '--cert', 'c.pem', '--key', 'k.pem'],
      ...['--header', 'Authorization: Bearer ‹token 3f1a›'],
      ...['--header', 'x-fapi-interaction-id: 5f0c1bd5-6c3a-4a66-9b2d-0a1b2c3d4e5f'],
      ...['--header', 'X-Empty;', '--data-raw', body, '--url', request.url],
    ])
  })

  test('names the certificate that was presented', () => {
    const { credentials } = exchange()
    expect(curl(exchange({ credentials: { ...credentials, certificate: 'none' } }))).not.toContain('--cert')
    expect(curl(exchange({ credentials: { ...credentials, certificate: 'second' } }))).toContain(
      '"$SECOND_CLIENT_CERT"',
    )
  })
})
