import { expect, it } from 'vitest'
import type { Exchange } from '../../../engine/exchange.ts'
import { bahrainAccount, bahrainExchange, bahrainGiven, bahrainRead } from '../../../testing/bahrain.ts'
import { ruleNamed } from '../../../testing/named-rule.ts'
import { proves } from '../../../testing/proves.ts'
import { accounts, beneficiaries, patchConsent, productDetails, statementFile } from '../operations.ts'
import { envelope } from './envelope.ts'

const self = 'https://bank.example/open-banking/v1.0/aisp/accounts'
const list = (change = {}) => ({ Account: [bahrainAccount('a1', change)] })
const whole = (body: unknown) => bahrainExchange(accounts, { body })
const linked = (Links: unknown) => whole({ Data: list(), Links })
const good = bahrainRead(accounts, list())

proves(
  ruleNamed(envelope, 'BH-ENV-001'),
  {
    holds: {
      'data and a link': good,
      'products, whose schema has no links': bahrainExchange(productDetails, { body: { Data: {} } }),
    },
    breaks: {
      'no Self': [linked({}), { at: '/Links', expected: 'member Self', got: 'nothing' }],
      'no Links': [whole({ Data: list() }), 'body'],
      'no Data': [whole({ Links: { Self: self } }), 'body'],
      'a list': [whole([]), { at: 'body', expected: 'a JSON object', got: 'a list' }],
      'no JSON': [bahrainExchange(accounts, { body: 'ok', headers: { 'content-type': 'application/json' } }), 'body'],
      nothing: [whole(''), { at: 'body', expected: 'a JSON object', got: 'nothing' }],
    },
    silent: {
      'an error': bahrainExchange(accounts, { status: 400, body: {} }),
      'another type, which is told elsewhere': bahrainExchange(accounts, {
        body: 'ok',
        headers: { 'content-type': 'text/plain' },
      }),
      'a file': bahrainExchange(statementFile, { body: '' }),
      '204': bahrainExchange(patchConsent, { status: 204 }),
    },
  },
  bahrainGiven,
)

it('Links.Self that no schema demands is observed where it is missing', () => {
  const { observe } = ruleNamed(envelope, 'BH-ENV-001')
  expect(observe?.(bahrainExchange(productDetails, { body: { Data: {} } }), bahrainGiven)).toEqual({
    'without Links.Self': productDetails,
  })
  expect(observe?.(good, bahrainGiven)).toEqual({})
})

proves(
  ruleNamed(envelope, 'BH-ENV-001/schema'),
  {
    holds: {
      'an account': good,
      'further members': bahrainRead(accounts, list({ Colour: 'blue' })),
      'an empty text is told elsewhere': bahrainRead(accounts, list({ Nickname: '' })),
    },
    breaks: {
      'a missing member': [
        bahrainRead(accounts, list({ AccountType: undefined })),
        { at: '/Data/Account/0', expected: 'member AccountType', got: 'nothing' },
      ],
      'too long': [bahrainRead(accounts, list({ Description: 'x'.repeat(36) })), '/Data/Account/0/Description'],
    },
    silent: { 'an error': bahrainExchange(accounts, { status: 400, body: {} }) },
  },
  bahrainGiven,
)

const meta = (Meta: unknown) => bahrainRead(accounts, list(), { Meta })
proves(
  ruleNamed(envelope, 'BH-ENV-004'),
  {
    holds: {
      none: good,
      empty: meta({}),
      pages: meta({ TotalPages: 1, FirstAvailableDateTime: '2026-01-01T00:00:00Z' }),
    },
    breaks: {
      'another member': [
        meta({ TotalRecords: 3 }),
        { at: '/Meta', expected: 'no further member', got: 'the member TotalRecords' },
      ],
      'no number': [meta({ TotalPages: '1' }), '/Meta/TotalPages'],
    },
    silent: { 'an error': bahrainExchange(accounts, { status: 403, body: {} }) },
  },
  bahrainGiven,
)

const empty = (change: object): Exchange => bahrainRead(accounts, list(change))
proves(
  ruleNamed(envelope, 'BH-ENV-005'),
  {
    holds: {
      'left out': good,
      'no entries': bahrainRead(accounts, { Account: [] }),
      'a member of no schema': empty({ Colour: '' }),
      'an empty id is told elsewhere': empty({ AccountId: '' }),
      'a beneficiary of no account': bahrainRead(beneficiaries, {
        Beneficiary: [{ AccountId: '', BeneficiaryId: 'b1' }],
      }),
      'an empty Meta': meta({}),
    },
    breaks: {
      'an empty text': [
        empty({ Nickname: '' }),
        { at: '/Data/Account/0/Nickname', expected: 'the member left out', got: 'an empty text' },
      ],
      'an empty object': [
        empty({ Servicer: {} }),
        { at: '/Data/Account/0/Servicer', expected: 'the member left out', got: '{}' },
      ],
    },
    silent: { 'an error': bahrainExchange(accounts, { status: 403, body: { Nickname: '' } }) },
  },
  bahrainGiven,
)
