import { succeeded } from '../../../../checks/status.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { Inconclusive } from '../../../../engine/session.ts'
import { baseline } from '../../../baseline/ask.ts'
import { consent, createConsent } from '../../operations.ts'
import { type Tried, tryEach } from '../../tried.ts'

/** A consent read with a token of the client that is good for payments alone, after one of scope accounts. */
export const useWrongScope = scenario({
  id: 'errors/use-wrong-scope',
  title: 'ask for a consent with a token of another scope',
  needs: ['consents', 'payments'],
  operations: [createConsent, consent],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const { consentId } = await session.push({ purpose: 'a consent to read' })
    const usual = { path: { ConsentId: consentId } }
    const good = await baseline(session, consent, usual)
    const bearer = await session.clientToken({ scope: 'payments', purpose: 'a token for payments' })
    if (!succeeded(bearer)) throw new Inconclusive(`no token for payments was given: ${bearer.response.status}`)
    const wrong = { of: 'BH-ERR-002', name: 'a token for payments', bearer }
    return { baseline: good, probes: await tryEach(session, consent, usual, [wrong]) }
  },
})
