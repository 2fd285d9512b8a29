import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judge } from '../../../engine/judge/judge.ts'
import { packageRoot } from '../../../engine/package.ts'
import { levelOf, type Plan } from '../../../engine/plan/make-plan.ts'
import type { Verdict } from '../../../engine/report.ts'
import { bahrainGiven } from '../../../testing/bahrain.ts'
import { findingsOfBbk } from '../../../testing/bbk.ts'
import { exchange } from '../../../testing/exchange.ts'
import { fakeStandard } from '../../../testing/standard.ts'
import { consent, createConsent } from '../operations.ts'
import { everyExchange, wholeRun } from './index.ts'

interface Message {
  readonly headers: readonly { readonly name: string; readonly value: string }[]
}
interface Entry {
  readonly request: Message & {
    readonly method: string
    readonly url: string
    readonly postData?: { readonly text: string }
  }
  readonly response: Message & { readonly status: number; readonly content: { readonly text?: string } }
}

const file = join(packageRoot, 'suites', 'bahrain', 'fixtures', 'bbk.har.json')
const { log } = JSON.parse(readFileSync(file, 'utf8')) as { readonly log: { readonly entries: readonly Entry[] } }
const operations: Readonly<Record<string, string>> = { POST: createConsent, GET: consent }

const pairs = ({ headers }: Message) => headers.map(({ name, value }) => [name, value] as const)

/** The exchanges that have an answer, named by their methods. */
const exchanges = log.entries
  .filter(({ response }) => response.status > 0)
  .map(({ request, response }) =>
    exchange({
      id: request.method,
      operation: operations[request.method] ?? null,
      url: request.url,
      sent: pairs(request),
      ...(request.postData && { asked: request.postData.text }),
      status: response.status,
      headers: pairs(response),
      body: response.content.text ?? '',
    }),
  )

const judged = (variant: string): readonly Verdict[] => {
  const suite = { id: 'bahrain/consents', operations: [createConsent, consent], rules: wholeRun }
  const standard = fakeStandard(suite, { rules: everyExchange })
  const rules = [...everyExchange, ...wholeRun].flatMap((rule) => {
    const level = levelOf(rule, variant)
    return level === undefined ? [] : [{ rule, level }]
  })
  const plan: Plan = { scenarios: [], rules, claims: [], operations: suite.operations, journeys: 0 }
  return judge(standard, plan, { exchanges, endings: new Map() }, { ...bahrainGiven, variant })
}

const verdicts = judged('bh-1.0.0')

const outcomesOf = (rule: string): readonly string[] =>
  [...new Set(verdicts.filter((one) => one.rule === rule).map(({ outcome }) => outcome))].sort()

const passing = [
  'BH-RSP-001',
  'BH-HDR-005',
  'BH-RSP-008',
  'BH-DAT-001',
  'BH-ENV-001',
  'BH-ENV-002',
  'BH-ENV-004',
  'BH-CON-001',
  'BH-CON-003',
  'BH-CON-005',
  'BH-CON-006',
  'BH-CON-007',
  'BH-ENU-001',
  'BH-UID-004',
]

describe('a consent that a bank published in 2019', () => {
  it('has two requests with answers, and one without', () => {
    expect(exchanges.map(({ operation }) => operation)).toEqual([createConsent, consent])
    expect(log.entries).toHaveLength(3)
  })

  it('breaks what it breaks, and nothing else', () => {
    const found = verdicts.flatMap(({ rule, outcome, findings }) =>
      findings.map((one) => [rule, outcome, one.exchange, one.at, one.expected, one.got]),
    )
    const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
    expect(sorted(found)).toEqual(sorted(findingsOfBbk))
  })

  it.each(passing)('keeps %s', (rule) => expect(outcomesOf(rule)).toEqual(['pass']))

  it('keeps nothing else but what is true of nearly every answer', () => {
    const passed = [...new Set(verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule))]
    expect(passed.filter((rule) => !passing.includes(rule)).sort()).toEqual([
      'BH-ENV-001/schema',
      'BH-ENV-005',
      'BH-UID-002',
    ])
  })

  it.each(['BH-URI-002', 'BH-URI-003', 'BH-URI-004', 'BH-RSP-005'])('does not suffice to judge %s', (rule) =>
    expect(outcomesOf(rule)).toEqual(['inconclusive']),
  )

  it.each([
    'BH-RSP-004',
    'BH-CON-004',
    'BH-RSP-007',
    'BH-JWS-001',
    'BH-UID-001',
    'BH-PRM-001',
    'BH-AMT-001',
    'BH-ERR-020',
  ])('gives no occasion for %s', (rule) => expect(outcomesOf(rule)).toEqual(['not-asked']))

  it('is judged by the drafts of its time more mildly, and by the British text more strictly', () => {
    expect(judged('bh-draft-2019').map(({ rule }) => rule)).not.toContain('BH-CON-015')
    const strict = judged('obie-inherited').filter(({ rule }) => rule === 'BH-CON-005')
    expect(strict.map(({ level, outcome }) => [level, outcome])).toEqual([['MUST', 'pass']])
  })
})
