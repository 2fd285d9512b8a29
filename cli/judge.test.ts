import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { summary } from '../reporters/terminal/summary.ts'
import { accounts, entry, found, good, recordings } from '../testing/recorded.ts'
import { loadJudgeProfile } from './judge-profile.ts'
import { reportingOf } from './reporting.ts'
import { writeReports } from './write-reports.ts'

const { profileOf, judge, folder } = recordings()

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
    const out = join(folder(), 'out')
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
