import { describe } from 'vitest'
import type { Contract, ResponseFacts } from '../engine/contract.ts'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { at } from './body.ts'
import {
  mediaTypeIsDeclared,
  nothingIsUndeclared,
  requiredHeadersAreThere,
  statusIsDeclared,
} from './declared-answer.ts'

const scope = { contracts: ['account-information'] }
const given = givenOver([accountsContract()])

const declaring = (responses: Readonly<Record<string, Partial<ResponseFacts>>>): Contract => {
  const plain = accountsContract()
  const whole = Object.fromEntries(
    Object.entries(responses).map(([status, facts]) => [status, { mediaTypes: [], headers: [], ...facts }]),
  )
  const id = 'GET /accounts'
  const operations = new Map([
    [id, { id, method: 'GET', path: '/accounts', parameters: [], responses: whole, security: [] }],
  ])
  return { ...plain, operations }
}

describe('statusIsDeclared', () => {
  const put = (status: number) => {
    const one = exchange({ status })
    return { ...one, request: { ...one.request, method: 'PUT' } }
  }
  proves(
    statusIsDeclared({ ...scope, tolerated: [404] }),
    {
      holds: { 'a declared success': exchange(), 'a declared error': exchange({ status: 403 }) },
      breaks: {
        'another success': [
          exchange({ status: 206 }),
          { at: 'status', expected: '200, 400, 401, 403, 406, 429, 500', got: '206' },
        ],
        'a redirect': [exchange({ status: 302 }), 'status'],
        'another error': [exchange({ status: 422 }), 'status'],
      },
      silent: {
        'left open by the standard': exchange({ status: 404 }),
        'the headers were too large': exchange({ status: 431 }),
        'a gateway': exchange({ status: 504 }),
        'rate limited': exchange({ operation: 'GET /parties', status: 429 }),
        'another method': put(405),
        'no certificate': exchange({ status: 418, certificate: 'none' }),
        'what no contract names': exchange({ operation: null, status: 418 }),
      },
    },
    given,
  )
  const wide = givenOver([declaring({ '2xx': {}, '4XX': {} })])
  proves(
    statusIsDeclared(scope),
    {
      holds: { 'of a class': exchange({ status: 404 }), 'of a class in small letters': exchange({ status: 206 }) },
      breaks: { 'of no class': [exchange({ status: 302 }), { at: 'status', expected: '2xx, 4XX', got: '302' }] },
    },
    wide,
  )
  proves(
    statusIsDeclared(scope),
    { holds: { 'by default': exchange({ status: 302 }) } },
    givenOver([declaring({ default: {} })]),
  )
  proves(
    statusIsDeclared(scope),
    { undecided: { 'no call of the API succeeded': exchange({ status: 302 }) } },
    { ...given, apiSucceeded: () => false },
  )
})

describe('mediaTypeIsDeclared', () => {
  const typed = (type: string | undefined, more = {}) =>
    exchange({ body: '{}', ...(type === undefined ? {} : { headers: { 'Content-Type': type } }), ...more })
  proves(
    mediaTypeIsDeclared(scope),
    {
      holds: {
        JSON: typed('application/json'),
        'in other letters, with parameters': typed('Application/JSON; charset=utf-8; profile=x'),
        'a JWS': typed('application/jwt'),
      },
      breaks: {
        text: [
          typed('text/plain'),
          { at: 'header content-type', expected: 'application/json or application/jwt', got: 'text/plain' },
        ],
        'a suffix that is not declared': [typed('application/vnd.bank+json'), 'header content-type'],
        'no type': [typed(undefined), 'header content-type'],
        'what is no type': [typed('json'), 'header content-type'],
        'an error as a problem': [
          typed('application/problem+json', { status: 400 }),
          { at: 'header content-type', expected: 'application/json', got: 'application/problem+json' },
        ],
      },
      silent: {
        'no body': typed('text/plain', { body: '' }),
        'no body is declared': typed('text/plain', { status: 401 }),
        'a status that is not declared': typed('text/plain', { status: 404 }),
        'a gateway': typed('text/html', { status: 502 }),
      },
    },
    given,
  )
  proves(
    mediaTypeIsDeclared(scope),
    {
      holds: { 'a declared suffix': typed('application/vnd.bank+json'), 'of a range': typed('text/csv') },
      breaks: { 'of no range': [typed('application/json'), 'header content-type'] },
    },
    givenOver([declaring({ 200: { mediaTypes: ['application/vnd.bank+json', 'text/*'] } })]),
  )
  proves(
    mediaTypeIsDeclared(scope),
    { holds: { anything: typed('a/b') } },
    givenOver([declaring({ 200: { mediaTypes: ['*/*'] } })]),
  )
})

describe('requiredHeadersAreThere', () => {
  const headers = [
    { name: 'X-Total', required: true },
    { name: 'x-fapi-interaction-id', required: true },
    { name: 'Content-Type', required: true },
    { name: 'Retry-After', required: false },
  ]
  proves(
    requiredHeadersAreThere({ ...scope, except: ['x-fapi-interaction-id'] }),
    {
      holds: {
        'in other letters': exchange({ headers: { 'x-total': '1' } }),
        'an empty one': exchange({ headers: { 'X-Total': '' } }),
      },
      breaks: { missing: [exchange(), { at: 'header x-total', expected: 'the header', got: 'nothing' }] },
      silent: {
        'a status that requires none': exchange({ status: 400 }),
        'a status that is not declared': exchange({ status: 404 }),
        'what no contract names': exchange({ operation: null }),
      },
    },
    givenOver([declaring({ 200: { headers }, 400: {} })]),
  )
})

describe('nothingIsUndeclared', () => {
  const undeclared = (body: unknown) => [
    ...(at(body, 'Foo') === undefined ? [] : [{ at: '', got: 'Foo' }]),
    ...(at(body, 'Data', 'Bar') === undefined ? [] : [{ at: '/Data', got: 'Bar' }]),
  ]
  const found = { at: '/Data', expected: 'only declared members', got: 'Bar' }
  proves(
    nothingIsUndeclared(scope),
    {
      holds: { 'declared ones': exchange({ body: { Data: {} } }) },
      breaks: {
        'one below': [exchange({ body: { Data: { Bar: 1 } } }), found],
        'one of the whole': [exchange({ body: { Foo: 1 } }), { ...found, at: 'body', got: 'Foo' }],
        'in an error': [exchange({ status: 400, body: { Data: { Bar: 1 } } }), found],
        'in a JWS': [
          exchange({ body: 'a.b.c', jws: { claims: { Foo: 1, message: { Data: { Bar: 1 } } } } }),
          { ...found, at: '/message/Data' },
        ],
      },
      silent: {
        'no JSON': exchange({ body: 'Foo' }),
        'no body is declared': exchange({ status: 401, body: { Foo: 1 } }),
        'what no contract names': exchange({ operation: null, body: { Foo: 1 } }),
      },
    },
    givenOver([accountsContract({ undeclared })]),
  )
})
