import { expect, it } from 'vitest'
import { exchange } from '../../testing/exchange.ts'
import { makeRedactor } from './redactor.ts'

const written = (body: unknown): { readonly body: string; readonly said: string } => {
  const redactor = makeRedactor([])
  const made = exchange({ operation: 'POST /token', body })
  redactor.learn(made)
  const mask = (text: string): string => text.replace(/ [0-9a-f]{4}›/g, '›')
  return {
    body: mask(redactor.exchange(made).response.body),
    said: mask(redactor.text(`got ${Object.values(body as object).join()}`)),
  }
}

it('a short token is masked where it stands, and elsewhere', () => {
  expect(written({ access_token: 'CANARYAT' })).toEqual({ body: '{"access_token":"‹token›"}', said: 'got ‹token›' })
})

it.each(['CANARY', 'required'])('a token %s, which would hit by chance, is masked where it stands', (value) => {
  expect(written({ access_token: value })).toEqual({ body: '{"access_token":"‹token›"}', said: `got ${value}` })
})

it.each(['code', 'request', 'request_uri'])('a short %s may be something else', (name) => {
  expect(written({ [name]: 'AC01-4711' })).toEqual({ body: `{"${name}":"AC01-4711"}`, said: 'got AC01-4711' })
  expect(written({ [name]: 'CANARY-4711-abc' }).body).not.toContain('CANARY')
})
