import { clientScopes } from '../places.ts'
import { type PolicyRow, refusal } from './row.ts'

const servedScopes: readonly string[] = ['openid', ...clientScopes]

/** What is asked of a client assertion and of a token request. */
export const clientRows: readonly PolicyRow[] = [
  {
    name: 'assertion-audience-check',
    requirement: 'UAE-TOK-004',
    title: 'The audience of a client assertion is the issuer, as one string',
    refuses: ({ assertion, issuer }) =>
      refusal(
        assertion !== undefined && assertion.aud !== issuer,
        'invalid_client',
        'the aud of the client assertion is not the issuer as a string',
      ),
  },
  {
    name: 'token-scope-check',
    requirement: 'UAE-TOK-017',
    title: 'A client is given no scope that is not served to it',
    refuses: ({ token }) =>
      refusal(
        token?.grant_type === 'client_credentials' &&
          String(token.scope ?? '')
            .split(' ')
            .some((scope) => scope !== '' && !servedScopes.includes(scope)),
        'invalid_scope',
        'a scope was asked for that this client may not have',
      ),
  },
]
