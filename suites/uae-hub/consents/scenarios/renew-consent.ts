import { at, carried } from '../../../../checks/body.ts'
import { succeeded } from '../../../../checks/status.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { poll } from '../../ask.ts'
import { ownAccounts, smallest } from '../../needs.ts'
import { authorization, consent, consentsOfBase, par } from '../../operations.ts'
import { giveConsent, type Life, readUntil } from '../consent.ts'

/** A consent that renews another, and the look-up by the one that it renews. */
export interface Renewal extends Life {
  readonly list: Exchange
}

/** The ids of the consents that a look-up gives. */
export const idsIn = (list: Exchange): readonly unknown[] => {
  const value = carried(list)?.value
  return Array.isArray(value) ? value.map((one) => at(one, 'Data', 'ConsentId')) : []
}

/** Renews a consent of its own: the same user gives another that names it, and the look-up by the first is made. */
export const renewConsent = scenario({
  id: 'consents/renew-consent',
  title: 'renew a consent, and look the chain up',
  needs: ['consents'],
  means: ['user-journey', 'user-agent'],
  uses: ownAccounts,
  operations: [par, authorization, consent, consentsOfBase],
  effect: 'changes',
  async run(session): Promise<Renewal> {
    const baseConsentId = await session.consentId()
    const { push } = await giveConsent(session, 'renew the consent', { ...smallest, baseConsentId })
    const read = await readUntil(session, push.consentId, 'read the consent', succeeded)
    const look = () =>
      session.call(consentsOfBase, { purpose: 'look the chain up', token: 'client', query: { baseConsentId } })
    const lists = await poll(session, look, (one) => idsIn(one).includes(push.consentId))
    return { push, reads: [read], list: lists.at(-1) ?? lists[0] }
  },
})
