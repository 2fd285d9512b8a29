import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { everything } from '../../needs.ts'
import { consent } from '../../operations.ts'
import { type Life, readUntil, stateOf } from '../consent.ts'

/** A consent that a user just gave, read without that user, and with the user's token. */
export interface Followed extends Life {
  readonly read: Exchange
  readonly byUser: Exchange
}

/** A consent from its push to the moment when the user has given it. */
export const followConsent = scenario({
  id: 'consents/follow-consent',
  title: 'read a consent that a user just gave',
  needs: ['consents'],
  means: ['user-journey'],
  uses: everything,
  operations: [consent],
  effect: 'reads',
  async run(session): Promise<Followed> {
    const { push, consentId } = await session.journey()
    const read = await readUntil(session, consentId, 'read the consent', (one) => stateOf(one) === 'Authorized')
    const byUser = await session.call(consent, {
      purpose: 'read it with the token of the user',
      token: 'user',
      path: { ConsentId: consentId },
    })
    return { push, read, byUser, reads: [read] }
  },
})
