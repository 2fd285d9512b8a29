import type { Exchange } from '../../../engine/exchange.ts'
import type { Given } from '../../../engine/rule.ts'
import { exchange, type Sample } from '../../../testing/exchange.ts'
import { givenOver } from '../../../testing/given.ts'
import { petShopDocument } from '../../../testing/pet-shop.ts'
import { proves } from '../../../testing/proves.ts'
import { openedSample } from '../sample.ts'
import { bodyRules, strictRule } from './bodies.ts'

const { contract } = openedSample(petShopDocument)
const given = givenOver([contract])
const scope = { contracts: [contract.name] }
const [form, formats, dates, json, members] = bodyRules(scope, ['GET /pets'])
const type = { 'content-type': 'application/json' }
const pets = (more: object): Sample => ({ operation: 'GET /pets', body: [{ id: 1, name: 'Tom', ...more }] })
const text = (body: string): Sample => ({ operation: 'GET /pets', headers: type, body })

proves(
  form as NonNullable<typeof form>,
  {
    holds: {
      'a list': exchange(pets({})),
      'further members, where the schema is open': exchange(pets({ colour: 'grey' })),
      'no pets': exchange({ operation: 'GET /pets', body: [] }),
      'a format that is not kept, for which there is another rule': exchange(pets({ tag: 'no-uuid' })),
      'an error of its form': exchange({ operation: 'GET /pets', status: 400, body: { error: 'x' } }),
      'with a charset': exchange({ ...pets({}), headers: { 'Content-Type': 'Application/JSON; charset="utf-8"' } }),
    },
    breaks: {
      'a number as a text': [exchange(pets({ id: '1' })), { at: '/0/id', expected: 'an integer', got: '"1"' }],
      'an error of another form': [
        exchange({ operation: 'GET /pets', status: 400, body: {} }),
        { at: 'body', expected: 'member error', got: 'nothing' },
      ],
    },
    silent: {
      'no JSON': exchange(text('<html>')),
      'a status without a schema': exchange({ operation: 'DELETE /pets/{petId}', status: 204 }),
      'a status that is not declared': exchange({ operation: 'GET /pets', status: 418, body: {} }),
      'another media type': exchange({ ...pets({ id: '1' }), headers: { 'content-type': 'application/problem+json' } }),
      'a gateway': exchange({ operation: 'GET /pets', status: 502, body: 'x' }),
      'what no contract names': exchange({ operation: null, body: {} }),
    },
  },
  given,
)

proves(
  (evidence: Exchange, more: Given) => (form as NonNullable<typeof form>).check(evidence, more),
  { undecided: { 'no call succeeded: somebody else may answer': exchange(pets({ id: '1' })) } },
  { ...given, apiSucceeded: () => false },
)

proves(
  formats as NonNullable<typeof formats>,
  {
    holds: {
      'a UUID': exchange(pets({ tag: '6f1f8f0a-1f63-4c5d-9b1e-2f9e6a0d3c11' })),
      'a day that does not exist, for which there is another rule': exchange(pets({ born: '2026-02-30' })),
    },
    breaks: { 'no UUID': [exchange(pets({ tag: 'no-uuid' })), { at: '/0/tag', expected: 'a UUID', got: '"no-uuid"' }] },
    silent: { 'no JSON': exchange(text('')) },
  },
  given,
)

proves(
  dates as NonNullable<typeof dates>,
  {
    holds: {
      'a day': exchange(pets({ born: '2024-02-29' })),
      'a date-time with fractions and an offset': exchange(pets({ seen: '2026-05-03T15:46:00.123456+04:00' })),
    },
    breaks: {
      'a day that does not exist': [
        exchange(pets({ born: '2026-02-30' })),
        { at: '/0/born', expected: 'a date YYYY-MM-DD', got: '"2026-02-30"' },
      ],
      'a date-time without a zone': [exchange(pets({ seen: '2026-05-03T15:46:00' })), '/0/seen'],
      'a date-time where a date belongs': [exchange(pets({ born: '2026-05-03T15:46:00Z' })), '/0/born'],
    },
    silent: { 'no JSON': exchange(text('')) },
  },
  given,
)

const page = '<html>…</html>'
proves(
  json as NonNullable<typeof json>,
  {
    holds: { JSON: exchange(pets({})), 'with white space': exchange(text(' [ ]\n')) },
    breaks: {
      'a page': [
        exchange(text(page)),
        { at: 'body', expected: 'JSON', got: `application/json, ${page.length} characters, no JSON` },
      ],
      nothing: [exchange(text('')), 'body'],
      'bytes of another encoding': [
        { ...exchange(pets({})), facts: { ...exchange(pets({})).facts, validUtf8: false } },
        'body',
      ],
    },
    silent: {
      'another media type': exchange({ operation: 'GET /pets', headers: { 'content-type': 'text/html' }, body: page }),
    },
  },
  given,
)

proves(
  members as NonNullable<typeof members>,
  {
    holds: { 'each once': exchange(text('[{"id":1,"name":"Tom"},{"id":2,"name":"Tim"}]')) },
    breaks: {
      'one twice': [
        exchange(text('[{"id":1,"name":"Tom","name":"Tim"}]')),
        { at: '/0/name', expected: 'one member of this name', got: 'several' },
      ],
    },
    silent: { 'no JSON': exchange(text('x')) },
  },
  given,
)

proves(
  strictRule(scope, true),
  {
    holds: { 'declared members': exchange(pets({ tag: 'x' })) },
    breaks: {
      'one that is not declared': [
        exchange(pets({ colour: 'grey' })),
        { at: '/0/colour', expected: 'only declared members', got: 'the member colour' },
      ],
    },
  },
  given,
)
proves(
  (evidence, more) => strictRule(scope, false).check(evidence, more),
  { silent: { 'when not strict': exchange(pets({ colour: 'grey' })) } },
  given,
)
