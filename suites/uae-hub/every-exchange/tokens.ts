import { tokenIsNotStored } from '../../../checks/caching.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { cite } from '../cite.ts'
import { token } from '../operations.ts'

/** UAE-TOK-015 */
export const tokensAreNotStored: ExchangeRule = {
  id: 'UAE-TOK-015',
  requirements: ['UAE-TOK-015'],
  level: 'MUST',
  about: 'hub',
  title: 'A token comes as JSON that no cache keeps',
  cites: [cite.rfc('6749 §5.1')],
  defects: ['token-cacheable'],
  on: 'exchange',
  operations: [token],
  check: tokenIsNotStored({ operation: token }),
  example: {
    breaks: `POST /token

200
content-type: application/json
cache-control: no-cache

{"access_token":"…","token_type":"Bearer","expires_in":300}`,
    findings: [{ at: 'header cache-control', expected: 'no-store', got: 'no-cache' }],
  },
}
