import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { packageRoot } from '../engine/package.ts'
import { type JudgeOptions, judgeRecording } from '../engine/recorded/judge-recording.ts'
import type { Run } from '../engine/run.ts'
import { summary } from '../reporters/terminal/summary.ts'
import { formats } from '../schemas/formats.ts'
import { loadJudgeProfile } from './judge-profile.ts'
import { reportingOf } from './reporting.ts'
import { writeReports } from './write-reports.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mizan-judged-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const profileOf = (change: Readonly<Record<string, unknown>> = {}): string => {
  const file = join(folder, 'profile.yaml')
  writeFileSync(file, stringify({ name: 'Recorded Bank', standard: 'uae-hub', ...change }))
  return file
}

interface Call {
  readonly method?: string
  readonly url?: string
  readonly status?: number
  readonly sent?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly form?: string
}

const id = '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab'
const list = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value }))

const entry = ({ form, ...call }: Call) => {
  const text = call.body === undefined ? undefined : JSON.stringify(call.body)
  return {
    startedDateTime: '1970-01-01T00:00:00Z',
    request: {
      method: call.method ?? 'GET',
      url: call.url ?? 'https://pg.bank.test:8745/api/accounts',
      headers: list({ 'x-fapi-interaction-id': id, ...call.sent }),
      ...(form !== undefined && { postData: { mimeType: 'application/x-www-form-urlencoded', text: form } }),
    },
    response: {
      status: call.status ?? 200,
      headers: list({ 'content-type': 'application/json', 'x-fapi-interaction-id': id, ...call.headers }),
      content: { size: text?.length ?? 0, mimeType: 'application/json', ...(text !== undefined && { text }) },
    },
  }
}

const judge = async (calls: readonly unknown[], change: Partial<JudgeOptions> = {}, profile = profileOf()) => {
  const path = join(folder, 'bank.har')
  writeFileSync(path, JSON.stringify({ log: { version: '1.2', entries: calls } }))
  const loaded = await loadJudgeProfile(profile)
  const run = await judgeRecording({
    ...{ ...loaded, path, shown: 'bank.har', selection: { rules: [], operations: [] } },
    interrupted: new AbortController().signal,
    ...change,
  })
  return { run, standard: loaded.standard }
}

const found = ({ report }: Run): readonly string[] =>
  report.verdicts.flatMap(({ rule, findings }) => findings.map(({ at, exchange }) => `${rule} ${at} ${exchange}`))

/** A list of accounts that nothing is to be said against. */
const accounts = (...ids: readonly string[]) => ({
  Data: {
    Account: ids.map((AccountId) => ({
      ...{ AccountId, Status: 'Active', Currency: 'AED', AccountType: 'Retail', AccountSubType: 'CurrentAccount' },
    })),
  },
  Links: { Self: 'https://pg.bank.test:8745/api/accounts' },
  Meta: { TotalPages: 1 },
})

const good = entry({ body: accounts('a1'), headers: { date: 'Mon, 01 Jun 2020 08:00:00 GMT' } })

describe('a recording of another tool', () => {
  it('is judged: a good one is conformant, in part', async () => {
    const { run } = await judge([good])
    expect(found(run)).toEqual([])
    expect(run.report).toMatchObject({ result: 'conformant', scope: 'part', exchanges: 1 })
    expect(run.exitCode).toBe(0)
    expect(run.report.counts.inconclusive).toBe(0)
    expect(run.report.counts.broken).toBe(0)
    expect(run.report.verdicts.filter(({ scenario, outcome }) => scenario !== '*' && outcome !== 'not-asked')).toEqual(
      [],
    )
  })

  it('is judged: a fault is found, and says which entry shows it', async () => {
    const { run } = await judge([good, entry({ body: accounts('a1', 'a1') })])
    expect(found(run)).toEqual(['UAE-BDS-004 /Data/Account/1/AccountId e1'])
    expect(run.exitCode).toBe(1)
  })

  it('accuses nobody of what failed twice: nobody knows whether it was to be refused', async () => {
    const failed = entry({ status: 500, body: { Errors: [{ Code: 'GenericError', Message: 'no' }] } })
    const again = { ...failed, startedDateTime: '1970-01-01T00:00:01Z' }
    expect(found((await judge([good, failed, again])).run).filter((one) => one.startsWith('UAE-ERR-017'))).toEqual([])
  })

  it('lists what it does not judge, and judges the rest', async () => {
    const elsewhere = entry({
      url: 'https://web.test/login?password=hunter2hunter2',
      headers: { 'content-type': 'text/html' },
    })
    const preflight = entry({ method: 'OPTIONS' })
    const unanswered = { ...good, response: { status: 0, headers: [] } }
    const bodiless = { ...good, response: { ...good.response, content: { size: 99 } } }
    const { run, standard } = await judge([good, elsewhere, preflight, preflight, unanswered, bodiless])
    expect(found(run)).toEqual([])
    expect(run.report.recording).toEqual({
      file: 'bank.har',
      entries: 6,
      hosts: [{ host: 'pg.bank.test:8745', exchanges: 2 }],
      unanswered: 1,
      repeated: 0,
      withoutBody: 1,
      leftOut: { hosts: 0, operations: 0 },
      furtherFindings: 0,
      unknown: {
        total: 3,
        requests: [
          { method: 'OPTIONS', address: 'https://pg.bank.test:8745/api/accounts', times: 2 },
          { method: 'GET', address: 'https://web.test/login', times: 1 },
        ],
        more: 0,
      },
    })
    const shown = summary(reportingOf(run, standard, folder), { command: 'judge bank.har --profile p.yaml' })
    expect(shown).toContain('3 requests of no operation of the standard:\n    2 × OPTIONS https://pg.bank.test:8745')
    expect(shown).toContain('1 request without an answer')
    const schema = JSON.parse(readFileSync(join(packageRoot, 'schemas', 'report.schema.json'), 'utf8'))
    const validate = new Ajv2020({ strict: true, formats }).compile(schema)
    expect(validate(JSON.parse(JSON.stringify(run.report))), JSON.stringify(validate.errors)).toBe(true)
  })

  it('is not judged twice: doubles, and what a browser kept, are counted', async () => {
    const one = entry({ body: accounts('a1'), headers: { date: 'Mon, 01 Jun 2020 08:00:00 GMT', 'x-request': '1' } })
    const later = { ...good, startedDateTime: '1970-01-01T00:00:02Z' }
    const stored = { ...later, _fromCache: 'disk' }
    const byWorker = { ...later, response: { ...later.response, _fetchedViaServiceWorker: true } }
    const byNetwork = { ...one, _fromCache: null, response: { ...one.response, _fetchedViaServiceWorker: false } }
    const { run, standard } = await judge([good, good, stored, byWorker, byNetwork, later])
    expect(run.report).toMatchObject({ exchanges: 3, recording: { entries: 6, repeated: 3 } })
    const shown = summary(reportingOf(run, standard, folder), { command: 'judge bank.har --profile p.yaml' })
    expect(shown).toContain('3 entries that came before, or from the cache or a worker of the browser')
    await expect(judge([stored])).rejects.toThrow('a browser had them in its cache')
  })

  it('is nothing to judge where no request belongs to the standard', async () => {
    await expect(judge([entry({ url: 'https://web.test/' })])).rejects.toThrow(
      'none of its 1 requests is an answered call of uae-hub that is asked for: GET https://web.test/ (1)',
    )
  })

  it('goes to the hosts that --host names, however they are written', async () => {
    const other = entry({ url: 'https://other.test/api/accounts' })
    await expect(judge([good, other], { hosts: ['nope.test'] })).rejects.toThrow(
      expect.objectContaining({
        where: '--host nope.test',
        message: 'none of the 2 requests of bank.har went there: it has pg.bank.test:8745, other.test',
      }),
    )
    for (const host of ['other.test', 'OTHER.test:443', 'https://other.test/api']) {
      const { run, standard } = await judge([good, other], { hosts: [host] })
      expect(run.report.recording).toMatchObject({
        hosts: [{ host: 'other.test', exchanges: 1 }],
        leftOut: { hosts: 1 },
      })
      const shown = summary(reportingOf(run, standard, folder), {})
      expect(shown).toContain('1 request to hosts that --host leaves out')
      expect(shown).toContain('Judged at other.test (1)')
    }
  })

  it('says so where nothing went to the host of the profile', async () => {
    const api = 'https://rs1.bank.test/open-finance/account-information/v2.1'
    const profile = profileOf({ resources: { 'account-information': api } })
    expect((await judge([good], {}, profile)).run.remarks).toEqual([
      'no request that was judged went to rs1.bank.test, as the profile has it: what was judged at pg.bank.test:8745 was found by the end of its path',
    ])
    expect((await judge([entry({ url: `${api}/accounts` })], {}, profile)).run.remarks).toEqual([])
  })

  it('leaves out what the profile does not claim, and is nothing where nothing else is left', async () => {
    const consents = profileOf({ claims: ['consents'] })
    await expect(judge([good], {}, consents)).rejects.toThrow(
      '1 of operations that the profile does not claim, or that --operation leaves out',
    )
    const consent = entry({ url: 'https://pg.bank.test:8745/api/account-access-consents', body: { Data: [] } })
    const { run, standard } = await judge([good, consent], {}, profileOf({ claims: ['consents'] }))
    expect(run.report).toMatchObject({ exchanges: 1, recording: { entries: 2, leftOut: { operations: 1 } } })
    expect(summary(reportingOf(run, standard, folder), {})).toContain(
      '1 request of operations that are not claimed, or not selected',
    )
  })

  it('takes the authorization servers of others for what they are', async () => {
    const at = (host: string) =>
      entry({ method: 'POST', url: `https://${host}/oauth2/token`, body: { access_token: 'x'.repeat(20) } })
    const discovery = entry({
      url: 'https://auth.bank.test/.well-known/openid-configuration',
      body: { issuer: 'https://auth.bank.test', token_endpoint: 'https://as.bank.test/oauth2/token' },
    })
    const profile = profileOf({ issuer: 'https://auth.bank.test' })
    const { run } = await judge([good, discovery, at('as.bank.test'), at('login.other.test')], {}, profile)
    expect(run.report.recording).toMatchObject({
      hosts: [
        { host: 'pg.bank.test:8745', exchanges: 1 },
        { host: 'auth.bank.test', exchanges: 1 },
        { host: 'as.bank.test', exchanges: 1 },
      ],
      unknown: { requests: [{ method: 'POST', address: 'https://login.other.test/oauth2/token', times: 1 }] },
    })
  })

  it('is not that of a run of another standard', async () => {
    const ours = {
      ...good,
      ...{ _id: 'x1', _suite: 'bahrain/consents', _scenario: 'consents/read', _purpose: 'good call' },
      ...{ _credentials: { token: 'user', certificate: 'own' }, _facts: { bytes: 2, bodySha256: '', validUtf8: true } },
    }
    await expect(judge([ours])).rejects.toThrow(
      'it is the recording of a run of bahrain, and the profile is of uae-hub',
    )
  })

  it('says in which entry it is broken', async () => {
    const broken = { ...good, response: { ...good.response, status: 'x' } }
    await expect(judge([good, broken])).rejects.toThrow(
      expect.objectContaining({
        name: 'SetUpFault',
        where: 'bank.har',
        message: 'log.entries[1].response.status: expected a number, got "x"',
      }),
    )
  })

  it('takes what looks alike at another host for somebody else’s where the host of the profile was asked', async () => {
    const resources = { 'account-information': 'https://rs1.bank.test/open-finance/account-information/v2.1' }
    const there = entry({ url: `${resources['account-information']}/accounts`, body: accounts('a1') })
    const alike = entry({ url: 'https://app.test/api/accounts', body: { mine: true } })
    const { run } = await judge([alike, there], {}, profileOf({ resources }))
    expect(found(run)).toEqual([])
    expect(run.report.recording?.unknown.total).toBe(1)
    const { run: other } = await judge([alike], {}, profileOf({ resources }))
    expect(found(other).length).toBeGreaterThan(0)
  })

  it('is judged by the rules that were chosen, and by no other', async () => {
    const { run } = await judge([good], { selection: { rules: ['UAE-HDR-001'], operations: [] } })
    expect([...new Set(run.report.verdicts.flatMap(({ rule, outcome }) => (outcome === 'pass' ? rule : [])))]).toEqual([
      'UAE-HDR-001',
    ])
  })
})

describe('a profile for judging', () => {
  it('may name keys that are not here, and leave out how one gets in', async () => {
    const client = { id: 'c1', signing: { key: { file: 'nowhere.pem' } } }
    expect((await loadJudgeProfile(profileOf({ client }))).known).toEqual({ clientId: 'c1' })
    expect((await loadJudgeProfile(profileOf({ issuer: 'https://as.test' }))).known).toEqual({
      issuer: 'https://as.test',
    })
  })

  it.each([
    [{ standard: 'uae-hup' }, 'there is no uae-hup'],
    [{ claims: ['acounts'] }, 'there is no acounts'],
    [{ client: { id: 7 } }, 'client.id'],
    [{ isuer: 'https://as.test' }, 'isuer: there is no such field'],
    [{ standard: 'openapi', contract: 'https://b.test/api.json', baseUrl: 'https://b.test' }, 'expected a file'],
  ])('is checked for what it says: %o', async (change, words) => {
    await expect(loadJudgeProfile(profileOf(change))).rejects.toThrow(words)
  })
})

describe('what is written of a recording', () => {
  const canaries = {
    token: 'canary-token-4711-abcdefgh',
    cookie: 'canary-cookie-4711-abcdefgh',
    key: 'canary-apikey-4711-abcdefgh',
    password: 'canary-password-4711',
    inUrl: 'canary-url-token-4711-abc',
    access: 'canary-access-token-4711',
    session: 'canary-session-4711-abcd',
    address: '203.0.113.77',
    name: 'Canary Person',
    iban: 'AE070331234567890123456',
  }

  it('holds no secret and nobody’s data, and is whole', { timeout: 60_000 }, async () => {
    const account: { Data: { Account: Record<string, unknown>[] } } = accounts('a1')
    Object.assign(account.Data.Account[0] ?? {}, {
      AccountHolderName: canaries.name,
      Foo: canaries.iban,
      Bar: canaries.access,
    })
    const asked = entry({
      url: `https://pg.bank.test:8745/api/accounts?access_token=${canaries.inUrl}`,
      sent: {
        authorization: `Bearer ${canaries.token}`,
        cookie: `sid=${canaries.cookie}`,
        'x-api-key': canaries.key,
        'x-fapi-customer-ip-address': canaries.address,
      },
      headers: { 'set-cookie': `sid=${canaries.session}; Path=/` },
      body: account,
    })
    const token = entry({
      method: 'POST',
      url: 'https://as.bank.test/token',
      form: `grant_type=password&password=${canaries.password}`,
      body: { access_token: canaries.access, token_type: 'Bearer', expires_in: 300 },
    })
    const stray = entry({ url: `https://web.test/reset/${canaries.token}` })
    const { run, standard } = await judge([token, asked, stray])
    expect(found(run).length).toBeGreaterThan(0)
    const out = join(folder, 'out')
    mkdirSync(out)
    expect(await writeReports(run, standard, out)).toEqual({ faults: [] })
    const texts = [
      ...readdirSync(out, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(out, name)).isFile())
        .map((name) => [name, readFileSync(join(out, name), 'utf8')] as const),
      ['the terminal', summary(reportingOf(run, standard, out))] as const,
    ]
    expect(texts.map(([name]) => name)).toEqual(
      expect.arrayContaining(['report.json', 'junit.xml', 'recording.har', 'allure/index.html']),
    )
    const leaks = texts.flatMap(([name, text]) =>
      Object.values(canaries).flatMap((one) => (text.includes(one) ? [`${name}: ${one}`] : [])),
    )
    expect(leaks).toEqual([])
  })
})
