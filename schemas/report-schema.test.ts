import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../engine/package.ts'
import { outcomes, type Report } from '../engine/report.ts'
import { formats } from './formats.ts'

const schema = JSON.parse(readFileSync(join(packageRoot, 'schemas', 'report.schema.json'), 'utf8'))

const report: Report = {
  reportVersion: 1,
  suite: { version: '0.1.0' },
  standard: 'uae-hub',
  variant: 'v2.1',
  contracts: [{ name: 'account-information', version: 'v2.1-errata2', sha256: 'a'.repeat(64) }],
  profile: { name: 'acme', environment: 'sandbox' },
  startedAt: '2026-01-01T00:00:00.000Z',
  finishedAt: '2026-01-01T00:00:09.000Z',
  interrupted: false,
  result: 'not-conformant',
  scope: 'part',
  notAsked: [{ reason: 'slow scenarios are off', rules: ['UAE-TOK-013'] }],
  counts: {
    pass: 0,
    fail: 1,
    warn: 0,
    note: 0,
    waived: 0,
    broken: 0,
    inconclusive: 0,
    'not-asked': 1,
    'not-applicable': 0,
  },
  verdicts: [
    {
      rule: 'UAE-DAT-001',
      requirements: ['UAE-DAT-001'],
      level: 'MUST',
      about: 'bank',
      title: 'every date-time has an offset',
      suite: 'uae-hub/bank-data-sharing',
      scenario: '*',
      operation: 'GET /accounts',
      outcome: 'fail',
      findings: [{ at: '/Data/Account/0', expected: 'a date-time of RFC 3339', got: '"2024-01-01"', exchange: '7' }],
      observed: {},
      cites: [{ source: 'RFC', place: 'RFC 3339 §5.6' }],
      exchanges: ['7'],
      held: 0,
      durationMs: 1.5,
    },
  ],
  coverage: { operations: { claimed: 6, called: 1 }, requirements: { catalogued: 441, judged: 1 } },
  waivers: [{ rule: 'UAE-DAT-002', reason: 'known', owner: 'team', until: '2026-12-31', used: 0 }],
  exchanges: 9,
}

describe('report.schema.json', () => {
  const validate = new Ajv2020({ strict: true, allErrors: true, formats }).compile(schema)
  const faults = (value: unknown) =>
    validate(value) ? [] : validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`)

  it('accepts a report', () => {
    expect(faults(report)).toEqual([])
  })

  it('knows every outcome', () => {
    expect(schema.$defs.outcome.enum).toEqual([...outcomes])
  })

  it.each([
    ['a member that it lacks', { ...report, secret: 1 }, [' additionalProperties']],
    ['an unknown result', { ...report, result: 'fine' }, ['/result enum']],
    [
      'a verdict without a reference',
      { ...report, verdicts: [{ ...report.verdicts[0], cites: [] }] },
      ['/verdicts/0/cites minItems'],
    ],
    ['a missing count', { ...report, counts: { ...report.counts, fail: undefined } }, ['/counts required']],
    ['another version', { ...report, reportVersion: 2 }, ['/reportVersion const']],
  ])('refuses %s', (_, value, expected) => {
    expect(faults(value)).toEqual(expected)
  })
})
