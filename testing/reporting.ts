import { archiveOf } from '../engine/archive.ts'
import type { Exchange } from '../engine/exchange.ts'
import { type Outcome, outcomes, type Report, type Verdict } from '../engine/report.ts'
import type { Reporting } from '../reporters/reporting.ts'

/** For tests: a verdict that passed, changed as said. */
export const verdict = (change: Partial<Verdict> = {}): Verdict => ({
  rule: 'UAE-HDR-001',
  requirements: ['UAE-HDR-001'],
  level: 'MUST',
  about: 'hub',
  title: 'The interaction id of a request comes back',
  suite: 'uae-hub/bank-data-sharing',
  scenario: '*',
  operation: 'GET /accounts',
  outcome: 'pass',
  findings: [],
  observed: {},
  cites: [{ source: 'AI', place: 'paths./accounts.get' }],
  exchanges: [],
  held: 1,
  durationMs: 1,
  ...change,
})

/** For tests: a good call of `GET /accounts`, changed as said. */
export const exchange = (change: Partial<Exchange> = {}): Exchange => ({
  id: 'x1',
  operation: 'GET /accounts',
  suite: 'uae-hub/bank-data-sharing',
  scenario: 'bank-data-sharing/good-calls',
  purpose: 'good call',
  credentials: { token: 'user', certificate: 'own' },
  startedAt: '2026-11-20T08:00:01.000Z',
  durationMs: 42,
  request: {
    method: 'GET',
    url: 'https://rs1.bank.test/open-finance/account-information/v2.1/accounts?page=1&q=a%20b',
    headers: [
      ['Authorization', 'Bearer ‹token 3f1a›'],
      ['x-fapi-interaction-id', '5f0c1bd5-6c3a-4a66-9b2d-0a1b2c3d4e5f'],
    ],
  },
  response: { status: 200, headers: [['content-type', 'application/json']], body: '{"Data":{"Account":[]}}' },
  facts: { bytes: 23, bodySha256: '0'.repeat(64), validUtf8: true },
  ...change,
})

/** For tests: a report over these verdicts, with counts to match. */
export const report = (verdicts: readonly Verdict[], change: Partial<Report> = {}): Report => ({
  reportVersion: 1,
  suite: { version: '0.1.0' },
  standard: 'uae-hub',
  variant: 'v2.1',
  contracts: [{ name: 'account-information', version: 'v2.1-errata2', sha256: '0'.repeat(64) }],
  profile: { name: 'Sample Bank', environment: 'sandbox' },
  startedAt: '2026-11-20T08:00:00.000Z',
  finishedAt: '2026-11-20T08:00:42.000Z',
  interrupted: false,
  result: verdicts.some(({ outcome }) => outcome === 'fail') ? 'not-conformant' : 'conformant',
  scope: 'whole',
  notAsked: [],
  counts: Object.fromEntries(
    outcomes.map((outcome) => [outcome, verdicts.filter((it) => it.outcome === outcome).length]),
  ) as Record<Outcome, number>,
  verdicts,
  coverage: { operations: { claimed: 30, called: 28 }, requirements: { catalogued: 120, judged: 84 } },
  waivers: [],
  exchanges: 412,
  ...change,
})

const echo = { at: 'header x-fapi-interaction-id', expected: '‹uuid 11aa›', got: 'nothing' }

/** For tests: verdicts of every outcome. */
export const everyOutcome: readonly Verdict[] = [
  verdict({ outcome: 'fail', findings: [{ ...echo, exchange: 'x1' }], exchanges: ['x1'] }),
  verdict({ outcome: 'fail', operation: 'GET /accounts/{AccountId}', findings: [echo], exchanges: ['x2'] }),
  verdict({ operation: 'GET /balances', held: 12 }),
  verdict({
    rule: 'UAE-PAG-004',
    requirements: ['UAE-PAG-004', 'UAE-PAG-005'],
    title: 'Links to pages carry the query of the request',
    scenario: 'bank-data-sharing/walk-transactions',
    operation: '*',
    held: 3,
    observed: { 'page size': '25' },
  }),
  verdict({
    rule: 'UAE-DAT-002',
    level: 'SHOULD',
    title: 'Dates carry the offset of the Gulf',
    outcome: 'warn',
    findings: [{ at: '/Data/OpeningDate', expected: 'an offset of +04:00', got: '+00:00', exchange: 'x1' }],
    exchanges: ['x1'],
  }),
  verdict({
    rule: 'UAE-DAT-009',
    level: 'MAY',
    title: 'Nicknames are given',
    outcome: 'note',
    findings: [{ at: '/Data/Nickname', expected: 'a nickname', got: 'nothing' }],
  }),
  verdict({
    rule: 'UAE-ERR-002',
    title: 'Errors have a body of their own',
    outcome: 'waived',
    findings: [{ at: 'body', expected: 'an object with Errors', got: 'an HTML page' }],
  }),
  verdict({
    rule: 'UAE-SCH-003',
    title: 'Amounts match their pattern',
    outcome: 'broken',
    reason: 'TypeError: value is undefined',
    held: 0,
  }),
  verdict({
    rule: 'UAE-CNS-011',
    suite: 'uae-hub/consents',
    title: 'A revoked consent reads nothing',
    outcome: 'inconclusive',
    reason: 'the log-in page could not be taken further',
    held: 0,
  }),
  verdict({
    rule: 'UAE-RTL-001',
    suite: 'uae-hub/consents',
    title: 'A burst is answered with 429',
    outcome: 'not-asked',
    reason: 'no burst is agreed',
    held: 0,
  }),
  verdict({
    rule: 'UAE-INS-001',
    suite: 'uae-hub/authorisation',
    title: 'Policies are listed',
    outcome: 'not-applicable',
    reason: 'the profile does not claim insurance',
    held: 0,
  }),
]

/** For tests: what a reporter gets about these verdicts, files going to `out`. */
export const reporting = (out: string, verdicts = everyOutcome, change: Partial<Report> = {}): Reporting => ({
  report: report(verdicts, {
    waivers: [
      {
        rule: 'UAE-ERR-002',
        reason: 'the gateway is replaced in spring',
        owner: 'API team',
        until: '2027-03-31',
        used: 1,
      },
    ],
    ...change,
  }),
  exchanges: archiveOf([exchange(), exchange({ id: 'x2', operation: 'GET /accounts/{AccountId}' })]),
  titles: {
    standard: 'UAE Open Finance, API Hub',
    suites: {
      'uae-hub/authorisation': 'Authorisation',
      'uae-hub/bank-data-sharing': 'Bank data sharing',
      'uae-hub/consents': 'Consents',
    },
    areas: { HDR: 'Headers', PAG: 'Pagination' },
  },
  link: ({ source }) => (source === 'AI' ? 'https://example.test/account-information' : undefined),
  out,
})
