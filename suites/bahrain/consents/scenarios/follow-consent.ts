import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Journey } from '../../../../engine/session.ts'
import { readUntil } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { consent, createConsent } from '../../operations.ts'

/** A consent that a user gave, and how the client read it without that user. */
export interface Followed {
  readonly journey: Journey
  readonly read: Exchange
}

/** A consent from its creation to the moment when the user has given it. */
export const followConsent = scenario({
  id: 'consents/follow-consent',
  title: 'read a consent that a user just gave',
  needs: ['consents'],
  means: ['user-journey'],
  uses: everything,
  operations: [createConsent, consent],
  effect: 'reads',
  async run(session): Promise<Followed> {
    const journey = await session.journey()
    return { journey, read: await readUntil(session, journey.consentId, 'read the consent', 'Authorised') }
  },
})
