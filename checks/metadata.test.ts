import { expect, it } from 'vitest'
import { exchange, type Sample } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { issuerIsTheAddress, listsHold, metadataIsServed, mutualTlsIsNamed, switchesOff } from './metadata.ts'

const document = (body: unknown, more: Sample = {}) =>
  exchange({
    operation: null,
    url: 'https://auth1.bank.example/.well-known/openid-configuration',
    body,
    ...more,
  })

proves(metadataIsServed, {
  holds: {
    'an object': document({}),
    'with a charset': document({}, { headers: { 'Content-Type': 'application/json; charset=utf-8' } }),
  },
  breaks: {
    HTML: [document('<html>', { headers: { 'content-type': 'text/html' } }), 'header content-type', 'body'],
    'a list': [document([]), { at: 'body', expected: 'a JSON object', got: 'a list' }],
    'not found': [document({}, { status: 404 }), { at: 'status', expected: '200', got: '404' }],
  },
  undecided: { 'a gateway without its server': document({}, { status: 503 }) },
})

proves(issuerIsTheAddress, {
  holds: {
    'the same': document({ issuer: 'https://auth1.bank.example' }),
    'with a slash at its end': document({ issuer: 'https://auth1.bank.example/' }),
    'with a path': document(
      { issuer: 'https://auth1.bank.example/a' },
      { url: 'https://auth1.bank.example/a/.well-known/openid-configuration' },
    ),
  },
  breaks: {
    another: [
      document({ issuer: 'https://issuer.invalid' }),
      { at: '/issuer', expected: 'https://auth1.bank.example', got: 'https://issuer.invalid' },
    ],
    none: [document({}), '/issuer'],
    'no JSON': [document('issuer'), 'body'],
  },
  undecided: { 'not found': document({}, { status: 404 }) },
})

proves(listsHold({ algs: ['PS256'], grants: ['a', 'b'] }), {
  holds: {
    'more than these': document({ algs: ['ES256', 'PS256'], grants: ['b', 'a'] }),
    'without the members': document({}),
  },
  breaks: {
    'one is missing': [document({ grants: ['a'] }), { at: '/grants', expected: 'a list with b', got: '["a"]' }],
    'a text': [document({ algs: 'PS256' }), '/algs'],
  },
})

it('observes switches that are off or left out', () => {
  expect(switchesOff('a', 'b', 'c')(document({ a: true, b: false }))).toEqual({ b: 'false', c: 'not there' })
})

proves(mutualTlsIsNamed, {
  holds: {
    both: document({
      tls_client_certificate_bound_access_tokens: true,
      mtls_endpoint_aliases: { token_endpoint: 'HTTPS://as1.bank.example/token' },
    }),
    neither: document({}),
  },
  breaks: {
    'unbound tokens': [
      document({ tls_client_certificate_bound_access_tokens: false }),
      { at: '/tls_client_certificate_bound_access_tokens', expected: 'true', got: 'false' },
    ],
    'an alias in the clear': [
      document({ mtls_endpoint_aliases: { token_endpoint: 'http://as1.bank.example' } }),
      '/mtls_endpoint_aliases/token_endpoint',
    ],
    'aliases as a list': [document({ mtls_endpoint_aliases: [] }), '/mtls_endpoint_aliases'],
  },
})
