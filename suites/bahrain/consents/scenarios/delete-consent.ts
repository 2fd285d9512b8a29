import type { Exchange } from '../../../../engine/exchange.ts'
import type { Probe } from '../../../../engine/rule.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Session } from '../../../../engine/session.ts'
import { baseline } from '../../../baseline/ask.ts'
import { probe } from '../../../baseline/probe.ts'
import { readUntil } from '../../ask.ts'
import { ownAccounts } from '../../needs.ts'
import { accounts, consent, createConsent } from '../../operations.ts'
import { askAfterEnd, askBeforeEnd, type Ended } from './revoke-consent.ts'

const remove = (session: Session, ConsentId: string): Promise<Exchange> =>
  session.call(consent, {
    purpose: 'delete the consent',
    token: 'client',
    path: { ConsentId },
    method: 'DELETE',
    headers: { accept: undefined },
  })

/** DELETE of a consent that nobody has given yet: the release does not have it. */
export const deleteWaitingConsent = scenario({
  id: 'consents/delete-waiting-consent',
  title: 'delete a consent that waits for its user',
  needs: ['consents'],
  variants: ['bh-1.0.0', 'obie-inherited'],
  operations: [createConsent, consent],
  effect: 'changes',
  notInProduction: true,
  async run(session): Promise<readonly Probe[]> {
    const { consentId, par } = await session.push({ purpose: 'a consent to delete' })
    await baseline(session, consent, { purpose: 'read the consent', token: 'client', path: { ConsentId: consentId } })
    return [{ name: 'creation', exchange: par }, await probe('DELETE', () => remove(session, consentId))]
  },
})

/** A consent that a user gave, deleted as the drafts have it, and what became of data. */
export interface Deleted extends Ended {
  readonly deletion: Exchange
}

/** Deletes a consent of its own, and asks for data. */
export const deleteConsent = scenario({
  id: 'consents/delete-consent',
  title: 'delete a consent, and ask for data',
  needs: ['consents', 'accounts'],
  variants: ['bh-draft-2019'],
  uses: ownAccounts,
  operations: [accounts, consent],
  effect: 'changes',
  async run(session): Promise<Deleted> {
    const ConsentId = await session.consentId()
    await readUntil(session, ConsentId, 'read the consent', 'Authorised')
    const given = await askBeforeEnd(session)
    const deletion = await remove(session, ConsentId)
    return { deletion, ...(await askAfterEnd(session, given)) }
  },
})
