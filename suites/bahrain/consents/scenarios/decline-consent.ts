import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { readUntil } from '../../ask.ts'
import { consent, createConsent } from '../../operations.ts'

/** Lets the user decline a consent, and reads it until it shows as `Rejected` or patience ends. */
export const declineConsent = scenario({
  id: 'consents/decline-consent',
  title: 'read a consent that the user declined',
  needs: ['consents'],
  means: ['user-agent', 'decline'],
  operations: [createConsent, consent, 'authorization'],
  effect: 'changes',
  async run(session): Promise<Exchange> {
    const push = await session.push({ purpose: 'a consent for a user who declines' })
    const { callback } = await session.authorise(push, 'the user declines', { decline: true })
    if (callback?.parameters.error !== 'access_denied')
      throw new Inconclusive('the callback does not say that the user declined')
    return readUntil(session, push.consentId, 'read the declined consent', 'Rejected')
  },
})
