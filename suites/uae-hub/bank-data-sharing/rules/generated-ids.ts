import { idIsGenerated, refusedWithoutId } from '../../../../checks/generated-id.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { callWithoutInteractionId } from '../scenarios/call-without-interaction-id.ts'

/** UAE-HDR-002: a hub that demands the id and answers 400 is observed. */
export const missingIdsAreMade = rule({
  id: 'UAE-HDR-002',
  requirements: ['UAE-HDR-002'],
  level: 'SHOULD',
  about: 'hub',
  title: 'An answer to a call without an interaction id carries one, a UUID',
  cites: [cite.guide('security/request-headers.md, x-fapi-interaction-id'), cite.rfc('9562 §4')],
  defects: ['generated-id-without-dashes'],
  on: [callWithoutInteractionId],
  operation: accounts,
  check: idIsGenerated,
  observe: refusedWithoutId,
  example: {
    breaks: `GET /accounts   without x-fapi-interaction-id\n\n200\nx-fapi-interaction-id: 7a1d3f0e5b6c4d2a9e8f0123456789ab`,
    findings: [{ at: 'header x-fapi-interaction-id', expected: 'a UUID', got: '7a1d3f0e5b6c4d2a9e8f0123456789ab' }],
  },
})
