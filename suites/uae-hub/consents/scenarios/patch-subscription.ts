import { at, carried } from '../../../../checks/body.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { withWebhook } from '../../needs.ts'
import { consent, patchConsent } from '../../operations.ts'
import { firstRead, type Life, patch, readUntil, stateOf } from '../consent.ts'
import type { Revocation } from './revoke-consent.ts'

/** A subscription that was switched off, and the consent before and after. */
export interface Unsubscribed extends Life {
  readonly patch: Exchange
  readonly shown: Exchange
  readonly revocation: Revocation
}

/** Whether the webhook that a consent shows is active; undefined where it shows none. */
export const webhookActive = (read: Exchange): unknown =>
  at(carried(read)?.value, 'Subscription', 'Webhook', 'IsActive')

/** Switches off the events of a consent of its own, and revokes it in the name of its user. */
export const patchSubscription = scenario({
  id: 'consents/patch-subscription',
  title: 'switch off the events of a consent, and revoke it in the name of its user',
  needs: ['consents'],
  uses: withWebhook,
  operations: [patchConsent, consent],
  effect: 'changes',
  async run(session): Promise<Unsubscribed> {
    const { push, consentId } = await session.journey()
    const before = await firstRead(session, consentId, (read) => stateOf(read) === 'Authorized')
    const patched = await patch(session, consentId, 'switch off the events', {
      Subscription: { Webhook: { IsActive: false } },
    })
    const shown = await readUntil(
      session,
      consentId,
      'read the subscription',
      (read) => webhookActive(read) !== true && stateOf(read) === stateOf(before),
    )
    const by = 'TPP.InitiatedByUser'
    const revoking = await patch(session, consentId, 'revoke the consent', {
      Data: { Status: 'Revoked', RevokedBy: by },
    })
    const state = await readUntil(session, consentId, 'read the state', (read) => stateOf(read) === 'Revoked')
    return { push, patch: patched, shown, revocation: { by, patch: revoking, state }, reads: [before, shown, state] }
  },
})
