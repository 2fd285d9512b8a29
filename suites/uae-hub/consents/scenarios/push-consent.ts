import { scenario } from '../../../../engine/scenario.ts'
import { type Probed, probe } from '../../ask.ts'
import { smallest } from '../../needs.ts'
import { consent, par } from '../../operations.ts'
import { firstRead, type Life, pushConsent, readUntil, stateOf } from '../consent.ts'

/** A consent that waits for its user, before and after methods that the contract does not have. */
export interface Pushed extends Life, Probed {}

/** A consent that no user is asked about, and methods that it does not have. */
export const pushWaitingConsent = scenario({
  id: 'consents/push-consent',
  title: 'push a consent, read it while it waits for its user, and try to delete and replace it',
  needs: ['consents'],
  operations: [par, consent],
  effect: 'changes',
  async run(session): Promise<Pushed> {
    const push = await pushConsent(session, 'push a consent for nobody', smallest)
    const { consentId } = push
    const first = await firstRead(session, consentId)
    const path = { ConsentId: consentId }
    const body = { text: '{}', mediaType: 'application/json' }
    const probes = [
      await probe('DELETE', () =>
        session.call(consent, { purpose: 'delete the consent', token: 'client', path, method: 'DELETE' }),
      ),
      await probe('PUT', () =>
        session.call(consent, { purpose: 'replace the consent', token: 'client', path, method: 'PUT', body }),
      ),
    ]
    const second = await readUntil(
      session,
      consentId,
      'read the consent again',
      (read) => stateOf(read) === stateOf(first),
    )
    return { push, untouched: true, baseline: first, probes, reads: [first, second] }
  },
})
