import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { giveConsent, patch, readUntil, stateOf } from '../../consents/consent.ts'
import { smallest } from '../../needs.ts'
import { authorization, consent, par, patchConsent } from '../../operations.ts'
import { inOrder, pushWithoutEvents, silenceOf } from '../event.ts'

/** A consent whose events were switched off, one that never had any, and what came after both were revoked. */
export interface SwitchedOff {
  readonly patch: Exchange
  /** Seconds that the change was given to take effect. */
  readonly settle: number
  /** Seconds that the first event took to come, from when the user had said yes. */
  readonly first: number
  /** Seconds for which the run listened after the revocations. */
  readonly seconds: number
  /** Reads of the two consents after their revocation. */
  readonly revoked: { readonly off: Exchange; readonly never: Exchange }
  /** Events of the consent whose events were switched off, those of before included. */
  readonly off: readonly Exchange[]
  /** Events of the other. */
  readonly never: readonly Exchange[]
}

/** Switches the events of a consent off, waits, revokes it and one that never had events, and listens. */
export const switchOffEvents = scenario({
  id: 'events/switch-off-events',
  title: 'switch the events of a consent off, revoke it, and listen',
  needs: ['consents', 'events'],
  means: ['user-agent', 'inbox'],
  operations: [par, authorization, consent, patchConsent],
  effect: 'changes',
  slow: true,
  async run(session): Promise<SwitchedOff> {
    const { settle } = session.limits
    const [on, never] = [await session.inbox(), await session.inbox()]
    const given = await giveConsent(session, 'a consent whose events are switched off', {
      ...smallest,
      webhook: on.url,
    })
    const begun = session.now().getTime()
    const purpose = 'a consent without events'
    const quiet = await pushWithoutEvents(session, purpose, { ...smallest, webhook: never.url })
    await session.authorise(quiet, purpose)
    const before = await on.deliveries((soFar) => soFar.length > 0)
    const [early] = inOrder(before)
    if (early === undefined) throw new Inconclusive(silenceOf(on, 'that the consent became Authorized'))

    const ids = { off: given.push.consentId, never: quiet.consentId }
    const patched = await patch(session, ids.off, 'switch off the events', {
      Subscription: { Webhook: { IsActive: false } },
    })
    if (!succeeded(patched))
      throw new Inconclusive(
        `the events could not be switched off: ${patchConsent} answered ${patched.response.status}`,
      )
    await session.wait(settle * 1000)
    const revoke = async (id: string): Promise<Exchange> => {
      await patch(session, id, 'revoke the consent', { Data: { Status: 'Revoked', RevokedBy: 'TPP' } })
      return readUntil(session, id, 'read the state', (read) => stateOf(read) === 'Revoked')
    }
    const revoked = { off: await revoke(ids.off), never: await revoke(ids.never) }
    const first = Math.max(0, Date.parse(early.startedAt) - begun) / 1000
    const seconds = 2 * Math.max(settle, first)
    const [off, none] = await Promise.all([on.listen(seconds), never.listen(seconds)])
    return { patch: patched, settle, first, seconds, revoked, off: inOrder(off), never: inOrder(none) }
  },
})
