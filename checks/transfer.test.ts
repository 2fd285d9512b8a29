import { describe, expect, it } from 'vitest'
import type { Headers } from '../engine/exchange.ts'
import { accountsContract } from '../testing/contract.ts'
import { exchange } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import { contentLengthFits, fieldsSentTwice, noContentIsEmpty, singleFieldsAgree } from './transfer.ts'

const given = givenOver([accountsContract()])
const scope = { contracts: ['account-information'] }
const twice = (name: string, one: string, other: string, more = {}) => {
  const headers: Headers = [
    [name, one],
    [name.toUpperCase(), other],
  ]
  return exchange({ headers, ...more })
}

describe('singleFieldsAgree', () => {
  proves(
    singleFieldsAgree({ ...scope, except: ['x-fapi-interaction-id'] }),
    {
      holds: {
        'each once': exchange({ headers: { 'content-type': 'application/json', date: 'x' } }),
        'twice the same': twice('content-type', 'application/json', ' Application/JSON'),
        'fields that may stand often': twice('set-cookie', 'a=1', 'b=2'),
        'others that may': twice('vary', 'accept', 'origin'),
        'one of another rule': twice('x-fapi-interaction-id', 'a', 'b'),
      },
      breaks: {
        'two types': [
          twice('content-type', 'application/json', 'text/html'),
          { at: 'header content-type', expected: 'one value', got: 'application/json and text/html' },
        ],
        'two dates': [twice('date', 'Mon, 01 Jun 2026 08:00:00 GMT', 'Mon, 01 Jun 2026 08:00:01 GMT'), 'header date'],
        'two places, in other letters': [twice('location', '/a', '/A', { status: 400 }), 'header location'],
      },
      silent: {
        'a gateway': twice('date', 'a', 'b', { status: 503 }),
        'no certificate': twice('date', 'a', 'b', { certificate: 'none' }),
        'what no contract names': twice('date', 'a', 'b', { operation: null }),
      },
    },
    given,
  )
  proves(
    singleFieldsAgree(scope),
    {
      holds: { 'an id in two cases': twice('x-fapi-interaction-id', 'ab', 'AB') },
      breaks: { 'two ids': [twice('x-fapi-interaction-id', 'a', 'b'), 'header x-fapi-interaction-id'] },
    },
    given,
  )
})

it('observes a field that came twice', () => {
  expect(fieldsSentTwice(twice('date', 'a', 'a'))).toEqual({ 'header fields sent twice': 'date' })
  expect(fieldsSentTwice(twice('date', 'a', 'b'))).toEqual({})
  expect(fieldsSentTwice(exchange({ headers: { date: 'a' } }))).toEqual({})
})

describe('contentLengthFits', () => {
  const said = (length: string, bytes: number, more = {}, headers: Record<string, string> = {}) => {
    const one = exchange({ headers: { 'Content-Length': length, ...headers }, ...more })
    return { ...one, facts: { ...one.facts, bytes } }
  }
  const head = said('100', 0)
  proves(
    contentLengthFits(scope),
    {
      holds: {
        'as many': said('3', 3),
        none: said('0', 0),
        'of what came, and not of what it is decoded to': said(
          '3',
          3,
          { body: '{"a":1}' },
          { 'content-encoding': 'gzip' },
        ),
      },
      breaks: {
        more: [said('4', 3), { at: 'header content-length', expected: '3', got: '4' }],
        fewer: [said('2', 3), 'header content-length'],
        'no number': [said('-1', 3), 'header content-length'],
      },
      silent: {
        'not said': exchange({ body: {} }),
        'in chunks': said('4', 3, {}, { 'transfer-encoding': 'chunked' }),
        HEAD: { ...head, request: { ...head.request, method: 'HEAD' } },
        'a 304': said('4', 0, { status: 304 }),
        'a 204 has another rule': said('4', 0, { status: 204 }),
        'two lengths have another rule': twice('content-length', '1', '2'),
      },
    },
    given,
  )
})

describe('noContentIsEmpty', () => {
  const none = (headers: Record<string, string> = {}) => exchange({ status: 204, headers })
  proves(
    noContentIsEmpty(scope),
    {
      holds: {
        nothing: none(),
        'a length of 0, which does no harm': none({ 'content-length': '0' }),
        'a type, which does no harm': none({ 'content-type': 'application/json' }),
      },
      breaks: {
        'a body': [exchange({ status: 204, body: '{}' }), { at: 'body', expected: 'nothing', got: '2 bytes' }],
        'a length': [none({ 'content-length': '2' }), { at: 'header content-length', expected: 'nothing', got: '2' }],
      },
      silent: {
        'a 200': exchange({ body: '{}' }),
        'what no contract names': exchange({ operation: null, status: 204, body: '{}' }),
      },
    },
    given,
  )
})
