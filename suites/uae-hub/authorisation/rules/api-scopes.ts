import { finding } from '../../../../checks/findings.ts'
import { succeeded } from '../../../../checks/status.ts'
import { json } from '../../../../engine/exchange.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { token } from '../../operations.ts'
import { askForApiScopes } from '../scenarios/ask-for-api-scopes.ts'

/**
 * UAE-TOK-020, for the APIs that the profile claims. A refusal decides nothing: which roles the client has is between it
 * and the trust framework. Without `scope` in the answer the token has what was asked for (RFC 6749 §5.1).
 */
export const apiScopesAreGiven = rule({
  id: 'UAE-TOK-020',
  requirements: ['UAE-TOK-020'],
  level: 'MUST',
  about: 'hub',
  title: 'A token that a client asks for an API has the scope of that API',
  cites: [cite.specifications('securitySchemes of every API: TPPOAuth2Security'), cite.rfc('6749 §5.1')],
  defects: ['opening-scope-not-given'],
  on: askForApiScopes,
  operation: token,
  check({ scope, answer }) {
    const { status } = answer.response
    if (!succeeded(answer))
      return undecided(`the scope ${scope} was answered with ${status}; the client may not have the role for it`)
    const given = (json(answer.response) as { readonly scope?: unknown } | undefined)?.scope
    return given === undefined || (typeof given === 'string' && given.split(' ').includes(scope))
      ? []
      : [finding('/scope', scope, given, answer)]
  },
  example: {
    breaks: `POST /token   grant_type=client_credentials, scope=account-opening

200
content-type: application/json

{"access_token":"…","token_type":"Bearer","expires_in":300,"scope":"accounts"}`,
    findings: [{ at: '/scope', expected: 'account-opening', got: 'accounts' }],
  },
})
