import { finding } from '../../../../checks/findings.ts'
import { otherStatuses } from '../../../../checks/refusals.ts'
import { failed, unavailable } from '../../../../checks/status.ts'
import { rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consent } from '../../operations.ts'
import { deleteConsent, deleteWaitingConsent } from '../scenarios/delete-consent.ts'

/** BH-CON-014: the release does not have DELETE, and any answer but a failure will do; 204 is observed. */
export const deletionDoesNotFail = rule({
  id: 'BH-CON-014',
  requirements: ['BH-CON-014'],
  level: { 'bh-1.0.0': 'MAY', 'obie-inherited': 'MAY' },
  about: 'bank',
  title: 'DELETE of a consent, which the release does not have, does no harm',
  cites: [cite.draftConsents('DELETE'), cite.british('account-and-transaction-api-profile')],
  defects: ['bh-delete-fails'],
  on: [deleteWaitingConsent],
  operation: consent,
  check(probes) {
    const deletion = probes.at(-1)
    if (deletion === undefined) return undecided('nothing was asked')
    if ('inconclusive' in deletion) return undecided(deletion.inconclusive)
    const { exchange } = deletion
    if (unavailable(exchange)) return undecided(`DELETE was answered with ${exchange.response.status}`)
    return failed(exchange)
      ? [finding('status', '405, or another answer below 500', exchange.response.status, exchange)]
      : []
  },
  observe: (probes) => otherStatuses(405)(probes.slice(-1)),
  example: {
    breaks: `DELETE /account-access-consents/{ConsentId}

500`,
    findings: [{ at: 'status', expected: '405, or another answer below 500', got: '500' }],
  },
})

/** BH-CON-014 as the drafts have it, which end a consent so. A success with a body ends it, too, but is not what they say. */
export const deletionEndsTheConsent = rule({
  id: 'BH-CON-014/draft',
  requirements: ['BH-CON-014'],
  level: { 'bh-draft-2019': 'SHOULD' },
  about: 'bank',
  title: 'DELETE of a consent is answered with 204 and nothing else',
  cites: [cite.draftConsents('DELETE')],
  defects: ['bh-deletion-answered-with-200'],
  on: [deleteConsent],
  operation: consent,
  check({ deletion }) {
    const { status, body } = deletion.response
    if (failed(deletion) || unavailable(deletion)) return undecided(`DELETE was answered with ${status}`)
    if (status !== 204) return [finding('status', '204', status, deletion)]
    return body === '' ? [] : [finding('body', 'nothing', `${body.length} characters`, deletion)]
  },
  example: {
    breaks: `DELETE /account-access-consents/{ConsentId}

200
{"Data":{"ConsentId":"c1", …}, …}`,
    findings: [{ at: 'status', expected: '204', got: '200' }],
  },
})
