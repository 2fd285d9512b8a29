import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { summary } from '../reporters/terminal/summary.ts'
import { formats } from '../schemas/formats.ts'
import { accounts, entry, found, good, recordings } from '../testing/recorded.ts'
import { reportingOf } from './reporting.ts'

const { profileOf, judge, folder } = recordings()

describe('what of a recording is not judged', () => {
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
    const shown = summary(reportingOf(run, standard, folder()), { command: 'judge bank.har --profile p.yaml' })
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
    const shown = summary(reportingOf(run, standard, folder()), { command: 'judge bank.har --profile p.yaml' })
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
      const shown = summary(reportingOf(run, standard, folder()), {})
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
    expect(summary(reportingOf(run, standard, folder()), {})).toContain(
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
})
