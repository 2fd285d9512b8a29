import { exchange } from '../../../../testing/exchange.ts'
import { proves } from '../../../../testing/proves.ts'
import { discoveryNamesEndpoints } from './discovery.ts'

const document = {
  issuer: 'https://auth1.bank.example',
  authorization_endpoint: 'https://auth1.bank.example/auth',
  token_endpoint: 'https://as1.bank.example/token',
  jwks_uri: 'https://keystore.example/client.jwks',
  registration_endpoint: 'https://rs1.bank.example/tpp-registration',
  pushed_authorization_request_endpoint: 'https://as1.bank.example/par',
}
const got = (body: unknown) => exchange({ operation: 'GET /.well-known/openid-configuration', body })

proves(discoveryNamesEndpoints, {
  holds: {
    'all six': got(document),
    'with more, in another order': got({ scopes_supported: ['openid'], ...document }),
  },
  breaks: {
    'no registration_endpoint': [
      got({ ...document, registration_endpoint: undefined }),
      { at: '/registration_endpoint', expected: 'an absolute https URL', got: 'nothing' },
    ],
    'an endpoint without TLS': [got({ ...document, jwks_uri: 'http://keystore.example' }), '/jwks_uri'],
  },
})
