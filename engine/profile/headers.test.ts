import { expect, test } from 'vitest'
import { makeRedactor } from '../redact/redactor.ts'
import { keepParameters, plainHeaders } from './headers.ts'
import type { RawProfile } from './read.ts'
import { plainProfileFile } from './schema.ts'

const raw: RawProfile = { path: 'flags', values: {}, locate: () => '--header', fromFlags: true }
const profileOf = (parts: object) =>
  plainProfileFile.parse({ name: 'x', standard: 'openapi', contract: 'x', baseUrl: 'https://api.example/v1', ...parts })

const basic = Buffer.from('alice:canary-password').toString('base64')

test.each([
  ['Authorization', 'Bearer canary-token', 'canary-token'],
  ['Authorization', `Basic ${basic}`, 'canary-password'],
  ['Authorization', 'Token token="canary-token", client=web', 'canary-token'],
  ['Cookie', 'lang=en; session=canary-session; last=x', 'canary-session'],
  ['X-Api-Key', 'canary-first second', 'canary-first'],
])('%s: %s is no secret that is written', (name, value, canary) => {
  const redactor = makeRedactor([])
  const { credentials } = plainHeaders(profileOf({ headers: { [name]: value } }), raw, redactor)
  expect(credentials).toEqual([[name, value]])
  expect(redactor.text(`it says ${canary} and ${Buffer.from(canary).toString('base64')}`)).not.toMatch(
    /canary|Y2FuYXJ5/,
  )
  expect(redactor.leaks(canary)).toHaveLength(1)
})

test('parameters that hold a credential are masked, by their name or because the document says so', () => {
  const redactor = makeRedactor([])
  const params = { api_key: 'canary-one', sig: 'canary-two', petId: 'pet-seven' }
  keepParameters(profileOf({ params }), redactor, ['sig'])
  expect(redactor.text('canary-one, canary-two, pet-seven')).toMatch(/^‹api_key .{4}›, ‹sig .{4}›, pet-seven$/)
})

test('a user agent of one’s own stays', () => {
  const { usual } = plainHeaders(profileOf({ headers: { 'User-Agent': 'acme/1' } }), raw, makeRedactor([]))
  expect(usual).toEqual([['User-Agent', 'acme/1']])
})

test.each([
  ['https://joe:canary@api.example/v1', 'without a user and a password'],
  ['https://api.example/v1?key=canary', 'without a query or a fragment'],
  ['https://api.example/v1#top', 'without a query or a fragment'],
  ['ftp://api.example', 'expected an http or https URL'],
])('the base URL %s is refused', (baseUrl, message) => {
  expect(() => profileOf({ baseUrl })).toThrow(message)
})
