import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { type Exchange, type Headers, json } from '../engine/exchange.ts'
import type { Answer, Check } from '../engine/rule.ts'
import { base, exchange, type Sample } from '../testing/exchange.ts'
import { accountBody, accountsBody, uaeGiven as given, transaction, transactionsBody } from '../testing/uae-hub.ts'
import { totalIsTheSum } from './amounts.ts'
import { tokenIsNotStored } from './caching.ts'
import { bodyKeepsContract, errorKeepsContract } from './contract.ts'
import { currenciesAreCodes } from './currencies.ts'
import { datesAreDays, dateTimesAreWhole, dateTimesByNameAreWhole } from './dates.ts'
import {
  mediaTypeIsDeclared,
  nothingIsUndeclared,
  requiredHeadersAreThere,
  statusIsDeclared,
} from './declared-answer.ts'
import { dateIsOfToday, httpDatesAreWhole } from './http-dates.ts'
import { replayMakesNothingNew } from './idempotency.ts'
import {
  idIsNotLostOnErrors,
  idsAreNotMixedUp,
  interactionIdOnErrors,
  interactionIdReturned,
} from './interaction-id.ts'
import {
  announcedJsonIsThere,
  jsonHasNoMark,
  jsonIsUtf8,
  labelledJsonIsJson,
  membersStandOnce,
  noPageInsteadOfJson,
} from './json-text.ts'
import { linksAreAbsolute, linksKeepFilters, selfNamesTheResource } from './links.ts'
import { idsAreUnique, listIsAList, recordsDiffer } from './lists.ts'
import { jsonIsLabelled } from './media-type.ts'
import { jwtTimesAreSeconds } from './numeric-dates.ts'
import type { PageShape, Walked } from './pages.ts'
import { endsAreMarked, walkEnds } from './pagination.ts'
import { unacceptableIsRefused } from './representation.ts'
import { answerIsOfItsPath, listedIsFound } from './resource-identity.ts'
import { succeeded } from './status.ts'
import {
  refusedMethodIsExplained,
  retryAfterIsThere,
  retryAfterIsWhole,
  unauthorisedNamesAScheme,
} from './status-headers.ts'
import { clientTokenIsWhole } from './token-response.ts'
import { contentLengthFits, noContentIsEmpty, singleFieldsAgree } from './transfer.ts'
import { firstAndLastFit, laterPagesHavePrev, nextLeadsOn, nextStaysAtHome, onePageHasOnlySelf } from './walk-links.ts'
import { recordsStandOnce } from './walk-records.ts'
import { pagesKeepTheirSize, totalsFit } from './walk-totals.ts'

const idName = 'x-fapi-interaction-id'
const transactions = 'GET /accounts/{AccountId}/transactions'

/** The exchange with another body, and with what the bytes and Content-Length say about it. */
const withBody = (one: Exchange, body: string): Exchange => {
  const bytes = Buffer.byteLength(body)
  return {
    ...one,
    response: {
      ...one.response,
      body,
      headers: one.response.headers.map(([name, value]) =>
        name.toLowerCase() === 'content-length' ? ([name, String(bytes)] as const) : ([name, value] as const),
      ),
    },
    facts: { ...one.facts, bytes, bodySha256: createHash('sha256').update(body).digest('hex') },
  }
}

let count = 0
const good = ({ headers = {}, ...sample }: Sample = {}): Exchange => {
  count += 1
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, 'a')}`
  const one = exchange({
    id: `x${count}`,
    sent: { [idName]: id, accept: 'application/json' },
    ...sample,
    headers: {
      ...(sample.body === undefined ? {} : { 'content-type': 'application/json', 'content-length': '' }),
      date: 'Mon, 01 Jun 2026 08:00:00 GMT',
      [idName]: id,
      ...(headers as Record<string, string>),
    },
  })
  return withBody(one, one.response.body)
}

const url = (number: number) =>
  `${base}/accounts/a1/transactions?fromBookingDateTime=2026-01-01T00:00:00Z&page=${number}`
const page = (number: number, links: Record<string, string>) =>
  good({
    operation: transactions,
    url: url(number),
    body: transactionsBody(
      [transaction(`t${number}`, '2026-05-03T15:46:00Z'), transaction(`u${number}`, '2026-05-03T15:46:00+04:00')],
      { Self: url(number), First: url(1), Last: url(2), ...links },
      { TotalPages: 2 },
    ),
  })
const pages = [page(1, { Next: url(2) }), page(2, { Prev: url(1) })]

const list = good({ body: { ...accountsBody('a1', 'a2'), Links: { Self: `${base}/accounts` } } })
const account = good({
  operation: 'GET /accounts/{AccountId}',
  url: `${base}/accounts/a1`,
  body: { ...accountBody('a1', { OpeningDate: '2020-01-01T00:00:00Z' }), Links: { Self: `${base}/accounts/a1` } },
})
const refusal = { Errors: [{ Code: 'GenericError', Message: 'not that / way' }] }
const put = good({ status: 405, headers: { allow: 'GET' } })
const claims = { iss: 'i', exp: 1_780_300_800, nbf: 1_780_300_700, message: accountsBody('a1') }
const signed = good({
  body: `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`,
  headers: { 'content-type': 'application/jwt' },
  jws: { claims },
})
const bill = good({
  operation: null,
  url: `${base}/bill`,
  body: {
    Total: '0.30',
    Currency: 'AED',
    Day: '2026-05-03',
    BilledDateTime: '2026-05-03T15:46:00Z',
    Line: [{ A: '0.1' }, { A: '0.2' }],
  },
})

const exchanges: Readonly<Record<string, Exchange>> = {
  list,
  account,
  signed,
  bill,
  page: pages[0] ?? list,
  'without records': good({ body: { ...accountsBody(), Links: { Self: `${base}/accounts` } } }),
  'no content': good({ operation: 'PATCH /account-access-consents/{ConsentId}', status: 204 }),
  refused: good({ status: 403, body: refusal }),
  unauthorised: good({ status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
  'another method': { ...put, request: { ...put.request, method: 'PUT' } },
  unacceptable: good({ status: 406 }),
  limited: good({ status: 429, headers: { 'retry-after': '2' } }),
  token: good({
    operation: 'POST /token',
    sent: {},
    headers: { 'cache-control': 'no-store' },
    body: { access_token: 'a', token_type: 'Bearer', expires_in: 300 },
  }),
}

const scope = { contracts: ['account-information'] }
const operations = ['GET /accounts']
const shape: PageShape = {
  links: { self: '/Links/Self', first: '/Links/First', prev: '/Links/Prev', next: '/Links/Next', last: '/Links/Last' },
  list: '/Data/Transaction',
  id: '/TransactionId',
  totalPages: '/Meta/TotalPages',
}

/** Every check of one exchange; `only` names the exchanges that it is meant for. */
const checks: readonly (readonly [check: Check, name: string, ...only: readonly string[]])[] = [
  [tokenIsNotStored({ operation: 'POST /token' }), 'tokenIsNotStored'],
  [clientTokenIsWhole, 'clientTokenIsWhole', 'token'],
  [
    bodyKeepsContract({ operations: ['GET /accounts', 'GET /accounts/{AccountId}', transactions] }),
    'bodyKeepsContract',
  ],
  [errorKeepsContract(scope), 'errorKeepsContract'],
  [currenciesAreCodes({ names: /^Currency$/ }), 'currenciesAreCodes'],
  [totalIsTheSum({ total: '/Total', parts: '/Line/*', part: { amount: '/A' } }), 'totalIsTheSum'],
  [dateTimesAreWhole(scope), 'dateTimesAreWhole'],
  [datesAreDays(scope), 'datesAreDays'],
  [dateTimesByNameAreWhole({ names: /DateTime$/ }), 'dateTimesByNameAreWhole'],
  [statusIsDeclared(scope), 'statusIsDeclared'],
  [mediaTypeIsDeclared(scope), 'mediaTypeIsDeclared'],
  [requiredHeadersAreThere(scope), 'requiredHeadersAreThere'],
  [nothingIsUndeclared(scope), 'nothingIsUndeclared'],
  [httpDatesAreWhole(scope), 'httpDatesAreWhole'],
  [dateIsOfToday({ ...scope, seconds: 300 }), 'dateIsOfToday'],
  [interactionIdReturned({ ...scope, requiredOn: succeeded }), 'interactionIdReturned'],
  [interactionIdOnErrors(scope), 'interactionIdOnErrors'],
  [labelledJsonIsJson(scope), 'labelledJsonIsJson'],
  [announcedJsonIsThere(scope), 'announcedJsonIsThere'],
  [noPageInsteadOfJson(scope), 'noPageInsteadOfJson'],
  [jsonHasNoMark(scope), 'jsonHasNoMark'],
  [jsonIsUtf8(scope), 'jsonIsUtf8'],
  [membersStandOnce(scope), 'membersStandOnce'],
  [linksAreAbsolute(shape), 'linksAreAbsolute'],
  [linksKeepFilters(shape, { filters: ['fromBookingDateTime'], missing: 'counts' }), 'linksKeepFilters'],
  [selfNamesTheResource(shape, scope), 'selfNamesTheResource', 'list', 'account', 'page', 'without records'],
  [listIsAList({ operations, list: '/Data/Account' }), 'listIsAList'],
  [recordsDiffer({ operations, list: '/Data/Account', members: ['/AccountId', '/Currency'] }), 'recordsDiffer'],
  [idsAreUnique({ operations, list: '/Data/Account', id: '/AccountId' }), 'idsAreUnique'],
  [jsonIsLabelled({ except: [] }), 'jsonIsLabelled'],
  [jwtTimesAreSeconds, 'jwtTimesAreSeconds'],
  [unacceptableIsRefused, 'unacceptableIsRefused', 'unacceptable', 'list'],
  [answerIsOfItsPath({ parameter: 'AccountId', members: ['/Data/AccountId'] }), 'answerIsOfItsPath'],
  [unauthorisedNamesAScheme({ ...scope, schemes: ['Bearer'] }), 'unauthorisedNamesAScheme'],
  [refusedMethodIsExplained(scope), 'refusedMethodIsExplained'],
  [retryAfterIsWhole(scope), 'retryAfterIsWhole'],
  [retryAfterIsThere({ ...scope, statuses: [429] }), 'retryAfterIsThere'],
  [singleFieldsAgree(scope), 'singleFieldsAgree'],
  [contentLengthFits(scope), 'contentLengthFits'],
  [noContentIsEmpty(scope), 'noContentIsEmpty'],
  [pagesKeepTheirSize(shape, { most: 100 }), 'pagesKeepTheirSize'],
]

/** Every check of several exchanges, over those above. */
const overMany = (vary: (one: Exchange) => Exchange): Readonly<Record<string, Answer>> => {
  const walked: Walked = { pages: pages.map(vary), again: vary(pages[0] ?? list) }
  const walks = { first: { pages: pages.map(vary), end: 'no next' as const } }
  const all = Object.values(exchanges).map(vary)
  return {
    nextLeadsOn: nextLeadsOn(shape)(walked),
    nextStaysAtHome: nextStaysAtHome(shape, { origin: true, path: true })(walked),
    laterPagesHavePrev: laterPagesHavePrev(shape)(walked),
    firstAndLastFit: firstAndLastFit(shape)(walked),
    onePageHasOnlySelf: onePageHasOnlySelf(shape)({ pages: [vary(list)] }),
    totalsFit: totalsFit(shape)(walked),
    recordsStandOnce: recordsStandOnce(shape)(walked),
    walkEnds: walkEnds(walks),
    endsAreMarked: endsAreMarked(walks),
    idsAreNotMixedUp: idsAreNotMixedUp(all, given),
    idIsNotLostOnErrors: idIsNotLostOnErrors(all, given),
    listedIsFound: listedIsFound({ list: '/Data/Account', id: '/AccountId', parameter: 'AccountId', notFound: [404] })({
      list: vary(list),
      reads: [vary(account)],
    }),
    replayMakesNothingNew: replayMakesNothingNew({ id: '/Data/AccountId', unchanged: ['/Data'], refusals: [] })({
      first: account,
      again: vary(account),
    }),
  }
}

type Vary = (one: Exchange) => Exchange

const withHeaders =
  (change: (headers: Headers, one: Exchange) => Headers): Vary =>
  (one) => ({ ...one, response: { ...one.response, headers: change(one.response.headers, one) } })
const value =
  (name: string, change: (value: string) => string): Vary =>
  (one) =>
    withHeaders((headers) => headers.map(([other, said]) => [other, other === name ? change(said) : said]))(one)
const without = (headers: Headers, name: string): Headers => headers.filter(([other]) => other !== name)

const isJson = (one: Exchange): boolean => typeof json(one.response) === 'object'
const text =
  (change: (body: string) => string): Vary =>
  (one) =>
    isJson(one) ? withBody(one, change(one.response.body)) : one

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

const coded =
  (coding: string): Vary =>
  (one) => {
    if (one.response.body === '') return one
    const shorter = withHeaders((headers) => [
      ...headers.map(([name, said]) => [name, name === 'content-length' ? '20' : said] as const),
      ['content-encoding', coding],
    ])(one)
    return { ...shorter, facts: { ...shorter.facts, bytes: 20 } }
  }

const variations: Readonly<Record<string, Vary>> = {
  'members in another order': text((body) => JSON.stringify(reversed(JSON.parse(body)))),
  'white space': text((body) => `\r\n${JSON.stringify(JSON.parse(body), null, '\t')}\n`),
  'slashes escaped': text((body) => body.replaceAll('/', '\\/')),
  'letters escaped': text((body) => body.replaceAll(/"[^"]*"/g, (word) => word.replaceAll('o', '\\u006f'))),
  'letters of another script': text((body) => body.replaceAll('not that', 'غير ممكن')),
  'header names in capitals': withHeaders((headers) => headers.map(([name, said]) => [name.toUpperCase(), said])),
  'header names as people write them': withHeaders((headers) =>
    headers.map(([name, said]) => [name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()), said]),
  ),
  'headers in another order': withHeaders((headers) => headers.toReversed()),
  'blanks around header values': withHeaders((headers) => headers.map(([name, said]) => [name, ` ${said}\t`])),
  'header fields sent twice': withHeaders((headers) => [...headers, ...headers]),
  'headers that nobody asked for': withHeaders((headers) => [
    ...headers,
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['Vary', 'accept'],
    ['Vary', 'origin'],
    ['Expires', '0'],
    ['X-Request-Id', 'r1'],
    ['Server', 'any'],
  ]),
  'in chunks': withHeaders((headers) => [...without(headers, 'content-length'), ['transfer-encoding', 'chunked']]),
  'no length and no Date, over HTTP/2': (one) => ({
    ...withHeaders((headers) => without(without(headers, 'content-length'), 'date'))(one),
    facts: { ...one.facts, protocol: 'h2' },
  }),
  gzip: coded('gzip'),
  brotli: coded('br'),
  'fractions of a second': text((body) => body.replaceAll(/(:\d\d)(Z|[+-]\d\d:\d\d)"/g, '$1.123456$2"')),
  'UTC as an offset': text((body) => body.replaceAll('Z"', '+00:00"')),
  'an offset of the Gulf': text((body) => body.replaceAll('15:46:00Z"', '19:46:00+04:00"')),
  'an unknown offset': text((body) => body.replaceAll('Z"', '-00:00"')),
  'small letters in date-times': text((body) => body.replaceAll(/"(\d{4}-\d\d-\d\d)T([\d:]+)Z"/g, '"$1t$2z"')),
  'a charset': value('content-type', (type) => `${type}; charset=utf-8`),
  'a charset in capitals and quotes': value('content-type', (type) => `${type.toUpperCase()};Charset="UTF-8"`),
  'another parameter': value('content-type', (type) => `${type}; profile="x"`),
  'ids in capitals': value(idName, (id) => id.toUpperCase()),
  'a scheme in small letters': value('www-authenticate', (challenge) => challenge.replace('Bearer', 'bearer')),
  'a Date as C writes it': value('date', () => 'Mon Jun  1 08:00:00 2026'),
  'a Date as mail once wrote it': value('date', () => 'Monday, 01-Jun-26 08:00:00 GMT'),
  'a time to come back as a date': value('retry-after', () => 'Mon, 01 Jun 2026 08:00:02 GMT'),
  'out of a cache': (one) =>
    withHeaders((headers) => [...headers, ['age', '3600']])(value('date', () => 'Mon, 01 Jun 2026 07:00:00 GMT')(one)),
  'slow answers': (one) => ({ ...value('date', () => 'Mon, 01 Jun 2026 08:00:29 GMT')(one), durationMs: 29_000 }),
  'an address with its port': text((body) =>
    body.replaceAll('https://rs1.bank.example/', 'HTTPS://RS1.bank.example:443/'),
  ),
  'filters in another encoding': text((body) => body.replaceAll('T00:00:00Z&', 'T00%3A00%3A00Z&')),
}

const isQuiet = (answer: Answer): boolean => !Array.isArray(answer) || answer.length === 0
const holds = (answer: Answer): boolean => Array.isArray(answer) && answer.length === 0

const noise = (vary: Vary): readonly string[] => [
  ...checks.flatMap(([check, name, ...only]) =>
    Object.entries(exchanges).flatMap(([of, one]) => {
      if (only.length > 0 && !only.includes(of)) return []
      const answer = check(vary(one), given)
      return isQuiet(answer) ? [] : [`${name} of ${of}: ${JSON.stringify(answer)}`]
    }),
  ),
  ...Object.entries(overMany(vary)).flatMap(([name, answer]) =>
    holds(answer) ? [] : [`${name}: ${JSON.stringify(answer)}`],
  ),
]

const asTheyAre: Vary = (one) => one

test('good exchanges are quiet', () => expect(noise(asTheyAre)).toEqual([]))

describe('each check has something to say about a good exchange', () => {
  // No body of this contract that stands here holds a full-date.
  for (const [check, name, ...only] of checks.filter(([, name]) => name !== 'datesAreDays')) {
    it(name, () => {
      const fitting = Object.entries(exchanges).filter(([of]) => only.length === 0 || only.includes(of))
      expect(fitting.filter(([, one]) => holds(check(one, given))).length).toBeGreaterThan(0)
    })
  }
})

describe('what does no harm is no finding', () => {
  it.each(Object.entries(variations))('%s', (_, vary) => {
    expect(Object.values(exchanges).some((one) => JSON.stringify(vary(one)) !== JSON.stringify(one))).toBe(true)
    expect(noise(vary)).toEqual([])
  })
})
