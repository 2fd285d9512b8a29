import { generatedIdsDiffer } from '../../../../checks/interaction-id.ts'
import { rule } from '../../../../engine/rule.ts'
import { acceptIsKept, acceptsPassedOver } from '../../../baseline/accept.ts'
import { cite } from '../../cite.ts'
import { accounts } from '../../operations.ts'
import { callWithoutInteractionId } from '../scenarios/call-without-interaction-id.ts'
import { asXml } from '../scenarios/refusals.ts'

/** UAE-HDR-019: a success in a declared media type passes, and is observed. */
export const unacceptableTypes = rule({
  id: 'UAE-HDR-019',
  requirements: ['UAE-HDR-019'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A media type that the contract does not have is answered with 406',
  cites: [cite.accountInformation('406 of every operation'), cite.rfc('9110 §12.5.1 and §15.5.7')],
  defects: ['unacceptable-answers-400'],
  on: asXml,
  check: acceptIsKept,
  observe: acceptsPassedOver,
  example: {
    breaks: `GET /accounts
accept: application/xml

400`,
    findings: [{ at: 'status', expected: '406, or a success in a declared media type', got: '400' }],
  },
})

/** UAE-HDR-005: only ids that came back are compared. */
export const generatedIdsAreUnique = rule({
  id: 'UAE-HDR-005',
  requirements: ['UAE-HDR-005'],
  level: 'MUST',
  about: 'hub',
  title: 'Interaction ids that the hub generates do not repeat',
  cites: [cite.guide('security/request-headers.md, x-fapi-interaction-id')],
  defects: ['generated-interaction-id-repeats'],
  on: [callWithoutInteractionId],
  operation: accounts,
  check: generatedIdsDiffer,
  example: {
    breaks: `x1 GET /accounts   without x-fapi-interaction-id
200
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab

x2 GET /accounts   without x-fapi-interaction-id
200
x-fapi-interaction-id: 7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab`,
    findings: [
      {
        at: 'header x-fapi-interaction-id',
        expected: 'another id than in x1',
        got: '7a1d3f0e-5b6c-4d2a-9e8f-0123456789ab',
      },
    ],
  },
})
