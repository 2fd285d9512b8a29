import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RawProfile } from '../engine/profile/read.ts'
import { plainProfileFile } from '../engine/profile/schema.ts'
import { run } from '../engine/run.ts'
import type { Scenario } from '../engine/scenario.ts'
import type { RunOptions } from '../engine/scene.ts'
import type { Session } from '../engine/session.ts'
import type { Standard } from '../engine/standard.ts'
import { contract } from './contract.ts'
import { fakeRule, fakeScenario, fakeStandard } from './standard.ts'

let server: Server
let base: string
let seen: IncomingMessage[] = []
let status: (path: string) => number = () => 200
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    response.writeHead(status(request.url ?? ''), { 'content-type': 'application/json' })
    response.end(JSON.stringify({ Data: [], echoed: request.headers.authorization ?? null }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterAll(() => server.close())

const api = contract({ name: 'letters', operations: { 'GET /letters': { 200: ['application/json'] } } })

const standardOf = (scenarios: readonly Scenario<unknown>[]): Standard =>
  fakeStandard(
    {
      operations: ['GET /letters'],
      scenarios,
      rules: scenarios.map((one, index) => fakeRule({ id: `T-${index}`, on: [one] })),
    },
    { contracts: () => [api], capabilities: {} },
  )

const go = async (
  steps: (session: Session) => Promise<unknown>,
  change: Record<string, unknown> = {},
  more: Partial<RunOptions> = {},
) => {
  seen = []
  const values = { name: 'Letters', standard: 'openapi', contract: 'x.yaml', baseUrl: base, ...change }
  const raw: RawProfile = { path: '/p.yaml', values, locate: (path) => `flags:${String(path[0])}`, fromFlags: true }
  return run({
    profile: plainProfileFile.parse(values),
    raw,
    standard: standardOf([fakeScenario({ id: 'toy/read', operations: ['GET /letters'], run: steps })]),
    selection: { suites: [], rules: [], operations: [], slow: false },
    interrupted: new AbortController().signal,
    person: { tell: () => undefined, canType: false },
    ...more,
    keep: true,
  })
}

const secret = 'canary-plain-credential'
const headers = { Authorization: `Bearer ${secret}`, 'X-Tenant': 'blue' }

describe('a target that headers alone open', () => {
  test('gets the headers, each kind of credential in its place, and nothing of an authorization server', async () => {
    const { report } = await go(
      async (session) => {
        for (const token of ['client', 'none', 'unknown', 'tampered', 'basic'] as const)
          await session.call('GET /letters', { token, purpose: token })
      },
      { headers },
    )
    const sent = seen.map(({ headers: { authorization } }) => authorization)
    expect(sent.slice(0, 2)).toEqual([`Bearer ${secret}`, undefined])
    expect(sent[2]).toMatch(/^Bearer [\w-]{32}$/)
    expect(sent[3]).toMatch(/^Bearer /)
    expect(sent[3]).toHaveLength(`Bearer ${secret}`.length)
    expect(sent[3]).not.toBe(sent[0])
    expect(sent[4]).toBe(`Basic ${secret}`)
    expect(seen.map((one) => one.headers['x-tenant'])).toEqual(Array(5).fill('blue'))
    expect(seen[0]?.headers).not.toHaveProperty('x-fapi-interaction-id')
    expect(report.result).toBe('conformant')
  })

  test('whose credential comes back is masked in all that is written', async () => {
    const { exchanges, redactor } = await go((session) => session.call('GET /letters'), { headers })
    expect(JSON.stringify([...exchanges])).not.toContain(secret)
    expect(redactor.leaks(secret)).not.toEqual([])
  })

  test('does things once, however many want them', async () => {
    await go(async (session) => {
      const ask = () => session.once('list', () => session.call('GET /letters'))
      await Promise.all([ask(), ask(), ask()])
    })
    expect(seen).toHaveLength(1)
  })

  test('is never left for another origin', async () => {
    const { report } = await go(async (session) => {
      const first = await session.call('GET /letters')
      return session.follow('https://elsewhere.example/letters', first)
    })
    expect(report.verdicts[0]).toMatchObject({
      outcome: 'inconclusive',
      reason: expect.stringContaining('https://elsewhere.example'),
    })
    expect(seen).toHaveLength(1)
  })

  test('has no consents to ask for', async () => {
    const { report } = await go(async (session) => {
      await session.call('GET /letters')
      return session.journey()
    })
    expect(report.verdicts[0]).toMatchObject({ outcome: 'inconclusive' })
  })
})

describe('set-up at fault, and nobody accused', () => {
  const ask = (session: Session) => session.call('GET /letters')

  test('no call succeeds for want of a credential', async () => {
    status = () => 401
    await expect(go(ask)).rejects.toMatchObject({
      name: 'SetUpFault',
      where: 'flags:headers',
      message: expect.stringContaining('401 × 1'),
    })
  })

  test('no call succeeds below that base URL', async () => {
    status = () => 404
    await expect(go(ask)).rejects.toMatchObject({ name: 'SetUpFault', where: 'flags:baseUrl' })
  })

  test('but a server that fails is a server that fails', async () => {
    status = () => 500
    expect((await go(ask)).report.exchanges).toBe(1)
    status = () => 200
  })

  test('a dead host', async () => {
    await expect(go(ask, { baseUrl: 'http://127.0.0.1:1' })).rejects.toMatchObject({
      name: 'SetUpFault',
      where: 'flags:baseUrl',
    })
  })

  test('a header that is none', async () => {
    await expect(go(ask, { headers: { 'a b': 'x' } })).rejects.toMatchObject({ name: 'SetUpFault' })
    await expect(go(ask, { headers: { a: 'x\ny' } })).rejects.toMatchObject({ name: 'SetUpFault' })
  })

  test('a credential that stands in a profile', async () => {
    const values = { name: 'x', standard: 'openapi', contract: 'x', baseUrl: base, headers: { 'X-Api-Key': secret } }
    const raw: RawProfile = { path: '/p.yaml', values, locate: () => 'p.yaml:5' }
    const fault = await go(ask, values, { raw }).catch((error: Error) => error)
    expect(fault).toMatchObject({
      name: 'SetUpFault',
      message: expect.stringContaining('a profile never holds a secret'),
    })
    expect((fault as Error).message).not.toContain(secret)
  })
})
