import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../ask.ts'
import { everything } from '../../needs.ts'
import { consent } from '../../operations.ts'

/** A consent that a user gave, read with a client-credentials token. */
export const readConsent = scenario({
  id: 'consents/read-consent',
  title: 'read a consent',
  needs: ['consents'],
  uses: everything,
  operations: [consent],
  effect: 'reads',
  async run(session): Promise<Exchange> {
    const consentId = await session.consentId()
    return baseline(session, consent, { token: 'client', path: { ConsentId: consentId } })
  },
})
