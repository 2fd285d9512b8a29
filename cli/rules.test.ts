import { describe, expect, it } from 'vitest'
import { standards } from '../suites/index.ts'
import { fakeRule, fakeScenario, fakeStandard } from '../testing/standard.ts'
import { suitesOf } from './catalogue.ts'
import { explain } from './explain.ts'
import { fold } from './fold.ts'
import { live } from './live.ts'
import { jsonOf, list } from './rules.ts'

const text = (id: string): string => explain(id, standards, 80)

describe('rules ID', () => {
  it('explains a rule, from what it asks to how it is seen to fail', () => {
    expect(text('UAE-PAG-004')).toBe(`UAE-PAG-004  MUST
The first page has no Prev, and the pages are as many as TotalPages says

A finding blames the bank. Shown under uae-hub/bank-data-sharing.

Requirement
  UAE-PAG-004 (MUST): \`Next\` absent on the last page, \`Prev\` absent on the
  first; pages walked = \`TotalPages\` of the last page
    check: on difference walk again; still different → finding, otherwise
           inconclusive. Empty answer: 0 and 1 both fit
    applies to: transactions, statements

Words
  inconclusive: the occasion failed to come: the request without the mutation
                failed too, or the gateway was in the way

Sources
  WEB pagination
    Pages of openfinanceuae.atlassian.net and nebras-open-finance.com (public in
    part)
    https://www.nebras-open-finance.com

Broken by, for example
  page 1  {"Links":{"Self":"https://…","Next":"https://…",
    "Prev":"https://rs1.bank.example/transactions?page=0"},
           "Meta":{"TotalPages":2}}
which gives
  - page 1 /Links/Prev: expected nothing, got
    https://rs1.bank.example/transactions?page=0

See it fail on the embedded bank
  defect: prev-on-first-page (The first page has a link to one before it)
  npx mizan bank --defect prev-on-first-page --write-profile broken.yaml
and, while the bank is up, in another terminal
  npx mizan run --profile broken.yaml --rule UAE-PAG-004`)
  })

  it('explains the terms that it uses, and those that their explanations use', () => {
    const lines = text('UAE-PAR-008').split('\n')
    const words = lines.slice(lines.indexOf('Words') + 1, lines.indexOf('Sources')).join('\n')
    expect([...words.matchAll(/^ {2}(\w[\w ]*):/gm)].map(([, term]) => term)).toEqual([
      'OAuth error',
      'PAR rule',
      'remark',
    ])
  })

  it('leads from a requirement to the rule that serves it', () => {
    expect(text('UAE-ERR-013').split('\n')[0]).toBe('UAE-ERR-013 is served by the rule UAE-CNS-021.')
  })

  it('says of a requirement without a rule why it has none', () => {
    expect(text('UAE-INS-001')).toBe(`UAE-INS-001  MUST

Without a rule, planned: its rule is still to be written.
  not asked yet: Insurance

Requirement
  UAE-INS-001 (MUST): Policies list/by id/payment-details need user token
  \`openid insurance\`; 200 (payment-details 204 when nothing to return)
    check: call per type

Sources
  INS
    UAE Open Finance OpenAPI, insurance v2.1 errata 1
    https://github.com/Nebras-Open-Finance/api-specs`)
  })

  it('marks a MUST that nobody can look up', () => {
    const [first, ...rest] = text('UAE-PAG-015').split('\n')
    expect(first).toBe('UAE-PAG-015  MUST, single source')
    expect(rest).toContain('Single source: none of its sources has a public text that you could look up.')
  })

  it('fits in 80 columns, but for its sample, its commands and words that nobody may break', () => {
    const wide = standards
      .flatMap((standard) =>
        standard.requirements().flatMap(({ id }) =>
          text(id)
            .replace(/Broken by[\s\S]*which gives/, '')
            .split('\n'),
        ),
      )
      .filter((line) => line.length > 80 && line.trim().includes(' ') && !line.startsWith('  npx mizan '))
    expect(wide).toEqual([])
  })

  it('names what was most likely meant', () => {
    expect(() => text('UAE-PAG-0004')).toThrow(
      expect.objectContaining({
        where: 'rules UAE-PAG-0004',
        message: 'there is no such rule or requirement in uae-hub, bahrain, openapi',
        todo: 'Did you mean UAE-PAG-004?',
      }),
    )
  })
})

describe('the commands that show a rule failing', () => {
  const commands = (slow: boolean) =>
    live(
      fakeRule({ id: 'A-1', on: [fakeScenario({ id: 'a', ...(slow ? { slow } : {}) })], defects: ['some-defect'] }),
      80,
    ).filter((line) => line.includes('npx'))

  it('wait for time to pass where the rule has to', () => {
    expect(commands(false)).toEqual([
      '  npx mizan bank --defect some-defect --write-profile broken.yaml',
      '  npx mizan run --profile broken.yaml --rule A-1',
    ])
    expect(commands(true)).toEqual([
      '  npx mizan bank --defect some-defect --short-lives --write-profile broken.yaml',
      '  npx mizan run --profile broken.yaml --rule A-1 --slow',
    ])
  })

  it('are left out where no defect breaks it', () => {
    expect(live(fakeRule({ id: 'A-1', on: 'exchange' }), 80)).toEqual([])
  })
})

it.each([
  ['GET /accounts', 'GET /accounts'],
  ['{"aaaa":"b","c":["d","e"]}', '{"aaaa":"b",\n  "c":["d","e"]}'],
  ['{"aaaa":"b", "c":1}\n\n{"d":1}', '{"aaaa":"b",\n  "c":1}\n\n{"d":1}'],
  ['{"a-name-longer-than-a-line":1}', '{"a-name-longer-than-a-line":1}'],
])('a message is folded where JSON allows it: %s', (message, folded) => {
  expect(fold(message, 16).join('\n')).toBe(folded)
})

describe('rules', () => {
  const read = fakeScenario({ id: 'data/read' })
  const standard = fakeStandard(
    {
      scenarios: [read],
      rules: [fakeRule({ id: 'A-10', on: [read], title: 'Long enough to be broken', level: 'MAY' })],
    },
    {
      rules: [fakeRule({ id: 'A-1', on: 'exchange', title: 'Short' })],
      exclusions: () => [
        { requirement: 'B-1', state: 'planned', reason: 'later' },
        { requirement: 'B-2', state: 'planned', reason: 'later' },
        { requirement: 'B-3', state: 'kept', reason: 'here' },
      ],
    },
  )

  it('lists the rules by suite, and counts the requirements without one', () => {
    expect(list(standard, 36)).toBe(`Toy standard (toy)

Every exchange
  A-1   MUST    Short

Data
  A-10  MAY     Long enough to be
                broken

2 rules; requirements without a rule: 2 planned, 1 kept.
"npx mizan rules A-1" explains one.`)
  })

  it('names the suites in which a verdict can be shown', () => {
    const two = {
      ...standard,
      suites: [...standard.suites, { ...standard.suites[0]!, id: 'toy/two', operations: ['x'] }],
    }
    const shown = (operations?: readonly string[]) =>
      suitesOf(two, fakeRule({ id: 'A', on: 'exchange', ...(operations && { operations }) }))
    expect([shown(), shown(['GET /accounts']), shown(['x'])]).toEqual([
      ['toy/data', 'toy/two'],
      ['toy/data'],
      ['toy/two'],
    ])
    expect(suitesOf(two, fakeRule({ id: 'A', on: 'run', suite: 'toy/two' }))).toEqual(['toy/two'])
  })
})

describe('rules --json', () => {
  const { rules, exclusions } = jsonOf(standards.filter(({ id }) => id === 'uae-hub'))

  it('has these members and no others', () => {
    expect(Object.keys(jsonOf(standards))).toEqual(['rules', 'exclusions'])
    expect([...new Set(rules.map((one) => Object.keys(one).join(' ')))]).toEqual([
      'id requirements level title cites suites defects',
    ])
    expect([...new Set(exclusions.map((one) => Object.keys(one).join(' ')))]).toEqual(['requirement state reason'])
  })

  it('says of a rule what it serves, whence it comes and where it is shown', () => {
    expect(jsonOf(standards, 'UAE-ERR-013')).toEqual({
      rules: [
        {
          id: 'UAE-CNS-021',
          requirements: ['UAE-CNS-021', 'UAE-ERR-013'],
          level: 'MUST',
          title: 'A consent that shows as Revoked gives no data, though its token has not ended',
          cites: [{ source: 'D', place: 'consent/index.md, states of a consent' }],
          suites: ['uae-hub/consents'],
          defects: ['data-after-revocation'],
        },
      ],
      exclusions: [],
    })
    expect(jsonOf(standards, 'UAE-INS-001')).toEqual({
      rules: [],
      exclusions: [{ requirement: 'UAE-INS-001', state: 'planned', reason: 'not asked yet: Insurance' }],
    })
  })

  it('shows each rule under some suite', () => {
    expect(rules.filter(({ suites }) => suites.length === 0)).toEqual([])
  })

  it('has every requirement of the catalogue exactly once', () => {
    // A softer branch of a requirement is a rule of its own.
    const served = new Set(rules.flatMap(({ requirements }) => requirements))
    const all = [...served, ...exclusions.map((one) => one.requirement)]
    const catalogue = standards.filter(({ id }) => id === 'uae-hub').flatMap((one) => one.requirements())
    expect(catalogue.length).toBeGreaterThan(0)
    expect(all.toSorted()).toEqual(catalogue.map(({ id }) => id).toSorted())
  })

  it('accounts for each of the 154 requirements of Bahrain', () => {
    const bahrain = standards.filter(({ id }) => id === 'bahrain')
    const { rules: serving, exclusions: left } = jsonOf(bahrain)
    const all = [...new Set(serving.flatMap(({ requirements }) => requirements)), ...left.map((one) => one.requirement)]
    expect(all).toHaveLength(154)
    expect(all.toSorted()).toEqual(
      bahrain
        .flatMap((one) => one.requirements())
        .map(({ id }) => id)
        .toSorted(),
    )
  })
})
