import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { revocation } from '../../consent-request.ts'
import { everything, smallest } from '../../needs.ts'
import { consent, par, patchConsent } from '../../operations.ts'
import { firstRead, patch, pushConsent, readUntil, stateOf } from '../consent.ts'

/** A consent that its own client reads, and attempts at one that is not the caller's. */
export interface Strange extends Probed {
  /** The consent of the first client after the attempts at it. */
  readonly after?: Exchange
}

/** A consent that nobody has. */
export const readUnknownConsent = scenario({
  id: 'consents/read-unknown-consent',
  title: 'read and revoke a consent that nobody has',
  needs: ['consents'],
  uses: everything,
  operations: [consent, patchConsent],
  effect: 'changes',
  async run(session): Promise<Strange> {
    const baseline = await firstRead(session, await session.consentId())
    const ConsentId = crypto.randomUUID()
    const probes = [
      await probe('read of an unknown id', () =>
        session.call(consent, { purpose: 'read an unknown consent', token: 'client', path: { ConsentId } }),
      ),
      await probe('patch of an unknown id', () =>
        patch(session, ConsentId, 'revoke an unknown consent', JSON.parse(revocation(ConsentId).body)),
      ),
    ]
    return { baseline, probes }
  },
})

const asSecond = { token: 'second', certificate: 'second' } as const

/** A consent of the first client, in the hands of the second. No user gave it: nothing is lost when it ends. */
export const readForeignConsent = scenario({
  id: 'consents/read-foreign-consent',
  title: 'read and revoke a consent of another client',
  needs: ['consents'],
  means: ['second-client'],
  operations: [par, consent, patchConsent],
  effect: 'changes',
  async run(session): Promise<Strange> {
    const { consentId } = await pushConsent(session, 'push a consent for another client to read', smallest)
    const baseline = await firstRead(session, consentId)
    const path = { ConsentId: consentId }
    const probes = [
      await probe('read by another client', () =>
        session.call(consent, { purpose: 'read by another client', path, ...asSecond }),
      ),
      await probe('patch by another client', () =>
        patch(session, consentId, 'revoke by another client', JSON.parse(revocation(consentId).body), asSecond),
      ),
    ]
    const after = await readUntil(session, consentId, 'read it again', (read) => stateOf(read) === stateOf(baseline))
    return { baseline, probes, after }
  },
})
