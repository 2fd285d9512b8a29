import { expect, it } from 'vitest'
import type { ScenarioRule } from '../../../../engine/rule.ts'
import { ruleNamed } from '../../../../testing/named-rule.ts'
import { productsAnswer, productsBody, productsGiven } from '../../../../testing/products.ts'
import { proves } from '../../../../testing/proves.ts'
import type { Probed } from '../../ask.ts'
import type { WithoutCustomer } from '../scenarios/ask-without-customer.ts'
import { strangers } from './refusals.ts'

const baseline = productsAnswer(productsBody())
const probe = (name: string, status: number) => ({ name, exchange: productsAnswer({}, { id: 'x2', status }) })

const none = 'no x-fapi-customer-ip-address'
const without = (status: number): WithoutCustomer => ({
  baseline,
  probes: [probe(none, status)],
  odd: [probe('odd', 200)],
})
const customers = ruleNamed(strangers, 'UAE-PRD-002') as ScenarioRule<WithoutCustomer>

proves(customers, {
  holds: { '400': without(400), '403': without(403) },
  breaks: {
    taken: [without(200), { at: `${none}: status`, expected: '400, and no data', got: '200', exchange: 'x2' }],
  },
  undecided: { 'a failure': without(500), 'a token that ended': without(401) },
})

it('tells what came of an address that is none', () => {
  expect(customers.observe?.(without(400), productsGiven)).toEqual({ 'odd: status': '200' })
})

const right = (token: number, scope: number): Probed => ({
  baseline,
  probes: [probe('no token', token), probe('token of another scope', scope)],
})
const rights = ruleNamed(strangers, 'UAE-PRD-012') as ScenarioRule<Probed>

proves(rights, {
  holds: { '401 and 403': right(401, 403), '400 twice': right(400, 400) },
  breaks: {
    'any scope': [
      right(401, 200),
      { at: 'token of another scope: status', expected: '401 or 403, and no data', got: '200', exchange: 'x2' },
    ],
    'no token': [right(200, 403), 'no token: status'],
  },
  undecided: {
    'a failure': right(500, 403),
    'no other role': {
      baseline,
      probes: [probe('no token', 401), { name: 'token of another scope', inconclusive: 'the client gets no token' }],
    },
  },
})

it('tells which other refusal came', () => {
  expect(rights.observe?.(right(403, 401), productsGiven)).toEqual({
    'no token: status': '403',
    'token of another scope: status': '401',
  })
  expect(rights.observe?.(right(401, 403), productsGiven)).toEqual({})
})
