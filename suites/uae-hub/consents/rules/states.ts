import { carried } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import { instantsInOrder } from '../../../../checks/instants.ts'
import { type StateMachine, statesAreReachable, statesSeen } from '../../../../checks/state-machine.ts'
import { failed, unavailable } from '../../../../checks/status.ts'
import { type ExchangeRule, rule, silent, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { consent } from '../../operations.ts'
import { type Life, stateOf, statePath } from '../consent.ts'
import { followConsent } from '../scenarios/follow-consent.ts'
import { outliveConsent } from '../scenarios/outlive-consent.ts'
import { patchSubscription } from '../scenarios/patch-subscription.ts'
import { pushWaitingConsent } from '../scenarios/push-consent.ts'
import { revokeConsent } from '../scenarios/revoke-consent.ts'

/**
 * States of a data-sharing consent. A consent that waits may be revoked by its client, end, or be rejected when nobody
 * comes: pages and schema name one or the other, and none is held against a hub. `Consumed` belongs to UAE-CNS-009.
 */
const machine: StateMachine = {
  path: statePath,
  first: 'AwaitingAuthorization',
  next: {
    AwaitingAuthorization: ['Authorized', 'Rejected', 'Revoked', 'Expired'],
    Authorized: ['Suspended', 'Revoked', 'Expired'],
    Suspended: ['Authorized', 'Revoked', 'Expired'],
    Rejected: [],
    Revoked: [],
    Expired: [],
  },
}

/** The same where no user was ever asked: nothing leads to Authorized. */
const withoutUser: StateMachine = {
  ...machine,
  next: { ...machine.next, AwaitingAuthorization: ['Rejected', 'Revoked', 'Expired'] },
}

/** UAE-CNS-001. That of the user's token is observed: guide pages use it, the contract names client credentials. */
export const consentsAreReadable = rule({
  id: 'UAE-CNS-001',
  requirements: ['UAE-CNS-001'],
  level: 'MUST',
  about: 'hub',
  title: 'The client that made a consent reads it with its own token',
  cites: [cite.accountInformation('GET /account-access-consents/{ConsentId}, TPPOAuth2Security')],
  defects: ['consent-needs-a-user'],
  on: [followConsent],
  operation: consent,
  check({ read }) {
    const { status } = read.response
    if (status === 200) return []
    return failed(read) || unavailable(read)
      ? undecided(`the consent was answered with ${status}`)
      : [finding('status', '200', status, read)]
  },
  observe: ({ byUser }) => ({ 'read with the token of the user': String(byUser.response.status) }),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   with a client-credentials token

403
{"Errors":[{"Code":"AccessToken.InvalidScope", … }]}`,
    findings: [{ at: 'status', expected: '200', got: '403' }],
  },
})

/** UAE-CNS-007; 5 seconds between the clocks of one bank are nothing. */
export const changesComeAfterCreation = rule<Life>({
  id: 'UAE-CNS-007',
  requirements: ['UAE-CNS-007'],
  level: 'MUST',
  about: 'hub',
  title: 'The last change of a consent is never before its creation, nor before itself',
  cites: [cite.accountInformation('CreationDateTime and StatusUpdateDateTime of a consent')],
  defects: ['consent-changed-before-creation'],
  on: [followConsent, pushWaitingConsent, revokeConsent, patchSubscription],
  operation: consent,
  check: ({ reads }) =>
    instantsInOrder({ earlier: ['Data', 'CreationDateTime'], later: ['Data', 'StatusUpdateDateTime'], tolerance: 5 })(
      reads,
    ),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}

200
{"Data":{"ConsentId":"consent-1","CreationDateTime":"2026-06-01T08:00:00Z",
  "StatusUpdateDateTime":"2026-05-31T08:00:00Z", … }}`,
    findings: [
      {
        at: '/Data/StatusUpdateDateTime',
        expected: 'not before CreationDateTime 2026-06-01T08:00:00Z',
        got: '2026-05-31T08:00:00Z',
      },
    ],
  },
})

/** UAE-CNS-008. The list of states is the schema's (UAE-CNS-003). */
export const statesFollowOneAnother = rule<Life>({
  id: 'UAE-CNS-008',
  requirements: ['UAE-CNS-008'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent goes from state to state as the standard has it, and leaves no final state',
  cites: [cite.guide('consent/index.md, states of a consent')],
  defects: ['patch-reopens-consent'],
  on: [followConsent, pushWaitingConsent, revokeConsent, patchSubscription, outliveConsent],
  operation: consent,
  check: ({ reads, untouched }) => statesAreReachable(untouched ? withoutUser : machine)(reads),
  observe: ({ reads }) => statesSeen(machine)(reads),
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   after the consent was Revoked

200
{"Data":{"ConsentId":"consent-1","Status":"Authorized", … }}`,
    findings: [{ at: '/Data/Status', expected: 'Revoked, which nothing follows', got: 'Authorized' }],
  },
})

/** UAE-CNS-009: only a payment uses a consent up. */
export const dataConsentsAreNotConsumed: ExchangeRule = {
  id: 'UAE-CNS-009',
  requirements: ['UAE-CNS-009'],
  level: 'MUST',
  about: 'hub',
  title: 'A consent to share data is never Consumed',
  cites: [cite.guide('consent/index.md, states of a consent')],
  defects: ['renewed-consent-consumed'],
  on: 'exchange',
  operations: [consent],
  check(exchange) {
    if (exchange.operation !== consent) return silent('another operation')
    const state = stateOf(exchange)
    if (typeof state !== 'string') return silent('no state of a consent')
    const place = `${carried(exchange)?.at ?? ''}/${statePath.join('/')}`
    return state === 'Consumed' ? [finding(place, 'a state of a consent to share data', state)] : []
  },
  example: {
    breaks: `GET /account-access-consents/{ConsentId}

200
{"Data":{"ConsentId":"consent-1","Status":"Consumed", … }}`,
    findings: [{ at: '/Data/Status', expected: 'a state of a consent to share data', got: 'Consumed' }],
  },
}
