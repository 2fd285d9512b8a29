import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readProfile } from '../engine/profile/read.ts'
import { loadOpenApi, profileOfFlags, targetOf } from './openapi-target.ts'

const document = {
  openapi: '3.0.3',
  info: { title: 'Letters', version: '1' },
  paths: { '/letters': { get: { responses: { 200: { description: 'Letters' } } } } },
}

let folder: string
let server: Server
let host: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-target-'))
  writeFileSync(join(folder, 'letters.json'), JSON.stringify(document))
  writeFileSync(
    join(folder, 'broken.yaml'),
    'openapi: 3.0.3\ninfo: { title: x, version: "1" }\npaths:\n  /a: { get: {} }\n',
  )
  server = createServer(({ url }, response) => {
    if (url === '/moved') response.writeHead(302, { location: '/api/letters.json' }).end()
    else if (url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (url === '/api/letters.json') response.end(JSON.stringify(document))
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

const flags = (contract: string, more: object = {}) => {
  const raw = profileOfFlags({ contract, baseUrl: 'https://api.example/v1', ...more })
  if (raw === undefined) throw new Error('no profile')
  return raw
}

describe('flags stand for a profile', () => {
  test('with headers and parameters, written either way', async () => {
    const header = ['Authorization=Bearer a=b', 'X-Tenant: blue']
    const { profile, standard } = await loadOpenApi(flags(join(folder, 'letters.json'), { header, param: ['id=7'] }))
    expect(profile).toMatchObject({
      name: 'api.example',
      headers: { Authorization: 'Bearer a=b', 'X-Tenant': 'blue' },
      params: { id: '7' },
      positive: false,
      write: false,
    })
    expect(standard.contracts('3').map(({ name, operations }) => [name, ...operations.keys()])).toEqual([
      ['letters', 'GET /letters'],
    ])
  })

  test('a host of this machine is asked as fast as it answers, another at the usual rate', async () => {
    const rate = async (baseUrl: string) =>
      (await loadOpenApi(flags(join(folder, 'letters.json'), { baseUrl }))).profile.limits.requestsPerSecond
    expect(await rate('http://localhost:1')).toBeGreaterThan(await rate('https://api.example'))
  })

  test('none of them is none', () => {
    expect(profileOfFlags({ profile: 'p.yaml' })).toBeUndefined()
  })

  test.each([
    ['half of them', { contract: 'x.yaml' }, '--base-url', 'missing'],
    ['the other half', { baseUrl: 'https://api.example' }, '--contract', 'missing'],
    ['beside a profile', { contract: 'x', baseUrl: 'https://a.example', profile: 'p.yaml' }, '--contract', 'another'],
    ['no URL', { contract: 'x', baseUrl: 'api.example' }, '--base-url', 'got api.example'],
    ['a header that is none', { contract: 'x', baseUrl: 'https://a.example', header: ['x'] }, '--header', 'NAME=VALUE'],
    ['--write by itself', { write: true as const }, '--write', '--contract'],
  ])('%s is set-up at fault', (_, given, where, message) => {
    expect(() => profileOfFlags(given)).toThrow(
      expect.objectContaining({ name: 'SetUpFault', where, message: expect.stringContaining(message) }),
    )
  })

  test('a header that is none is not quoted: it may be a credential', () => {
    const header = ['canary-secret-without-a-name']
    expect(() => profileOfFlags({ contract: 'x', baseUrl: 'https://a.example', header })).toThrow(
      expect.objectContaining({ text: expect.not.stringContaining('canary') }),
    )
  })
})

describe('the document', () => {
  test('is read from a URL, redirects followed', async () => {
    const { standard } = await loadOpenApi(flags(`${host}/moved`))
    expect([...(standard.contracts('3')[0]?.operations.keys() ?? [])]).toEqual(['GET /letters'])
  })

  test('is relative to the profile that names it', async () => {
    const file = join(folder, 'p.yaml')
    writeFileSync(file, 'name: x\nstandard: openapi\ncontract: ./letters.json\nbaseUrl: https://api.example\n')
    expect((await loadOpenApi(readProfile(file))).profile.baseUrl).toBe('https://api.example')
  })

  test.each([
    ['a missing file', () => join(folder, 'nowhere.yaml'), 'there is no file'],
    ['a broken one', () => join(folder, 'broken.yaml'), 'broken.yaml:4 at /paths/~1a/get'],
    ['a URL that answers 404', () => `${host}/gone`, 'answered with 404'],
    ['a URL that leads in a circle', () => `${host}/loop`, 'not reached after 5 redirects'],
    ['a dead host', () => 'http://127.0.0.1:1/x.yaml', '127.0.0.1:1'],
  ])('%s is set-up at fault', async (_, contract, message) => {
    await expect(loadOpenApi(flags(contract()))).rejects.toMatchObject({
      name: 'SetUpFault',
      where: '--contract',
      message: expect.stringContaining(message),
    })
  })
})

test('the target is named again without any value of a header', () => {
  const given = { contract: 'a.yaml', baseUrl: 'https://a.example', header: ['Authorization=Bearer canary'] }
  expect(targetOf(given)).toBe('--contract a.yaml --base-url https://a.example --header "Authorization=…"')
  expect(targetOf({ profile: 'p.yaml' })).toBe('--profile p.yaml')
  expect(targetOf({})).toBeUndefined()
})
