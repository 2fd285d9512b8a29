import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { rule } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { patchConsent } from '../../operations.ts'
import { patchBadly } from '../scenarios/patch-badly.ts'

const refusal = { demand: 'refused', aside: [401], failureCounts: true } as const

/** UAE-HDR-020 for the one operation of bank data sharing that has a body: 415 is expected, other 4xx are observed. */
export const strangeTypesAreRefused = rule({
  id: 'UAE-HDR-020',
  requirements: ['UAE-HDR-020'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A body in a media type that the contract does not have is answered with 415',
  cites: [cite.accountInformation('415 of PATCH /account-access-consents/{ConsentId}'), cite.rfc('9110 §15.5.16')],
  defects: ['any-media-type-patched'],
  on: [patchBadly],
  operation: patchConsent,
  check: ({ text }) => eachRefused({ ...refusal, statuses: [415] })([text]),
  observe: ({ text }) => otherStatuses(415)([text]),
  example: {
    breaks: 'PATCH /account-access-consents/{ConsentId}\ncontent-type: text/plain\n\n{"Subscription":{ … }}\n\n204',
    findings: [{ at: 'text/plain: status', expected: '415, and no data', got: '204' }],
  },
})

/** UAE-ERR-006: 400 is expected, other 4xx are observed. */
export const brokenBodiesAreRefused = rule({
  id: 'UAE-ERR-006',
  requirements: ['UAE-ERR-006'],
  level: 'MUST',
  about: 'hub',
  title: 'A body that is no JSON is answered with 400',
  cites: [cite.accountInformation('AEError400Code: Body.InvalidFormat')],
  defects: ['broken-json-patched'],
  on: [patchBadly],
  operation: patchConsent,
  check: ({ broken }) => eachRefused({ ...refusal, statuses: [400] })([broken]),
  observe: ({ broken }) => otherStatuses(400)([broken]),
  example: {
    breaks: 'PATCH /account-access-consents/{ConsentId}\ncontent-type: application/json\n\n{\n\n204',
    findings: [{ at: 'a body that ends too early: status', expected: '400, and no data', got: '204' }],
  },
})

/** UAE-ERR-007: 400 is expected, other 4xx are observed. The contract closes the body of a patch. */
export const unfitBodiesAreRefused = rule({
  id: 'UAE-ERR-007',
  requirements: ['UAE-ERR-007'],
  level: 'MUST',
  about: 'hub',
  title: 'A body that breaks its schema is answered with 400',
  cites: [cite.accountInformation('AEPatchConsent; AEError400Code: Body.InvalidFormat')],
  defects: ['unfit-body-patched'],
  on: [patchBadly],
  operation: patchConsent,
  check: ({ unfit }) => eachRefused({ ...refusal, statuses: [400] })(unfit),
  observe: ({ unfit }) => otherStatuses(400)(unfit),
  example: {
    breaks: 'PATCH /account-access-consents/{ConsentId}\n\n{"Subscription":{"Webhook":{"IsActive":"no"}}}\n\n204',
    findings: [{ at: 'IsActive as a text: status', expected: '400, and no data', got: '204' }],
  },
})
