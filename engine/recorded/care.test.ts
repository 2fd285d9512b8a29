import { expect, test } from 'vitest'
import { exchange, type Sample } from '../../testing/exchange.ts'
import { givenOver } from '../../testing/given.ts'
import { fakeRule, fakeStandard } from '../../testing/standard.ts'
import { type Exchange, header, json } from '../exchange.ts'
import type { Answer, Check, ExchangeRule, RunRule } from '../rule.ts'
import { openBounds } from './bounds.ts'
import { openCare } from './care.ts'

const given = givenOver([])
const found = (at: string, got: string): Answer => [{ at, expected: 'another', got }]
const member = (one: Exchange, name: string): unknown => (json(one.response) as Record<string, unknown>)?.[name]

const ours = { ours: true, body: true, exact: true }
const foreign = { ours: false, body: true, exact: false }

const judged = (check: Check, sample: Sample, known = ours): Answer => {
  const care = openCare(fakeStandard({ rules: [fakeRule({ id: 'T-1', on: 'exchange', check })] }), openBounds())
  const [rule] = care.standard.suites.flatMap(({ rules }) => rules)
  return (rule as ExchangeRule).check(care.see(exchange(sample), known), given)
}

const isShort: Check = (one) => (String(member(one, 'a')).length < 20 ? [] : found('/a', 'long'))
const isText: Check = (one) => (typeof member(one, 'a') === 'string' ? [] : found('/a', 'no text'))
const hasB: Check = (one) => (member(one, 'b') === undefined ? found('/b', 'nothing') : [])
const sameAsHeader: Check = (one) => (member(one, 'a') === header(one.request, 'x-a') ? [] : found('/a', 'another'))
const both =
  (...checks: readonly Check[]): Check =>
  (one, its) =>
    checks.flatMap((check) => check(one, its) as readonly never[])

const mask = '‹iban 3f1a›'
const masked = { undecided: 'what decides it is masked in this recording' }

test.each<[string, Check, Sample, Answer]>([
  ['a length', isShort, { body: { a: mask } }, masked],
  ['a type', isText, { body: { a: mask } }, masked],
  ['a type, where the mask is part of a text', isText, { body: { a: `for ${mask}` } }, []],
  ['another member, which is there', hasB, { body: { a: mask, b: 1 } }, []],
  ['another member, which is missing', hasB, { body: { a: mask } }, found('/b', 'nothing')],
  ['a length, and a missing member', both(isShort, hasB), { body: { a: mask } }, found('/b', 'nothing')],
  ['equal masks', sameAsHeader, { body: { a: `x${mask}` }, sent: { 'x-a': `x${mask}` } }, []],
  ['a number that was masked', hasB, { body: `{"a":${mask},"b":1}` }, []],
  ['a body that is withheld', hasB, { body: '‹response body withheld: text/plain, 9 characters›' }, masked],
  ['what no mask is in', isShort, { body: { a: 'x'.repeat(30) } }, found('/a', 'long')],
])('masks: %s', (_, check, sample, answer) => {
  expect(judged(check, sample)).toEqual(answer)
})

test('whether a mark stood before a masked body is not known', () => {
  const marked: Check = ({ facts }) => (facts.byteOrderMark ? found('body', 'a mark') : [])
  expect(judged(marked, { body: { a: mask } })).toEqual(masked)
  expect(judged(marked, { body: { a: 'b' } })).toEqual([])
})

const silentOn = (reason: string): Answer => ({ silent: reason })
const old: Check = ({ startedAt }) => (startedAt < '2020' ? found('time', startedAt) : [])
const forGood: Check = ({ purpose }) => (purpose === 'good call' ? [] : found('purpose', purpose))
const verified: Check = ({ facts }) => (facts.jws?.verified ? [] : found('jws', String(facts.jws?.reason)))
const withToken: Check = ({ credentials }) => (credentials.token === 'none' ? found('token', 'none') : [])
const toClient: Check = (_, { profile }) => (profile.clientId === 'x' ? [] : found('aud', profile.clientId))

test.each<[string, Check, Sample, string]>([
  ['times', old, {}, 'nobody vouches for the times of a recording'],
  ['purposes', forGood, {}, 'a recording does not say what a request was meant to bring about'],
  ['signatures', verified, { jws: { verified: false } }, 'no key set was read, so that no signature was checked'],
  ['credentials', withToken, {}, 'a recording does not say which credential was presented'],
])('of another tool no rule is judged by %s', (_, check, sample, reason) => {
  expect(judged(check, sample, foreign)).toEqual(silentOn(reason))
  expect('silent' in judged(check, sample)).toBe(false)
})

test('what is only read on the way does not silence', () => {
  const check: Check = (one) => [{ at: 'status', expected: '200', got: `${one.startedAt === '' ? 'x' : 1}` }]
  expect(judged(check, {}, foreign)).toEqual([{ at: 'status', expected: '200', got: '1' }])
})

test('a body that is not in the recording accuses nobody, and what stands beside it is judged', () => {
  const known = { ...foreign, body: false }
  expect(judged(hasB, { body: '' }, known)).toEqual(silentOn('what decides it is not in the recording'))
  const dated: Check = (one) => (header(one.response, 'date') === undefined ? found('header date', 'nothing') : [])
  expect(judged(dated, { body: '' }, known)).toEqual(found('header date', 'nothing'))
})

test('a rule is silent on what the profile does not say', () => {
  const care = openCare(
    fakeStandard({ rules: [fakeRule({ id: 'T-1', on: 'exchange', check: toClient })] }),
    openBounds(),
  )
  const rule = care.standard.suites.flatMap(({ rules }) => rules)[0] as ExchangeRule
  const one = care.see(exchange(), ours)
  expect(rule.check(one, care.given(given, {}))).toEqual(
    silentOn('the profile does not say what this is compared with'),
  )
  expect(rule.check(one, care.given(given, { clientId: 'y' }))).toEqual(found('aud', 'y'))
})

test('a rule on the whole run is silent where it hangs on what requests were for', () => {
  const twice: RunRule<string> = {
    ...(fakeRule({ id: 'T-2', on: 'run' }) as RunRule<string>),
    gather: ({ purpose }) => purpose,
    check: (all) => (new Set(all).size < all.length ? found('purpose', 'twice') : []),
  }
  const care = openCare(fakeStandard({ rules: [twice] }), openBounds())
  const rule = care.standard.suites.flatMap(({ rules }) => rules)[0] as RunRule<unknown>
  const pieces = (known: typeof ours) => ['x1', 'x2'].map((id) => rule.gather(care.see(exchange({ id }), known), given))
  expect(rule.check(pieces(foreign), given)).toEqual(silentOn('what decides it is not in the recording'))
  expect(rule.check(pieces(ours), given)).toEqual(found('purpose', 'twice'))
})

test('of many findings at one place some are told and the others counted', () => {
  const bounds = openBounds()
  const answers = Array.from({ length: 30 }, (_, index) =>
    bounds.told('T-1', exchange({ id: `x${index}` }), found('/a', `${index}`)),
  )
  expect(answers.filter((one) => Array.isArray(one)).length).toBe(20)
  expect(bounds.further()).toBe(10)
  expect(bounds.told('T-1', exchange({ id: 'x3' }), found('/a', '3'))).toEqual(found('/a', '3'))
  expect(bounds.told('T-1', exchange({ id: 'x29' }), found('/other', '3'))).toEqual(found('/other', '3'))
})
