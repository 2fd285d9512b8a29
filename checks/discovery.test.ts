import { exchange } from '../testing/exchange.ts'
import { proves } from '../testing/proves.ts'
import { namesEndpoints } from './discovery.ts'

const document = (body: unknown) => exchange({ operation: 'GET /.well-known/openid-configuration', body })
const expected = 'an absolute https URL'

proves(namesEndpoints(['issuer', 'token_endpoint']), {
  holds: {
    'both, and more': document({
      more: 1,
      token_endpoint: 'https://as1.bank.example/token',
      issuer: 'https://a.example',
    }),
    'scheme in upper case': document({
      issuer: 'HTTPS://a.example',
      token_endpoint: 'https://as1.bank.example:8443/t',
    }),
  },
  breaks: {
    'one is missing': [document({ issuer: 'https://a.example' }), { at: '/token_endpoint', expected, got: 'nothing' }],
    'one is relative, one not https': [
      document({ issuer: 'http://a.example', token_endpoint: '/token' }),
      { at: '/issuer', expected, got: 'http://a.example' },
      { at: '/token_endpoint', expected, got: '/token' },
    ],
    'no JSON': [
      document('<html>'),
      { at: 'body', expected: 'a JSON object', got: 'no media type, 6 characters, no JSON' },
    ],
    'a list': [document([]), { at: 'body', expected: 'a JSON object', got: 'a list' }],
  },
  undecided: {
    'a gateway error': exchange({ status: 503, body: 'busy' }),
    'too many requests': exchange({ status: 429 }),
    'not there': exchange({ status: 404, body: '<html>' }),
  },
})
