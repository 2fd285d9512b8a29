import { eachOf } from '../../../checks/answers.ts'
import { limitCarriesTheId } from '../../../checks/generated-id.ts'
import { retryAfterIsThere, retryAfterIsWhole } from '../../../checks/status-headers.ts'
import type { ExchangeRule } from '../../../engine/rule.ts'
import { accountOpeningApi } from '../account-opening/operations.ts'
import { cite } from '../cite.ts'
import { resourceContracts } from '../operations.ts'
import { everywhere } from '../row.ts'

const resources = { contracts: resourceContracts }
/** APIs whose contracts demand the header. */
const demanding = { contracts: ['authorization-endpoints', accountOpeningApi] }

/** Answers of 429, wherever one came. */
export const limits: readonly ExchangeRule[] = [
  // Of most resources the contract leaves the header open: what is judged there is whether it can be read.
  everywhere({
    id: 'UAE-RTL-002',
    level: 'MUST',
    about: 'hub',
    title:
      'Retry-After says in seconds or as an HTTP-date when to come back, and stands on every 429 of a push or of account opening',
    cites: [
      cite.authorizationEndpoints('429 of POST /par, retry-after'),
      cite.accountOpening('429Error, retry-after'),
      cite.rfc('9110 §10.2.3'),
    ],
    defect: 'retry-after-in-words',
    check: eachOf(
      retryAfterIsWhole(resources),
      retryAfterIsWhole(demanding),
      retryAfterIsThere({ ...demanding, statuses: [429] }),
    ),
    example: {
      breaks: 'GET /accounts\n\n429\nretry-after: soon',
      findings: [{ at: 'header retry-after', expected: 'seconds or an HTTP-date', got: 'soon' }],
    },
  }),
  everywhere({
    id: 'UAE-RTL-003',
    level: 'SHOULD',
    about: 'hub',
    title: 'A 429 of a resource carries the interaction id of its request',
    cites: [cite.accountInformation('response headers of 429')],
    defect: 'interaction-id-lost-on-limits',
    check: limitCarriesTheId(resources),
    example: {
      breaks: 'GET /accounts\nx-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab\n\n429',
      findings: [
        { at: 'header x-fapi-interaction-id', expected: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab', got: 'nothing' },
      ],
    },
  }),
]
