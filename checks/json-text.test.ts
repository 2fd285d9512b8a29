import { describe } from 'vitest'
import type { Exchange, Facts } from '../engine/exchange.ts'
import { accountsContract } from '../testing/contract.ts'
import { exchange, type Sample } from '../testing/exchange.ts'
import { givenOver } from '../testing/given.ts'
import { proves } from '../testing/proves.ts'
import {
  announcedJsonIsThere,
  jsonHasNoMark,
  jsonIsUtf8,
  labelledJsonIsJson,
  membersStandOnce,
  noPageInsteadOfJson,
} from './json-text.ts'

const given = givenOver([accountsContract()])
const scope = { contracts: ['account-information'] }
const typed = (body: string, more: Sample = {}, type = 'application/json') =>
  exchange({ body, headers: { 'content-type': type }, ...more })
const changed = (one: Exchange, facts: Partial<Facts>): Exchange => ({ ...one, facts: { ...one.facts, ...facts } })
const elsewhere = { ...given, apiSucceeded: () => false }

describe('labelledJsonIsJson', () => {
  proves(
    labelledJsonIsJson(scope),
    {
      holds: {
        'an object': typed('{"a":1}'),
        'with white space and a charset': typed(' \n{ }\r\n', {}, 'Application/JSON; charset=utf-8'),
        'of another JSON type': typed('{}', {}, 'application/problem+json'),
        'deeper than any honest answer, which is still JSON': typed(`${'['.repeat(200)}${']'.repeat(200)}`),
        null: typed('null'),
      },
      breaks: {
        'half an object': [
          typed('{"a":1'),
          { at: 'body', expected: 'JSON', got: 'application/json, 6 characters, no JSON' },
        ],
        'a page': [typed('<html></html>'), 'body'],
        'single quotes': [typed("{'a':1}"), 'body'],
        'a comma too many': [typed('{"a":1,}'), 'body'],
        'not a number': [typed('{"a":NaN}'), 'body'],
        'two texts': [typed('{}{}'), 'body'],
        'an error': [typed('no', { status: 400 }), 'body'],
        'a status that no contract declares': [typed('no', { status: 404 }), 'body'],
      },
      silent: {
        'an empty body has another rule': typed(''),
        'a mark has another rule': typed('\uFEFF{}'),
        'another label': typed('no', {}, 'text/plain'),
        'a JWS': typed('a.b.c', {}, 'application/jwt'),
        HEAD: { ...typed('no'), request: { ...typed('no').request, method: 'HEAD' } },
        'a gateway': typed('no', { status: 503 }),
        'no certificate': typed('no', { certificate: 'none' }),
        'another contract': typed('no', { operation: 'POST /token' }),
      },
    },
    given,
  )
  proves(labelledJsonIsJson(scope), { undecided: { 'no call of the API succeeded': typed('no') } }, elsewhere)
})

describe('announcedJsonIsThere', () => {
  proves(
    announcedJsonIsThere(scope),
    {
      holds: { 'a body': typed('{}') },
      breaks: { nothing: [typed(''), { at: 'body', expected: 'JSON', got: 'nothing' }] },
      silent: {
        'no type': exchange(),
        'a 204': typed('', { status: 204 }),
        'an error without a body': typed('', { status: 401 }),
        HEAD: { ...typed(''), request: { ...typed('').request, method: 'HEAD' } },
      },
    },
    given,
  )
})

describe('noPageInsteadOfJson', () => {
  const page = '<!DOCTYPE html><html><body>Sorry</body></html>'
  proves(
    noPageInsteadOfJson(scope),
    {
      holds: {
        JSON: typed('{"a":"<html>"}'),
        'JSON that is labelled as a page has another rule': typed('{}', {}, 'text/html'),
        'a JWS': typed('a.b.c', {}, 'application/jwt'),
        nothing: exchange(),
      },
      breaks: {
        'a page': [
          typed(page, {}, 'text/html; charset=utf-8'),
          { at: 'body', expected: 'JSON', got: 'text/html, 46 characters, no JSON' },
        ],
        'a page that calls itself JSON': [typed(`\n ${page}`), 'body'],
        'a declared error': [typed(page, { status: 500 }, 'text/html'), 'body'],
        XHTML: [typed('<?xml version="1.0"?><html/>', {}, 'application/xhtml+xml'), 'body'],
      },
      silent: {
        'an error of which no body is declared': typed(page, { status: 401 }, 'text/html'),
        'a status that is not declared': typed(page, { status: 404 }, 'text/html'),
        'a gateway': typed(page, { status: 502 }, 'text/html'),
        'rate limited': typed(page, { status: 429 }, 'text/html'),
        'no certificate': typed(page, { status: 400, certificate: 'none' }, 'text/html'),
        'the authorization endpoint': typed(page, { operation: 'authorization' }, 'text/html'),
      },
    },
    given,
  )
})

describe('jsonHasNoMark', () => {
  const marked = (text: string, type?: string) => changed(typed(text, {}, type), { byteOrderMark: true })
  const found = { at: 'body', expected: 'no byte order mark', got: 'U+FEFF before the JSON' }
  proves(
    jsonHasNoMark(scope),
    {
      holds: { 'no mark': typed('{}'), 'a mark inside of a text': typed('{"a":"\uFEFF"}'), 'no body': typed('') },
      breaks: {
        'a mark that decoding took away': [marked('{"a":1}'), found],
        'a mark that is still there': [typed('\uFEFF{}'), found],
      },
      silent: { 'no JSON': marked('a', 'text/plain') },
    },
    given,
  )
})

describe('jsonIsUtf8', () => {
  const latin = (more: Sample = {}, type?: string) => changed(typed('{"a":"\uFFFD"}', more, type), { validUtf8: false })
  proves(
    jsonIsUtf8(scope),
    {
      holds: { 'names in Arabic': typed('{"a":"مريم"}') },
      breaks: { 'other bytes': [latin(), { at: 'body', expected: 'UTF-8', got: 'bytes that are not UTF-8' }] },
      silent: { 'a document': latin({}, 'application/pdf'), 'a gateway': latin({ status: 502 }) },
    },
    given,
  )
})

describe('membersStandOnce', () => {
  const signed = (claims: string) => `e30.${Buffer.from(claims).toString('base64url')}.x`
  proves(
    membersStandOnce(scope),
    {
      holds: {
        'the same name in two objects': typed('{"a":{"x":1},"b":{"x":1}}'),
        'a JWS': exchange({ body: signed('{"message":{"a":1}}'), jws: {} }),
      },
      breaks: {
        'an id twice': [
          typed('{"Data":{"Account":[{"AccountId":"a1","AccountId":"a2"}]}}'),
          { at: '/Data/Account/0/AccountId', expected: 'one member of this name', got: 'several' },
        ],
        'written in another way': [typed('{"a":1,"\\u0061":1}'), '/a'],
        'with the same value': [typed('{"a":1,"a":1}', { status: 400 }), '/a'],
        'in a JWS': [exchange({ body: signed('{"message":{"a":1,"a":2}}'), jws: {} }), '/message/a'],
      },
      silent: {
        'no JSON': typed('{"a":1,"a":'),
        'no body': exchange(),
        'another contract': typed('{"a":1,"a":1}', { operation: 'POST /token' }),
      },
    },
    given,
  )
})
