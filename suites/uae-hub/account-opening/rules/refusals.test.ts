import { expect, it } from 'vitest'
import type { Probe } from '../../../../engine/rule.ts'
import { exchange } from '../../../../testing/exchange.ts'
import { givenOver } from '../../../../testing/given.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Probed } from '../../ask.ts'
import { openAccount } from '../operations.ts'
import { spoiledSignatures } from '../spoiled-signatures.ts'
import { unfitRequests } from '../unfit-requests.ts'
import { unfitRequestsAreRefused } from './requests.ts'
import { spoiledSignaturesAreRefused } from './signatures.ts'

const baseline = exchange({ operation: openAccount, status: 201 })

/** All requests answered with 400, but for those that are named. */
const answered = (
  rows: readonly { readonly name: string }[],
  statuses: Readonly<Record<string, number>> = {},
): Probed => ({
  baseline,
  probes: rows.map(
    ({ name }): Probe => ({ name, exchange: exchange({ operation: openAccount, status: statuses[name] ?? 400 }) }),
  ),
})

/** Of each rule: the requests that it is about, the status that is expected, and whether a 500 is a finding. */
const signatures = {
  'UAE-SIG-007': [['one bit of the signature changed', 'the key of somebody else'], 400, true],
  'UAE-SIG-008': [['two segments', 'JSON that is called a JWT'], 400, true],
  'UAE-SIG-009': [['RS256', 'alg none', 'HS256 with the public key', 'unknown kid'], 400, true],
  'UAE-SIG-010': [['no exp', 'exp five minutes ago'], 400, false],
  'UAE-SIG-012': [['JSON'], 415, false],
} as const

const requests = {
  'UAE-SIG-011': [['claims without message', 'message without Data'], 400, false],
  'UAE-AOP-010': [
    ['no Data.Account', 'a member that the contract forbids', 'LinkedOperations without FxQuoteId'],
    400,
    false,
  ],
  'UAE-AOP-011': [
    ['DataSharingAudit without JSONPath', 'DataSharingAudit without Action', 'Action Replaced'],
    400,
    false,
  ],
} as const

type Owned = Readonly<Record<string, readonly [readonly string[], number, boolean]>>

const every = [
  ...spoiledSignaturesAreRefused.map((rule) => ({ rule, rows: spoiledSignatures, owned: signatures as Owned })),
  ...unfitRequestsAreRefused.map((rule) => ({ rule, rows: unfitRequests, owned: requests as Owned })),
]

for (const { rule, rows, owned } of every) {
  const [names = [], status = 0, failureCounts = false] = owned[rule.id] ?? []
  const others = rows.filter(({ name }) => !names.includes(name))
  const all = (value: number) => Object.fromEntries(names.map((name) => [name, value]))
  proves(rule, {
    holds: {
      'all refused': answered(rows),
      'with other refusals': answered(rows, all(403)),
      'what other rules are about is taken': answered(rows, Object.fromEntries(others.map(({ name }) => [name, 201]))),
    },
    breaks: Object.fromEntries([
      ...names.map((name) => [
        `taken: ${name}`,
        [
          answered(rows, { [name]: 201 }),
          { at: `${name}: status`, expected: `${status}, and no data`, got: '201', exchange: 'x1' },
        ],
      ]),
      ...(failureCounts ? [['a failure', [answered(rows, all(500)), ...names.map((name) => `${name}: status`)]]] : []),
    ]),
    undecided: {
      'a gateway': answered(rows, all(503)),
      ...(failureCounts ? {} : { 'a failure': answered(rows, all(500)) }),
      'nothing was asked': { baseline, probes: [] },
    },
  })
}

it('every request belongs to one rule, or is observed', () => {
  const named = Object.values({ ...signatures, ...requests }).flatMap(([names]) => names as readonly string[])
  const rows = [...spoiledSignatures, ...unfitRequests]
  const left = rows.filter(({ name }) => !named.includes(name)).map(({ about }) => about)
  expect(new Set(named).size).toBe(named.length)
  expect(new Set(left)).toEqual(new Set(['observed']))
})

it('what may be taken is observed', () => {
  const of = (id: string) => every.find(({ rule }) => rule.id === id)
  const observed = (id: string) => {
    const found = of(id)
    return found?.rule.observe?.(answered(found.rows, {}), givenOver([]))
  }
  expect(observed('UAE-SIG-010')).toEqual({
    'nbf in five minutes: status': '400',
    'another iss: status': '400',
    'another aud: status': '400',
  })
  expect(observed('UAE-SIG-007')).toEqual({})
  expect(observed('UAE-AOP-010')).toEqual({ 'no Data.Party: status': '400' })
  expect(observed('UAE-AOP-011')).toEqual({ 'a JSONPath that is none: status': '400' })
})
