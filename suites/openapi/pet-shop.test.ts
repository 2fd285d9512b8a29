import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import type { Verdict } from '../../engine/report.ts'
import { type Answer, type Fault, openPetShop, petShopDocument } from '../../testing/pet-shop.ts'
import { plainRun } from '../../testing/plain-run.ts'
import { type OpenApiOptions, openApiStandard } from './index.ts'
import { openedSample } from './sample.ts'

const token = 'good-token-of-the-shop'

const visit = async (fault?: Fault, options: Partial<OpenApiOptions> & { readonly burst?: number } = {}) => {
  const shop = await openPetShop(fault)
  const { burst, ...more } = options
  const standard = openApiStandard({
    ...openedSample(petShopDocument),
    ...{ params: {}, positive: false, write: false, headers: ['authorization'] },
    ...more,
  })
  try {
    const done = await plainRun(standard, {
      baseUrl: shop.url,
      headers: { Authorization: `Bearer ${token}` },
      ...(burst === undefined ? {} : { burst }),
    })
    return { ...done, shop, verdicts: done.report.verdicts }
  } finally {
    await shop.close()
  }
}

const findings = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap((one) => one.findings.map(({ at, got }) => `${one.rule} ${one.operation} ${at}: ${got}`))

const rulesWithFindings = (verdicts: readonly Verdict[]): readonly string[] => [
  ...new Set(verdicts.flatMap((one) => (one.findings.length > 0 ? [one.rule] : []))),
]

const open = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts
    .filter(({ outcome }) => outcome === 'inconclusive' || outcome === 'broken')
    .map(({ rule, scenario, operation, reason }) => `${rule} ${scenario} ${operation}: ${reason}`)

it('finds nothing in an honest shop, leaves nothing open, and leaves it as it was', async () => {
  const { verdicts, shop, report } = await visit(undefined, { write: true, strict: true })
  expect(findings(verdicts)).toEqual([])
  expect(open(verdicts)).toEqual([])
  expect(report.result).toBe('conformant')
  expect(shop.pets()).toEqual(['Tom'])
  const passed = new Set(verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => rule))
  const never = ['OAS-016', 'OAS-033']
  const ids = [...new Set(verdicts.map(({ rule }) => rule))]
  expect(ids.filter((id) => !passed.has(id))).toEqual(never)
})

it('only reads unless it is told otherwise', async () => {
  const { shop } = await visit()
  expect(new Set(shop.asked.map((one) => one.split(' ')[0]))).toEqual(new Set(['GET', 'PROPFIND']))
  expect(shop.asked.filter((one) => one.startsWith('PROPFIND')).toSorted()).toEqual([
    'PROPFIND /pets',
    'PROPFIND /pets/1',
    'PROPFIND /toys',
  ])
})

it('sends good calls alone where only those are wanted, each once', async () => {
  const { shop, verdicts } = await visit(undefined, { positive: true })
  expect(shop.asked.toSorted()).toEqual([
    'GET /pets',
    'GET /pets/1',
    'GET /toys',
    'GET /toys',
    'GET /toys',
    'GET /toys?page=2',
  ])
  const left = verdicts.find(({ rule }) => rule === 'OAS-020')
  expect(left).toMatchObject({ outcome: 'not-asked', reason: 'good calls only (--positive)' })
})

it('says what could not be reached', async () => {
  const { verdicts } = await visit()
  expect(
    verdicts.find(({ scenario, rule }) => rule === 'OAS-030' && scenario.endsWith('/owners/{ownerId}')),
  ).toMatchObject({
    outcome: 'not-asked',
    reason: 'nothing gives a value for the path parameter ownerId: give one with --param ownerId=VALUE, or an example',
  })
})

const at =
  (path: RegExp, change: Fault): Fault =>
  (asked, answer) =>
    path.test(`${asked.method} ${asked.path}`) && answer.status < 300 ? change(asked, answer) : answer
const list = /^GET \/pets$/
const pets = (more: object): Fault => at(list, (_, answer) => ({ ...answer, body: [{ id: 1, name: 'Tom', ...more }] }))
const always =
  (status: number, change: Partial<Answer>): Fault =>
  (_, answer) =>
    answer.status === status ? { ...answer, ...change } : answer
const tom = { id: 1, name: 'Tom' }

/** Each fault of the shop with all rules that find it. */
const faults: readonly (readonly [string, Fault, readonly string[]])[] = [
  ['a number is a text', pets({ id: '1' }), ['OAS-001']],
  ['a member is missing', at(list, (_, answer) => ({ ...answer, body: [{ id: 1 }] })), ['OAS-001']],
  ['null instead of a list', at(list, (_, answer) => ({ ...answer, body: null })), ['OAS-001']],
  ['an error of another form', always(404, { body: {} }), ['OAS-001']],
  ['no UUID', pets({ tag: 'x' }), ['OAS-002']],
  ['a date-time without a zone', pets({ seen: '2026-05-03T15:46:00' }), ['OAS-003']],
  ['a day that does not exist', pets({ born: '2026-02-30' }), ['OAS-003']],
  ['a page labelled as JSON', at(list, (_, answer) => ({ ...answer, body: '<html></html>' })), ['OAS-004']],
  [
    'bytes that are not UTF-8',
    at(list, (_, answer) => ({ ...answer, body: Buffer.from([0x22, 0xff, 0x22]) })),
    ['OAS-001', 'OAS-004'],
  ],
  [
    'a member twice',
    at(list, (_, answer) => ({ ...answer, body: '[{"id":1,"name":"Tom","name":"Tim"}]' })),
    ['OAS-005'],
  ],
  ['an undeclared member', pets({ colour: 'grey' }), ['OAS-006']],
  ['an undeclared success', at(list, (_, answer) => ({ ...answer, status: 206 })), ['OAS-010']],
  ['an undeclared refusal', always(404, { status: 418 }), ['OAS-011']],
  [
    'an undeclared media type',
    at(list, (_, answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } })),
    ['OAS-012'],
  ],
  ['a required header is missing', at(list, ({ headers: _ }, { headers: __, ...answer }) => answer), ['OAS-013']],
  [
    'a header twice',
    at(list, (_, answer) => ({ ...answer, headers: { ...answer.headers, etag: ['"1"', '"2"'] } })),
    ['OAS-014'],
  ],
  [
    'a date that is none',
    at(list, (_, answer) => ({ ...answer, headers: { ...answer.headers, 'last-modified': '2026-05-03' } })),
    ['OAS-015'],
  ],
  ['401 without a challenge', always(401, { headers: {} }), ['OAS-017']],
  [
    'no token opens data',
    (asked, answer) =>
      answer.status === 401 && asked.headers.authorization === undefined
        ? { status: 200, headers: { 'x-total': '1' }, body: asked.path === '/pets' ? [tom] : tom }
        : answer,
    ['OAS-020'],
  ],
  [
    'a bad token opens data',
    (asked, answer) =>
      answer.status === 401 && asked.headers.authorization !== undefined
        ? { status: 200, headers: { 'x-total': '1' }, body: asked.path === '/pets' ? [tom] : tom }
        : answer,
    ['OAS-021'],
  ],
  ['an unacceptable Accept fails', always(406, { status: 500 }), ['OAS-022']],
  ['a foreign method succeeds', always(405, { status: 200, headers: {}, body: {} }), ['OAS-023']],
  ['405 without Allow', always(405, { headers: {} }), ['OAS-024']],
  [
    'a bad parameter is passed over',
    (asked, answer) =>
      asked.query.get('limit') === null ? answer : { status: 200, headers: { 'x-total': '1' }, body: [tom] },
    ['OAS-025'],
  ],
  [
    'an unknown name is somebody',
    (asked, answer) => (answer.status === 404 && asked.known ? { status: 200, body: tom } : answer),
    ['OAS-026'],
  ],
  [
    'a good call fails',
    (asked, answer) =>
      asked.path === '/toys' && asked.query.get('page') === null && asked.method === 'GET'
        ? { status: 500, body: {} }
        : answer,
    ['OAS-030'],
  ],
  [
    'a walk that goes round',
    at(/toys/, ({ query }, answer) =>
      query.get('page') === '2' ? { ...answer, body: { toys: [{ id: 2 }], next: '/toys?page=2' } } : answer,
    ),
    ['OAS-031'],
  ],
  [
    'a record on two pages',
    at(/toys/, ({ query }, answer) =>
      query.get('page') === '2' ? { ...answer, body: { toys: [{ id: 1 }, { id: 2 }] } } : answer,
    ),
    ['OAS-032'],
  ],
]

it.each(faults)('finds this and nothing else: %s', async (_, fault, rules) => {
  const { verdicts } = await visit(fault, { strict: true })
  expect(rulesWithFindings(verdicts), findings(verdicts).join('\n')).toEqual(rules)
})

const written: readonly (readonly [string, Fault, readonly string[]])[] = [
  [
    'a broken body is taken',
    (asked, answer) => (asked.method === 'POST' && answer.status === 400 ? { status: 201, body: tom } : answer),
    ['OAS-027'],
  ],
  [
    'a foreign body is taken',
    (asked, answer) => (asked.method === 'POST' && answer.status === 415 ? { status: 201, body: tom } : answer),
    ['OAS-028'],
  ],
]

it.each(written)('finds this and nothing else when it writes: %s', async (_, fault, rules) => {
  const { verdicts } = await visit(fault, { write: true })
  expect(rulesWithFindings(verdicts), findings(verdicts).join('\n')).toEqual(rules)
})

const json = (answer: Answer, text: (body: unknown) => string | Uint8Array, headers: Answer['headers'] = {}): Answer =>
  answer.body === undefined
    ? answer
    : {
        ...answer,
        headers: { 'content-type': 'application/json', ...answer.headers, ...headers },
        body: text(answer.body),
      }
const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, one]) => [name, backwards(one)]),
  )
}

const harmless: Readonly<Record<string, Fault>> = {
  'members in another order': (_, answer) => json(answer, (body) => JSON.stringify(backwards(body))),
  'white space': (_, answer) => json(answer, (body) => ` ${JSON.stringify(body, undefined, 4)}\r\n`),
  'header names in other letters': (_, answer) =>
    json(
      {
        ...answer,
        headers: Object.fromEntries(
          Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toUpperCase(), value]),
        ),
      },
      JSON.stringify,
    ),
  gzip: (_, answer) => json(answer, (body) => gzipSync(JSON.stringify(body)), { 'content-encoding': 'gzip' }),
  brotli: (_, answer) => json(answer, (body) => brotliCompressSync(JSON.stringify(body)), { 'content-encoding': 'br' }),
  'charset parameters': (_, answer) =>
    json(answer, JSON.stringify, { 'content-type': 'application/json; charset="UTF-8"; profile=x' }),
  'fractional seconds and offsets': pets({ seen: '2026-05-03T15:46:00.123456789+05:30' }),
  'further optional members': pets({ colour: 'grey', more: { of: ['it'] } }),
  'an empty shop': at(list, (_, answer) => ({ ...answer, headers: { 'x-total': '0' }, body: [] })),
  'an answer that takes its time': async (_, answer) => new Promise((resolve) => setTimeout(() => resolve(answer), 30)),
}

it.each(Object.entries(harmless))('finds nothing in a shop with %s', async (_, change) => {
  const { verdicts } = await visit(change)
  expect(findings(verdicts)).toEqual([])
})

it('accuses nobody of what an unknown host answers', async () => {
  const page = { status: 404, headers: { 'content-type': 'text/html' }, body: '<html></html>' }
  await expect(visit(() => page)).rejects.toThrow(/no call succeeded/)
})

it('says of a run without a credential that it could not ask what needs one', async () => {
  const { verdicts } = await visit(undefined, { headers: [] })
  expect(verdicts.find(({ rule }) => rule === 'OAS-020')).toMatchObject({
    outcome: 'not-asked',
    reason: 'the run presents no credential of the operation (--header authorization=…)',
  })
})

it('comes back after a limit when it was agreed', async () => {
  let asked = 0
  // More than all other calls together, fewer than the burst.
  const limit = 25
  const { verdicts } = await visit(
    ({ path }, answer) => {
      if (path === '/pets') asked += 1
      return path === '/pets' && asked > limit && asked <= limit + 3
        ? { status: 429, headers: { 'retry-after': '0' } }
        : answer
    },
    { burst: limit + 3 },
  )
  expect(verdicts.find(({ rule }) => rule === 'OAS-033')).toMatchObject({ outcome: 'pass', operation: '*' })
  expect(findings(verdicts)).toEqual([])
})
