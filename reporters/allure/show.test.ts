import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestResult } from 'allure-js-commons'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { archiveOf } from '../../engine/archive.ts'
import { packageRoot } from '../../engine/package.ts'
import { exchange, reporting, verdict } from '../../testing/reporting.ts'
import { openRoom } from './room.ts'

const { show } = openRoom()

let out: string
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'mizan-show-'))
})
afterAll(() => rmSync(out, { recursive: true }))

const read = (folder: string): readonly TestResult[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('-result.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))

const of = (results: readonly TestResult[], rule: string): TestResult => {
  const found = results.find(({ name }) => name?.startsWith(rule))
  if (found === undefined) throw new Error(`no result of ${rule}`)
  return found
}

describe('a run with every outcome', () => {
  let folder: string
  let results: readonly TestResult[]
  beforeAll(async () => {
    folder = await show(reporting(out))
    results = read(folder)
  })

  test('gives a result for each rule in one suite, as it ended', () => {
    expect(Object.fromEntries(results.map(({ name, status }) => [name?.slice(0, 11), status]))).toEqual({
      'UAE-HDR-001': 'failed',
      'UAE-PAG-004': 'passed',
      'UAE-DAT-002': 'passed',
      'UAE-DAT-009': 'passed',
      'UAE-ERR-002': 'skipped',
      'UAE-SCH-003': 'broken',
      'UAE-CNS-011': 'unknown',
      'UAE-RTL-001': 'skipped',
      'UAE-INS-001': 'skipped',
    })
    expect(results).toHaveLength(9)
  })

  test.each([
    [
      'UAE-HDR-001',
      '2 findings:\nGET /accounts · header x-fapi-interaction-id: expected ‹uuid 11aa›, got nothing; see UAE-HDR-001\n' +
        'GET /accounts/{AccountId} · header x-fapi-interaction-id: expected ‹uuid 11aa›, got nothing; see UAE-HDR-001',
    ],
    ['UAE-DAT-002', 'GET /accounts · /Data/OpeningDate: expected an offset of +04:00, got +00:00; see UAE-DAT-002'],
    [
      'UAE-ERR-002',
      'waived until 2027-03-31 by API team: the gateway is replaced in spring\n' +
        'GET /accounts · body: expected an object with Errors, got an HTML page; see UAE-ERR-002',
    ],
    ['UAE-SCH-003', 'the check broke: TypeError: value is undefined'],
    ['UAE-CNS-011', 'inconclusive: the log-in page could not be taken further'],
    ['UAE-RTL-001', 'not asked: no burst is agreed'],
    ['UAE-INS-001', 'not applicable: the profile does not claim insurance'],
    ['UAE-PAG-004', undefined],
  ])('says of %s why', (rule, message) => {
    expect(of(results, rule).statusDetails.message).toBe(message)
  })

  test('puts warnings and what is undecided where Allure shows them', () => {
    expect(of(results, 'UAE-DAT-002').descriptionHtml).toContain('expected an offset of +04:00, got +00:00')
    expect(of(results, 'UAE-CNS-011').descriptionHtml).toContain('the log-in page could not be taken further')
    expect(of(results, 'UAE-HDR-001').descriptionHtml).not.toContain('got nothing')
    expect(of(results, 'UAE-PAG-004').descriptionHtml).toContain('<th align="left">Observed: page size</th>')
  })

  test('shows operations with findings as steps, with what was sent and received', () => {
    const { steps } = of(results, 'UAE-HDR-001')
    expect(steps.map(({ name, status }) => [name, status])).toEqual([
      ['GET /accounts', 'failed'],
      ['GET /accounts/{AccountId}', 'failed'],
      ['held for 1 operation, 12 pieces of evidence', 'passed'],
    ])
    const [finding, attached] = steps[0]?.steps ?? []
    expect(finding?.name).toBe('header x-fapi-interaction-id: expected ‹uuid 11aa›, got nothing')
    expect(attached?.attachments[0]?.name).toBe('x1 · GET /accounts · good call · 200')
    const text = readFileSync(join(folder, String(attached?.attachments[0]?.source)), 'utf8')
    expect(text).toContain(`curl --include --request GET --cert "$CLIENT_CERT"`)
    expect(text).toContain('\nHTTP 200\ncontent-type: application/json\n')
    expect(of(results, 'UAE-DAT-002').steps[0]?.status).toBe('broken')
  })

  test('sorts by epic, feature and story, with links to the clauses', () => {
    const { labels, links } = of(results, 'UAE-PAG-004')
    expect(labels).toEqual([
      { name: 'epic', value: 'UAE Open Finance, API Hub' },
      { name: 'feature', value: 'Bank data sharing' },
      { name: 'story', value: 'PAG · Pagination' },
      { name: 'severity', value: 'critical' },
      { name: 'tag', value: 'MUST' },
      { name: 'tag', value: 'pass' },
    ])
    expect(links).toEqual([
      { url: 'https://example.test/account-information', name: 'AI, paths./accounts.get', type: 'link' },
    ])
  })

  test('tells nothing about the machine', () => {
    const all = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    for (const told of [packageRoot, 'node_modules', 'window.ts', hostname(), `pid-${process.pid}`])
      expect(all).not.toContain(told)
  })

  test('has ids of its own for each result, the same on every run', async () => {
    const again = read(await show(reporting(out)))
    const ids = ({ historyId, testCaseId, fullName }: TestResult): string =>
      JSON.stringify([historyId, testCaseId, fullName])
    expect(new Set(results.map(({ historyId }) => historyId)).size).toBe(9)
    expect(again.map(ids).sort()).toEqual(results.map(ids).sort())
    expect(of(again, 'UAE-HDR-001')).toMatchObject({
      start: of(results, 'UAE-HDR-001').start,
      titlePath: of(results, 'UAE-HDR-001').titlePath,
    })
  })
})

test('of a recording, whose times may be invented, no times are shown', async () => {
  const judged = reporting(out)
  const recording = {
    file: 'bank.har',
    entries: 1,
    hosts: [],
    unanswered: 0,
    repeated: 0,
    withoutBody: 0,
    leftOut: { hosts: 0, operations: 0 },
    furtherFindings: 0,
  }
  const report = { ...judged.report, recording: { ...recording, unknown: { total: 0, requests: [], more: 0 } } }
  const begun = Date.parse(report.startedAt)
  const times = read(await show({ ...judged, report })).map(({ start, stop }) => [start, stop])
  expect(times.filter(([start, stop]) => start !== begun || stop !== begun)).toEqual([])
  expect(times).not.toEqual([])
})

test('the process is as it was, and what it says to other runs of Allure is not heard', async () => {
  const names = ['SIGINT', 'SIGTERM', 'unhandledRejection', 'exit'] as const
  const now = (): unknown => ({
    exitCode: process.exitCode,
    listeners: names.map((name) => process.listeners(name as 'exit').length),
    environment: { ...process.env },
  })
  process.env.ALLURE_LABEL_tag = 'nightly'
  process.env.ALLURE_TESTPLAN_PATH = join(out, 'plan.json')
  writeFileSync(join(out, 'plan.json'), '{"version":"1.0","tests":[{"id":"1","selector":"another"}]}')
  try {
    const before = now()
    const results = read(await show(reporting(out)))
    expect(now()).toEqual(before)
    expect(results).toHaveLength(9)
    expect(JSON.stringify(results)).not.toContain('nightly')
  } finally {
    delete process.env.ALLURE_LABEL_tag
    delete process.env.ALLURE_TESTPLAN_PATH
  }
})

test('one suite alone is shown as well as all of them', async () => {
  const alone = [verdict({ suite: 'uae-hub/consents' })]
  expect(read(await show(reporting(out, alone))).map(({ name, status }) => [name?.slice(0, 11), status])).toEqual([
    ['UAE-HDR-001', 'passed'],
  ])
})

test('a suite without a window is an error, not a silence', async () => {
  await expect(show(reporting(out, [verdict({ suite: 'uae-hub/elsewhere' })]))).rejects.toThrow(
    'expected 1 Allure results, got 0; missing: uae-hub/elsewhere UAE-HDR-001',
  )
})

test('many operations become twenty steps and a count, long bodies are cut', async () => {
  const finding = { at: 'body', expected: 'an object', got: 'nothing' }
  const failed = Array.from({ length: 25 }, (_, index) =>
    verdict({ operation: `GET /${index}`, outcome: 'fail', findings: [finding], exchanges: ['x1'] }),
  )
  const left = Array.from({ length: 5 }, (_, index) =>
    verdict({ operation: `GET /left/${index}`, outcome: 'not-asked', reason: 'slow' }),
  )
  const { request, response } = exchange()
  const exchanges = archiveOf([exchange({ request, response: { ...response, body: 'a'.repeat(20_000) } })])
  const folder = await show({ ...reporting(out, [...failed, ...left]), exchanges })
  const [result] = read(folder)
  expect(result?.steps.map(({ name }) => name).slice(19)).toEqual([
    'GET /19',
    'and 5 more with findings; see report.json',
    'not asked: GET /left/0, GET /left/1, GET /left/2 and 2 more (slow)',
  ])
  expect(result?.statusDetails.message?.split('\n')).toHaveLength(22)
  const [attachment] = readdirSync(folder).filter((name) => name.endsWith('-attachment.txt'))
  expect(readFileSync(join(folder, String(attachment)), 'utf8')).toMatch(/a\n… 3616 more characters/)
})
