import { expect, it } from 'vitest'
import { exchange } from '../../../testing/exchange.ts'
import { endpointIn } from './endpoints.ts'

const usual = 'https://as1.bank.example/token'
const alias = 'https://mtls.bank.example/token'

it.each([
  ['the usual one', { token_endpoint: usual }, usual],
  ['its alias', { token_endpoint: usual, mtls_endpoint_aliases: { token_endpoint: alias } }, alias],
  ['the usual one beside other aliases', { token_endpoint: usual, mtls_endpoint_aliases: { par: alias } }, usual],
  ['none without TLS', { token_endpoint: 'http://as1.bank.example/token' }, undefined],
  ['none that is no address', { token_endpoint: 7 }, undefined],
])('is %s', (_, body, expected) => {
  expect(endpointIn(exchange({ body }), 'token_endpoint')).toBe(expected)
})
