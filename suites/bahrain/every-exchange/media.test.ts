import { expect, it } from 'vitest'
import { judge } from '../../../engine/judge/judge.ts'
import { makePlan } from '../../../engine/plan/make-plan.ts'
import { bahrainAccount, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { fakeProfile } from '../../../testing/standard.ts'
import { bahrain } from '../index.ts'
import { accounts, patchConsent, statementFile } from '../operations.ts'
import { media } from './media.ts'

const Data = { Account: [bahrainAccount('a1')] }
const json = { 'content-type': 'application/json' }
const client = { 'user-agent': 'client/1' }
const ok = (got: Readonly<Record<string, string>> = {}, sent: Readonly<Record<string, string>> = client) =>
  bahrainRead(accounts, Data, {}, { headers: got, sent })
const error = (status: number, got: Readonly<Record<string, string>> = {}) =>
  bahrainExchange(accounts, { status, headers: got, sent: client, body: '{}' })

proves(
  ruleNamed(media, 'BH-HDR-005'),
  {
    holds: { JSON: ok() },
    breaks: {
      '406': [error(406), { at: 'status', expected: 'JSON, as no Accept was sent', got: '406' }],
    },
    silent: {
      'with Accept': bahrainExchange(accounts, { status: 406, sent: { accept: 'application/xml' } }),
      'another error': error(403),
      'another type is the finding of BH-RSP-001': ok({ 'content-type': 'text/plain' }),
      'a file': bahrainExchange(statementFile, { status: 406 }),
      'a request whose headers were not recorded': bahrainExchange(accounts, { status: 406 }),
    },
  },
  bahrainGiven,
)

proves(
  ruleNamed(media, 'BH-RSP-001'),
  {
    holds: {
      'with a charset': ok({ 'content-type': 'Application/JSON;charset=UTF-8' }),
      'an error': error(400, json),
      encrypted: ok({ 'content-type': 'application/jose+jwe' }),
    },
    breaks: {
      text: [
        ok({ 'content-type': 'text/plain' }),
        { at: 'header content-type', expected: 'application/json', got: 'text/plain' },
      ],
      nothing: [error(400), 'header content-type'],
      'a page where JSON would do': [
        ok({ 'content-type': 'text/html' }, { accept: 'text/html, */*;q=0.1' }),
        'header content-type',
      ],
    },
    silent: {
      'no body': bahrainExchange(patchConsent, { status: 204 }),
      'a file': bahrainExchange(statementFile, { body: '%PDF', headers: { 'content-type': 'application/pdf' } }),
      'a gateway': error(503, { 'content-type': 'text/html' }),
      'the page that was asked for': bahrainExchange(accounts, {
        status: 406,
        headers: { 'content-type': 'text/html' },
        sent: { accept: 'text/html' },
        body: '<p>no</p>',
      }),
    },
  },
  bahrainGiven,
)

const jwe = (body: string) => bahrainExchange(accounts, { headers: { 'content-type': 'application/jwe' }, body })
proves(
  ruleNamed(media, 'BH-RSP-002'),
  {
    holds: { 'five parts': jwe('e30.a.b.c.d'), 'no encrypted key': jwe('e30..b.c.d') },
    breaks: {
      'three parts': [
        jwe('e30.e30.e30'),
        { at: 'body', expected: 'a compact JWE of five parts', got: 'a text of 3 parts' },
      ],
      JSON: [jwe('{"Data":{}}'), 'body'],
    },
    silent: { JSON: ok() },
  },
  bahrainGiven,
)

it('a bank that encrypts nothing leaves nothing open, whatever else breaks off', () => {
  const rules = ['BH-RSP-001', 'BH-RSP-002']
  const selection = { suites: [], rules, operations: [], slow: false }
  const plan = makePlan(bahrain, fakeProfile({ claims: ['consents', 'accounts'] }), selection)
  const lost = new Map(plan.scenarios.map(({ scenario }) => [scenario.id, { inconclusive: 'closed', durationMs: 1 }]))
  const outcomes = (exchanges: readonly ReturnType<typeof ok>[]) =>
    judge(bahrain, plan, { exchanges, endings: lost }, bahrainGiven).flatMap(({ rule, outcome }) =>
      rules.includes(rule) ? [[rule, outcome]] : [],
    )
  expect(outcomes([ok(json)])).toEqual([
    ['BH-RSP-001', 'pass'],
    ['BH-RSP-002', 'not-asked'],
  ])
  expect(outcomes([])).toContainEqual(['BH-RSP-001', 'inconclusive'])
})
