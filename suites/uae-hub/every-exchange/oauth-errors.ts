import { errorsAreOAuth, errorsHaveTheirStatus, otherErrors } from '../../../checks/oauth-error.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { par, token } from '../operations.ts'

const operations = [par, token]

/** Codes of RFC 6749 §5.2, of which the published schema has a closed list, and those that RFC 9101, 9126 and 9396 add. */
const known = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_request_object',
  'invalid_request_uri',
  'request_not_supported',
  'request_uri_not_supported',
  'unsupported_response_type',
  'invalid_authorization_details',
  'invalid_target',
  'access_denied',
  'server_error',
  'temporarily_unavailable',
]

/** UAE-TOK-010: another code than the listed ones is observed, since extensions may register more (RFC 6749 §8.5). */
export const oauthErrorsAreWhole: ExchangeRule = {
  id: 'UAE-TOK-010',
  requirements: ['UAE-TOK-010'],
  level: 'MUST',
  about: 'hub',
  title: 'A refusal of a push or of a token is an OAuth error',
  cites: [cite.authorizationEndpoints('OAuthErrorResponse'), cite.rfc('6749 §5.2'), cite.rfc('9126 §2.3')],
  defects: ['oauth-error-without-code'],
  on: 'exchange',
  check: errorsAreOAuth({ operations }),
  observe: otherErrors(known),
  example: {
    breaks: `POST /token

400
content-type: application/json

{"error_description":"the code is over"}`,
    findings: [{ at: '/error', expected: 'an error code', got: 'nothing' }],
  },
}

/** UAE-TOK-011 */
export const oauthErrorsHaveTheirStatus: ExchangeRule = {
  id: 'UAE-TOK-011',
  requirements: ['UAE-TOK-011'],
  level: 'MUST',
  about: 'hub',
  title: 'An OAuth error comes with 400, and with 401 where the client is refused',
  cites: [cite.authorizationEndpoints('responses of /par and /token'), cite.rfc('6749 §5.2')],
  defects: ['oauth-error-answers-403'],
  on: 'exchange',
  check: errorsHaveTheirStatus({ operations }),
  example: {
    breaks: `POST /token

403
content-type: application/json

{"error":"invalid_grant"}`,
    findings: [{ at: 'status', expected: '400', got: '403' }],
  },
}
