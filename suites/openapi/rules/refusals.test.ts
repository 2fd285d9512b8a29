import { expect, it } from 'vitest'
import type { Exchange } from '../../../engine/exchange.ts'
import { exchange, type Sample } from '../../../testing/exchange.ts'
import { givenOver } from '../../../testing/given.ts'
import { petShopDocument } from '../../../testing/pet-shop.ts'
import { proves, type Samples } from '../../../testing/proves.ts'
import type { Refused } from '../../baseline/scenarios.ts'
import { openApi } from '../index.ts'
import { openedSample } from '../sample.ts'
import { accessRules } from './access.ts'
import { goodCallRules, type Paged } from './good-calls.ts'
import { inputRules } from './input.ts'
import type { Kinds } from './refusal-rule.ts'

const { contract } = openedSample(petShopDocument)
const given = givenOver([contract])
const [, refusals] = openApi.suites
const nowhere = refusals?.scenarios[0]
const kinds = new Proxy({} as Kinds, { get: () => [nowhere] })
const rules = new Map([...accessRules(kinds), ...inputRules(kinds)].map((one) => [one.id, one]))

const probed = (name: string, sample: Sample): Refused => ({
  operation: 'GET /pets',
  probes: [{ name, exchange: exchange({ id: 'x2', operation: 'GET /pets', ...sample }) }],
})
const got = (name: string, expected: string, status: number) => ({
  at: `${name}: status`,
  expected,
  got: String(status),
  exchange: 'x2',
})
const lost = (name: string): Refused => ({ operation: 'GET /pets', probes: [{ name, inconclusive: 'closed' }] })

const refused = (
  name: string,
  expected: string,
  holding: readonly number[],
  failures: 'count' | 'decide nothing',
  success = 200,
): Samples<Refused> => ({
  holds: Object.fromEntries([...holding, 418].map((status) => [String(status), probed(name, { status })])),
  breaks: {
    data: [probed(name, { status: success, body: [{ id: 1 }] }), got(name, expected, success)],
    ...(failures === 'count' ? { 'a failure': [probed(name, { status: 500 }), got(name, expected, 500)] } : {}),
  },
  undecided: {
    'a gateway': probed(name, { status: 503 }),
    'no answer': lost(name),
    ...(failures === 'count' ? {} : { 'a failure': probed(name, { status: 500 }) }),
  },
})

const body = 'and no data'
const samples: Readonly<Record<string, Samples<Refused>>> = {
  'OAS-020': refused('no credential', `401, ${body}`, [401, 403], 'decide nothing'),
  'OAS-021': refused('changed credential', `401, ${body}`, [401, 403], 'decide nothing'),
  'OAS-022': {
    holds: {
      '406': probed('Accept', { status: 406 }),
      'passed over': probed('Accept', { body: [], headers: { 'content-type': 'application/json' } }),
    },
    breaks: {
      'a failure': [
        probed('Accept', { status: 500 }),
        { at: 'status', expected: '406, or a success in a declared media type', got: '500' },
      ],
    },
    undecided: { 'no answer': lost('Accept') },
  },
  'OAS-023': refused('PUT', `405 or 501, ${body}`, [405, 501, 404], 'count'),
  'OAS-024': {
    holds: {
      'with Allow': probed('PUT', { status: 405, headers: { allow: 'GET' } }),
      'with an empty one': probed('PUT', { status: 405, headers: { Allow: '' } }),
    },
    breaks: {
      without: [
        probed('PUT', { status: 405 }),
        { at: 'header allow', expected: 'the methods of the resource', got: 'nothing', exchange: 'x2' },
      ],
    },
    silent: { 'a 404': probed('PUT', { status: 404 }) },
  },
  'OAS-025': refused('limit=not-a-value', `400 or 404 or 422, ${body}`, [400, 404, 422], 'count'),
  'OAS-026': {
    ...refused('unknown name', `404 or 410, ${body}`, [404, 410, 400, 403], 'count'),
    silent: { 'a success that holds nothing': probed('unknown name', { status: 200, body: [] }) },
  },
  'OAS-027': refused('no JSON', `400 or 422, ${body}`, [400, 422], 'count', 201),
  'OAS-028': refused('application/xml', `415, ${body}`, [415, 400], 'count', 201),
}
for (const [id, each] of Object.entries(samples))
  proves(rules.get(id) as NonNullable<ReturnType<typeof rules.get>>, each, given)

const [failing, walking, standing, waiting] = goodCallRules([nowhere as never], [nowhere as never], [nowhere as never])
const called = (status: number, succeeded = status < 300) => ({
  good: { operation: 'GET /pets', exchange: 'x1', status, succeeded, fields: 2, gives: {} },
})
proves(failing as never, {
  holds: { 'a success': called(200), 'a redirect that is declared': called(302, true) },
  breaks: { 'a failure': [called(500), { at: 'status', expected: 'a success', got: '500', exchange: 'x1' }] },
  undecided: { 'a gateway': called(503), 'not built yet': called(501) },
})

const shape = { links: { next: '/next' }, list: '/toys', id: '/id' }
const page = (id: string, url: string, toys: readonly object[], next?: string): Exchange =>
  exchange({ id, operation: 'GET /toys', url: `https://shop.example${url}`, body: { toys, next } })
const one = page('x1', '/toys', [{ id: 1 }], '/toys?page=2')
const walk = (...pages: readonly Exchange[]): Paged => ({ shape, walked: { pages, again: one } })
proves(walking as never, {
  holds: { 'to the end': walk(one, page('x2', '/toys?page=2', [{ id: 2 }])) },
  breaks: {
    'to itself': [
      walk(one, page('x2', '/toys?page=2', [{ id: 2 }], '/toys?page=2')),
      { at: 'page 2 /next', expected: 'a link not met before', got: '/toys?page=2', exchange: 'x2' },
    ],
  },
  silent: { 'one page': walk(page('x1', '/toys', [{ id: 1 }])) },
})
proves(standing as never, {
  holds: { 'other toys': walk(one, page('x2', '/toys?page=2', [{ id: 2 }])) },
  breaks: {
    'one again': [
      walk(one, page('x2', '/toys?page=2', [{ id: 1 }, { id: 2 }])),
      { at: 'page 2 /toys/0/id', expected: 'another id than those of page 1', got: '1', exchange: 'x2' },
    ],
  },
  undecided: {
    'the first page has changed': {
      shape,
      walked: { pages: [one, page('x2', '/toys?page=2', [{ id: 1 }])], again: page('x3', '/toys', [{ id: 3 }]) },
    },
  },
})
const limited = exchange({ id: 'x1', status: 429, headers: { 'retry-after': '2' } })
proves(waiting as never, {
  holds: { answered: { limited, waited: 2, retried: exchange({ id: 'x2' }) } },
  breaks: {
    'limited again': [
      { limited, waited: 2, retried: exchange({ id: 'x2', status: 429 }) },
      { at: 'status', expected: 'an answer other than 429 after 2 seconds', got: '429', exchange: 'x2' },
    ],
  },
  undecided: { 'no Retry-After': { limited } },
})

it('every rule without an occasion says why', () => {
  const placeholders = openApi.suites.flatMap(({ scenarios }) => scenarios)
  expect(placeholders.map(({ unreachable }) => unreachable).filter((one) => one === undefined)).toEqual([])
})
