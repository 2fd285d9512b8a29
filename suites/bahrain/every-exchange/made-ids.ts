import { type MadeId, madeId, madeIdsAreNew } from '../../../checks/answered-id.ts'
import { declaredIn } from '../../../checks/declared.ts'
import { succeeded } from '../../../checks/status.ts'
import type { RunRule } from '../../../engine/rule.ts'
import { onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { framework } from './answers.ts'

/** BH-RSP-005: of successes, for an error may come from whoever stands before the API. A missing id is BH-RSP-003's finding. */
export const idsAreMade: RunRule<MadeId> = onRun({
  id: 'BH-RSP-005',
  level: levels('BH-RSP-005'),
  about: 'bank',
  title: 'An answer to a request without an interaction id carries a new UUID',
  cites: [cite.questions('response headers, x-fapi-interaction-id')],
  defect: 'bh-generated-id-without-dashes',
  suite: 'bahrain/headers',
  gather: (exchange, given) =>
    succeeded(exchange) && declaredIn(framework, exchange, given) !== undefined ? madeId(exchange) : undefined,
  check: madeIdsAreNew,
  example: {
    breaks: `GET /accounts   without x-fapi-interaction-id\n
200\nx-fapi-interaction-id: 7a1d3f0e5b6c4d2a9e8f0123456789ab`,
    findings: [{ at: 'header x-fapi-interaction-id', expected: 'a UUID', got: '7a1d3f0e5b6c4d2a9e8f0123456789ab' }],
  },
})
