import { together } from '../../../../checks/answers.ts'
import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { eachRefused, otherStatuses } from '../../../../checks/refusals.ts'
import { failed, succeeded, unavailable } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, rule, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { patchConsent } from '../../operations.ts'
import { dataOf } from '../consent.ts'
import { patchSubscription, webhookActive } from '../scenarios/patch-subscription.ts'
import { patchedMembers, revokeConsent } from '../scenarios/revoke-consent.ts'

/** What of a consent differs in a later answer. */
const changed = (before: Exchange, after: Exchange, members: readonly string[]): Answer => {
  if (!succeeded(after) || !succeeded(before))
    return undecided(`the consent was answered with ${after.response.status}`)
  return members.flatMap((name) => {
    const [was, is] = [at(dataOf(before), name), at(dataOf(after), name)]
    return JSON.stringify(was) === JSON.stringify(is)
      ? []
      : [finding(`/Data/${name}`, `${JSON.stringify(was) ?? 'nothing'}, as before`, JSON.stringify(is), after)]
  })
}

/** UAE-CNS-018: 400 is expected, other 4xx are observed. The contract closes both levels of this body. */
export const onlyRevocationIsPatched = rule({
  id: 'UAE-CNS-018',
  requirements: ['UAE-CNS-018'],
  level: 'MUST',
  about: 'hub',
  title: 'A patch of a consent revokes it and changes nothing else of it',
  cites: [cite.accountInformation('AEPatchConsent, PatchConsentStatus')],
  defects: ['any-status-patched'],
  on: [revokeConsent],
  operation: patchConsent,
  check: ({ wrong, before, unchanged }) =>
    together(
      eachRefused({ statuses: [400], demand: 'refused', aside: [401] })(wrong),
      changed(before, unchanged, patchedMembers),
    ),
  observe: ({ wrong }) => otherStatuses(400)(wrong),
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}
{"Data":{"Status":"Authorized"}}

204`,
    findings: [{ at: 'Status Authorized: status', expected: '400, and no data', got: '204' }],
  },
})

/** UAE-CNS-019: pages say that a final state stays. An answer of 204 that changes nothing is a finding of this level, too. */
export const revokedOnce = rule({
  id: 'UAE-CNS-019',
  requirements: ['UAE-CNS-019'],
  level: 'SHOULD',
  about: 'hub',
  title: 'A second revocation is refused, and the consent stays as it was',
  cites: [cite.accountInformation('PatchConsentStatus')],
  defects: ['revoked-twice'],
  on: [revokeConsent],
  operation: patchConsent,
  check({ again, last, revocation }) {
    if (at(dataOf(revocation.state), 'Status') !== 'Revoked') return undecided('the consent did not become Revoked')
    return together(
      eachRefused({ statuses: [400], demand: 'refused', aside: [401] })([again]),
      changed(revocation.state, last, ['Status', 'RevokedBy']),
    )
  },
  observe: ({ again }) => otherStatuses(400)([again]),
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}   of a consent that is Revoked
{"Data":{"Status":"Revoked","RevokedBy":"TPP.InitiatedByUser"}}

204`,
    findings: [{ at: 'second revocation: status', expected: '400, and no data', got: '204' }],
  },
})

/** UAE-CNS-017: the answer may come without a body or with one; 204 is UAE-CNS-015's business. */
export const subscriptionsArePatched = rule({
  id: 'UAE-CNS-017',
  requirements: ['UAE-CNS-017'],
  level: 'MUST',
  about: 'hub',
  title: 'The subscription of a consent is patched alone',
  cites: [cite.accountInformation('AEPatchConsent'), cite.guide('consent/index.md, subscription')],
  defects: ['subscription-patch-refused'],
  on: [patchSubscription],
  operation: patchConsent,
  check({ patch, shown }) {
    const { status } = patch.response
    if (failed(patch) || unavailable(patch)) return undecided(`the patch was answered with ${status}`)
    if (!succeeded(patch)) return [finding('status', '204', status, patch)]
    if (!succeeded(shown)) return undecided(`the consent was answered with ${shown.response.status}`)
    const active = webhookActive(shown)
    return active === undefined || active === false
      ? []
      : [finding('/Subscription/Webhook/IsActive', 'false', active, shown)]
  },
  observe: ({ shown }) => (webhookActive(shown) === undefined ? { Subscription: 'not shown' } : {}),
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}
{"Subscription":{"Webhook":{"IsActive":false}}}

400`,
    findings: [{ at: 'status', expected: '204', got: '400' }],
  },
})
