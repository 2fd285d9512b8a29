import type { Exchange } from '../../../engine/exchange.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { exchange, type Sample } from '../../../testing/exchange.ts'
import { givenOver } from '../../../testing/given.ts'
import { petShopDocument } from '../../../testing/pet-shop.ts'
import { proves, type Samples } from '../../../testing/proves.ts'
import { openedSample } from '../sample.ts'
import { headerRules } from './headers.ts'
import { statusRules } from './statuses.ts'

const { contract } = openedSample(petShopDocument)
const given = givenOver([contract])
const scope = { contracts: [contract.name] }
const rules = new Map(
  [...statusRules(scope, { all: [], withBody: [] }), ...headerRules(scope, [])].map((one) => [one.id, one]),
)
const pets = (more: Sample): Exchange => exchange({ operation: 'GET /pets', ...more })
const declared = '200, 400, 401, 404'
const json = { 'content-type': 'application/json' }

const samples: Readonly<Record<string, Samples<Exchange>>> = {
  'OAS-010': {
    holds: { declared: pets({}) },
    breaks: { 'not declared': [pets({ status: 206 }), { at: 'status', expected: declared, got: '206' }] },
    silent: {
      'a refusal': pets({ status: 418 }),
      'a failure': pets({ status: 500 }),
      'a redirect that nobody declared': pets({ status: 301 }),
    },
  },
  'OAS-011': {
    holds: { declared: pets({ status: 404 }) },
    breaks: { 'not declared': [pets({ status: 418 }), { at: 'status', expected: declared, got: '418' }] },
    silent: {
      'a success': pets({ status: 206 }),
      'an Accept that is not served': pets({ status: 406 }),
      'too many requests': pets({ status: 429 }),
      'a failure': pets({ status: 500 }),
    },
  },
  'OAS-012': {
    holds: {
      declared: pets({ headers: { 'content-type': 'application/json;charset=UTF-8' }, body: '[]' }),
    },
    breaks: {
      'a page': [
        pets({ headers: { 'content-type': 'text/html' }, body: '<html>…</html>' }),
        { at: 'header content-type', expected: 'application/json', got: 'text/html' },
      ],
      none: [pets({ body: 'x' }), 'header content-type'],
    },
    silent: { 'no body': pets({ status: 401 }), 'a status that is not declared': pets({ status: 418, body: 'x' }) },
  },
  'OAS-013': {
    holds: { 'in other letters': pets({ headers: { 'X-TOTAL': '1' } }) },
    breaks: {
      missing: [pets({ headers: json, body: '[]' }), { at: 'header x-total', expected: 'the header', got: 'nothing' }],
    },
    silent: { 'none is required of this answer': pets({ status: 404 }) },
  },
  'OAS-014': {
    holds: {
      once: pets({ headers: { etag: '"1"' } }),
      'a list': pets({
        headers: [
          ['vary', 'a'],
          ['vary', 'b'],
        ],
      }),
    },
    breaks: {
      twice: [
        pets({
          headers: [
            ['etag', '"1"'],
            ['ETag', '"2"'],
          ],
        }),
        { at: 'header etag', expected: 'one value', got: '"1" and "2"' },
      ],
    },
    silent: { 'a gateway': pets({ status: 503 }) },
  },
  'OAS-015': {
    holds: { 'an old form': pets({ headers: { date: 'Sun Nov  6 08:49:37 1994' } }) },
    breaks: {
      'a day': [
        pets({ headers: { 'last-modified': '2026-05-03' } }),
        { at: 'header last-modified', expected: 'an HTTP-date in GMT', got: '2026-05-03' },
      ],
    },
    silent: { none: pets({}) },
  },
  'OAS-016': {
    holds: { seconds: pets({ status: 429, headers: { 'retry-after': '3' } }) },
    breaks: {
      words: [
        pets({ status: 429, headers: { 'retry-after': 'soon' } }),
        { at: 'header retry-after', expected: 'seconds or an HTTP-date', got: 'soon' },
      ],
    },
    silent: { none: pets({}) },
  },
  'OAS-017': {
    holds: { 'any scheme': pets({ status: 401, headers: { 'www-authenticate': 'Key realm="x"' } }) },
    breaks: {
      none: [
        pets({ status: 401 }),
        { at: 'header www-authenticate', expected: 'at least one challenge', got: 'nothing' },
      ],
      'an empty one': [pets({ status: 401, headers: { 'www-authenticate': ' ' } }), 'header www-authenticate'],
    },
    silent: { 'a 403': pets({ status: 403 }) },
  },
}

for (const [id, each] of Object.entries(samples)) proves(rules.get(id) as ExchangeRule, each, given)
