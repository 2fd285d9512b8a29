import { expect, it } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { otherForms } from './other-forms.ts'
import { makeRedactor } from './redactor.ts'

it.each([
  ['Mithal Ikhtibari', ['MITHAL IKHTIBARI']],
  ['+971510000000', ['971510000000']],
  ['784-1990-0000000-2', ['784199000000002']],
  ['AE070331234567890123456', ['AE07 0331 2345 6789 0123 456']],
  ['VILLA', []],
])('%s', (value, forms) => {
  expect(otherForms(value)).toEqual(forms)
})

it('masks a person whom an error message writes otherwise, by the same mask', () => {
  const redactor = makeRedactor(['FullName', 'PhoneNumber', 'Iban'].map((name) => ({ path: `**.${name}`, kind: name })))
  const person = { FullName: 'Mithal Ikhtibari', PhoneNumber: '+971510000000', Iban: 'AE070331234567890123456' }
  const Message = 'MITHAL IKHTIBARI, tel. 00971510000000, has AE07 0331 2345 6789 0123 456 already'
  const made = exchange({ body: { Errors: [{ Message }] } })
  const headers = [['content-type', 'application/json']] as const
  const given = { ...made, request: { ...made.request, headers, body: JSON.stringify(person) } }
  redactor.learn(given)
  const { request, response } = redactor.exchange(given)
  expect(response.body).not.toMatch(/MITHAL|97151|AE07|0331/)
  for (const mask of Object.values(JSON.parse(request.body ?? '{}'))) expect(response.body).toContain(mask)
})
