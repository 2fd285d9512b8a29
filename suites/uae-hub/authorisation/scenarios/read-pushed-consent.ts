import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { poll } from '../../ask.ts'
import { consent, par } from '../../operations.ts'

/** Reads of a consent that was only pushed, until one succeeds or patience ends. */
export const readPushedConsent = scenario({
  id: 'authorisation/read-pushed-consent',
  title: 'read a consent before the user acts',
  needs: ['consents'],
  operations: [par, consent],
  effect: 'reads',
  async run(session): Promise<readonly Exchange[]> {
    const push = await session.push({ purpose: 'push, and read its consent' })
    if (push.requestUri === undefined)
      throw new Inconclusive(`a good push was answered with ${push.par.response.status}`)
    const path = { ConsentId: push.consentId }
    return poll(
      session,
      () => session.call(consent, { purpose: 'read the pushed consent', token: 'client', path }),
      succeeded,
    )
  },
})
