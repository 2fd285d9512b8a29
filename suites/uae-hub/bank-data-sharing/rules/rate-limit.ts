import { headersOfLimit, waitIsLongEnough } from '../../../../checks/retry-after.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { comeBackAfterLimit } from '../scenarios/come-back-after-limit.ts'

/** UAE-RTL-004: whether Retry-After and the interaction id stood on the 429 is observed. */
export const retryAfterIsTrue = rule({
  id: 'UAE-RTL-004',
  requirements: ['UAE-RTL-004'],
  level: 'SHOULD',
  about: 'hub',
  title: 'After the wait that a 429 asks for, the same call is answered',
  cites: [
    cite.accountInformation('429 of every operation, Retry-After'),
    cite.rfc('6585 §4'),
    cite.rfc('9110 §10.2.3'),
  ],
  defects: ['retry-after-too-short'],
  on: [comeBackAfterLimit],
  operation: accounts,
  check: waitIsLongEnough,
  observe: headersOfLimit,
  example: {
    breaks: `GET /accounts
429
retry-after: 2

GET /accounts   2 seconds later
429`,
    findings: [{ at: 'status', expected: 'an answer other than 429 after 2 seconds', got: '429' }],
  },
})
