import { scenario } from '../../../../engine/scenario.ts'
import { baseline } from '../../../baseline/ask.ts'
import { consent, createConsent } from '../../operations.ts'
import { type Tried, tryEach } from '../../tried.ts'

const of = 'BH-CON-016'

/** A consent that nobody has, after one that the client has. */
export const readUnknownConsent = scenario({
  id: 'consents/read-unknown-consent',
  title: 'read a consent that nobody has',
  needs: ['consents'],
  operations: [createConsent, consent],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const { consentId } = await session.push({ purpose: 'a consent that there is' })
    const good = await baseline(session, consent, { token: 'client', path: { ConsentId: consentId } })
    const unknown = { of, name: 'an unknown id', path: { ConsentId: crypto.randomUUID() } }
    return { baseline: good, probes: await tryEach(session, consent, { token: 'client' }, [unknown]) }
  },
})

/** A consent of the first client, in the hands of the second. */
export const readForeignConsent = scenario({
  id: 'consents/read-foreign-consent',
  title: 'read a consent of another client',
  needs: ['consents'],
  means: ['second-client'],
  operations: [createConsent, consent],
  effect: 'reads',
  async run(session): Promise<Tried> {
    const { consentId } = await session.push({ purpose: 'a consent for another client to read' })
    const path = { ConsentId: consentId }
    const good = await baseline(session, consent, { token: 'client', path })
    const other = { of, name: 'read by another client', path, token: 'second', certificate: 'second' } as const
    return { baseline: good, probes: await tryEach(session, consent, {}, [other]) }
  },
})
