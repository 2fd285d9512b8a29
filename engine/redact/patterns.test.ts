import { expect, it } from 'vitest'
import { makeRedactor } from './redactor.ts'

const masked = (text: string): string =>
  makeRedactor([])
    .text(text)
    .replace(/ [0-9a-f]{4}›/g, '›')

it.each([
  ['call +97339123456 now', 'call ‹phone› now'],
  ['call +973 3912 3456, or mail', 'call ‹phone›, or mail'],
  ['call +971501234567.', 'call ‹phone›.'],
  ['call +971 (0)50 123-4567', 'call ‹phone›'],
  ['call 00971501234567 (mobile)', 'call ‹phone› (mobile)'],
  ['call 00973 3912 3456 2026', 'call ‹phone› 2026'],
  ['tel:+96555123456', 'tel:‹phone›'],
  ['{"Note":"+966512345678"}', '{"Note":"‹phone›"}'],
  ['/a?q=%2B97339123456&page=2', '/a?q=‹phone›&page=2'],
])('a telephone number of the Gulf: %s', (given, expected) => {
  expect(masked(given)).toBe(expected)
})

it.each([
  '{"Amount":97339123456,"Rate":0.0097150123456,"Big":1e+97339123456}',
  'from 2026-01-01T00:00:00+04:00 to 2026-01-01T09:73:39.123456+03:00',
  'an amount of +97339123456.000 or +971501234.50',
  'ids TX-0097339123456, 00973391-2345-4012-8abc-0123456789ab, a00971501234567 and 0097339123456789',
  '1.0097339123456',
  'the code +973 alone, and +9713',
])('is no telephone number: %s', (given) => {
  expect(masked(given)).toBe(given)
})

it.each([
  ['https://b.test/a;jsessionid=CANARY-1.n1?page=2', 'https://b.test/a;jsessionid=‹token›?page=2'],
  ['/a;JSESSIONID=CANARY-1/b', '/a;JSESSIONID=‹token›/b'],
  ['GET /a;sid=CANARY-1;v=1 HTTP/1.1', 'GET /a;sid=‹token›;v=1 HTTP/1.1'],
  ['{"Self":"https://b.test/a?token=CANARY/1&page=2"}', '{"Self":"https://b.test/a?token=‹token›&page=2"}'],
  ['{"Self":"https://b.test/a?page=2\\u0026sid=CANARY"}', '{"Self":"https://b.test/a?page=2\\u0026sid=‹token›"}'],
  ['<a href="/a?x=1&amp;jwt=CANARY">', '<a href="/a?x=1&amp;jwt=‹token›">'],
  ['/a#id_token=CANARY', '/a#id_token=‹token›'],
  ['/a?auth=CANARY&pwd=CANARY&hmac=CANARY&sig=CANARY', '/a?auth=‹token›&pwd=‹token›&hmac=‹token›&sig=‹token›'],
])('a token in an address: %s', (given, expected) => {
  expect(masked(given)).toBe(expected)
})

it.each([
  ['/a?name=Current+Account&user=Ali', '/a?name=‹person›&user=‹person›'],
  ['/a?cpr=900101234&email=canary%40mail.example', '/a?cpr=‹person›&email=‹person›'],
  ['username=ali&x=1', 'username=‹person›&x=1'],
])('a person in an address or a form, however short: %s', (given, expected) => {
  expect(masked(given)).toBe(expected)
})

it.each([
  '/a?bookingStateName=Booked&page=2&client_id=tpp-4711&state=abcdefgh',
  '/a?pageToken=4711&tokens=4711',
  '/a;v=1;charset=utf-8',
  'the sid=none of it, said as name=value',
])('reports need: %s', (given) => {
  expect(masked(given)).toBe(given)
})

it('a mask is not masked again', () => {
  const { text } = makeRedactor([])
  const once = text('/a;sid=CANARY-1?token=CANARY-2&name=Canary&q=+97339123456')
  expect(text(once)).toBe(once)
})
