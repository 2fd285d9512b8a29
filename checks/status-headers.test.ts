import { describe, expect, it } from 'vitest'
import type { Headers } from '../engine/exchange.ts'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import {
  acceptedIsNamed,
  refusedMethodIsExplained,
  retryAfterIsThere,
  retryAfterIsWhole,
  unauthorisedNamesAScheme,
} from './status-headers.ts'

const given = givenOver([accountsContract()])
const scope = { contracts: ['account-information'] }

describe('unauthorisedNamesAScheme', () => {
  const place = 'header www-authenticate'
  const asked = (...values: readonly string[]) =>
    exchange({ status: 401, headers: values.map((value) => ['WWW-Authenticate', value] as const) as Headers })
  proves(
    unauthorisedNamesAScheme({ ...scope, schemes: ['Bearer'] }),
    {
      holds: {
        'the scheme alone': asked('Bearer'),
        'in other letters, with parameters': asked('bearer realm="bank", error="invalid_token"'),
        'after another one': asked('Basic realm="a, Digest b", Bearer error="invalid_token"'),
        'after one with a token': asked('Negotiate YWJj==, Bearer'),
        'in a field of its own': asked('DPoP algs="ES256"', 'Bearer'),
      },
      breaks: {
        'no field': [asked(), { at: place, expected: 'Bearer', got: 'nothing' }],
        'an empty field': [asked(''), { at: place, expected: 'Bearer', got: 'an empty text' }],
        'another scheme': [asked('Basic realm="x"'), { at: place, expected: 'Bearer', got: 'Basic realm="x"' }],
        'only within a text': [asked('Basic realm="x, Bearer y"'), place],
        'a parameter of that name': [asked('Basic Bearer="x"'), place],
        'a longer name': [asked('Bearer2 realm="x"'), place],
      },
      silent: {
        'a 403': exchange({ status: 403 }),
        'no certificate': exchange({ status: 401, certificate: 'none' }),
        'the token endpoint': exchange({ operation: 'POST /token', status: 401 }),
      },
    },
    given,
  )
  proves(
    unauthorisedNamesAScheme({ ...scope, schemes: ['Bearer', 'DPoP'] }),
    {
      holds: { 'one of two': asked('DPoP algs="ES256"') },
      breaks: { none: [asked(), { at: place, expected: 'Bearer or DPoP', got: 'nothing' }] },
    },
    given,
  )
  proves(
    unauthorisedNamesAScheme({ ...scope, schemes: ['Bearer'] }),
    { undecided: { 'no call of the API succeeded': asked() } },
    { ...given, apiSucceeded: () => false },
  )
})

describe('refusedMethodIsExplained', () => {
  const refused = (headers: Record<string, string>) => {
    const one = exchange({ status: 405, headers })
    return { ...one, request: { ...one.request, method: 'PUT' } }
  }
  proves(
    refusedMethodIsExplained(scope),
    {
      holds: { 'the methods': refused({ Allow: 'GET, HEAD' }), 'none at all': refused({ allow: '' }) },
      breaks: {
        'no field': [refused({}), { at: 'header allow', expected: 'the methods of the resource', got: 'nothing' }],
        'the refused one': [refused({ allow: 'GET,PUT' }), { at: 'header allow', expected: 'no PUT', got: 'GET,PUT' }],
      },
      silent: {
        'a 404': exchange({ status: 404 }),
        'what no contract names': exchange({ operation: null, status: 405 }),
      },
    },
    given,
  )
})

const limited = (value?: string, status = 429) =>
  exchange({ status, ...(value === undefined ? {} : { headers: { 'Retry-After': value } }) })

describe('retryAfterIsWhole', () => {
  proves(
    retryAfterIsWhole(scope),
    {
      holds: {
        seconds: limited('30'),
        'at once': limited('0'),
        'a date': limited('Mon, 01 Jun 2026 08:00:10 GMT', 503),
        'of a redirect': limited(' 5 ', 302),
      },
      breaks: {
        'a fraction': [limited('1.5'), { at: 'header retry-after', expected: 'seconds or an HTTP-date', got: '1.5' }],
        'below zero': [limited('-1'), 'header retry-after'],
        'with a unit': [limited('30s', 503), 'header retry-after'],
        'ISO 8601': [limited('2026-06-01T08:00:10Z'), 'header retry-after'],
        empty: [limited(''), { at: 'header retry-after', expected: 'seconds or an HTTP-date', got: 'an empty text' }],
      },
      silent: { 'not there': limited(), 'the token endpoint': exchange({ operation: 'POST /token', status: 429 }) },
    },
    given,
  )
})

describe('retryAfterIsThere', () => {
  proves(
    retryAfterIsThere({ ...scope, statuses: [429] }),
    {
      holds: { seconds: limited('30') },
      breaks: {
        'not there': [limited(), { at: 'header retry-after', expected: 'seconds or an HTTP-date', got: 'nothing' }],
      },
      silent: { 'another status': limited(undefined, 503) },
    },
    given,
  )
})

it('observes whether a refusal says what is accepted', () => {
  expect(acceptedIsNamed(exchange({ status: 415, headers: { Accept: 'application/json' } }))).toEqual({
    'Accept on 415': 'application/json',
  })
  expect(acceptedIsNamed(exchange({ status: 415 }))).toEqual({ 'Accept on 415': 'missing' })
  expect(acceptedIsNamed(exchange({ status: 406, body: {} }))).toEqual({ 'body of 406': 'present' })
  expect(acceptedIsNamed(exchange({ status: 406 }))).toEqual({ 'body of 406': 'missing' })
  expect(acceptedIsNamed(exchange())).toEqual({})
})
