import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import type { Session } from '../../../../engine/session.ts'
import { firstRead, giveConsent, patch, readUntil, stateOf } from '../../consents/consent.ts'
import { smallest } from '../../needs.ts'
import { authorization, consent, par, patchConsent } from '../../operations.ts'
import { inOrder, type Received, silenceOf, tells } from '../event.ts'

/** A change of a resource that was seen in a read, and whether an event told of it. */
export interface Change {
  readonly state: string
  readonly read: Exchange
  readonly told: boolean
}

/** A consent with events, from the user's yes to its revocation. */
export interface Life extends Received {
  readonly id: string
  readonly changes: readonly Change[]
}

/** Lives that were followed, the second one where the first lacked an event. */
export interface Followed {
  readonly lives: readonly [Life, ...Life[]]
  /** Events of this target came in this run. */
  readonly reached: boolean
  /** Seconds that were waited for each. */
  readonly seconds: number
}

interface Lived {
  /** The life with all that came up to now. */
  readonly life: () => Promise<Life>
  readonly followed: Omit<Followed, 'lives'>
}

const live = async (session: Session): Promise<Lived> => {
  const inbox = await session.inbox()
  const begun = session.now().getTime()
  const { push } = await giveConsent(session, 'a consent with events', { ...smallest, webhook: inbox.url })
  const { consentId: id } = push
  const authorised = await firstRead(session, id, (read) => stateOf(read) === 'Authorized')
  const tellsOfYes = tells(id, 'Authorized', begun)
  await inbox.deliveries((soFar) => soFar.some(tellsOfYes))

  const since = session.now().getTime()
  await patch(session, id, 'revoke the consent', { Data: { Status: 'Revoked', RevokedBy: 'TPP' } })
  const revoked = await readUntil(session, id, 'read the state', (read) => stateOf(read) === 'Revoked')
  const tellsOfNo = tells(id, 'Revoked', since)
  // Where nothing ever came, nothing will: the wait was long enough.
  if (inbox.reached()) await inbox.deliveries((soFar) => soFar.some(tellsOfNo))
  return {
    async life() {
      const all = await inbox.listen(0)
      return {
        id,
        url: inbox.url,
        deliveries: inOrder(all),
        silence: silenceOf(inbox, 'that the consent became Authorized'),
        changes: [
          { state: 'Authorized', read: authorised, told: all.some(tellsOfYes) },
          { state: 'Revoked', read: revoked, told: all.some(tellsOfNo) },
        ],
      }
    },
    followed: { reached: inbox.reached(), seconds: inbox.seconds },
  }
}

/** Gives a consent with events, waits for the one of each change, and once more with another consent where one is missing. */
export const followConsentEvents = scenario({
  id: 'events/follow-consent',
  title: 'receive the events of a consent that is given and revoked',
  needs: ['consents', 'events'],
  means: ['user-agent', 'inbox'],
  operations: [par, authorization, consent, patchConsent],
  effect: 'changes',
  async run(session): Promise<Followed> {
    const { life, followed } = await live(session)
    const first = await life()
    if (!followed.reached || first.changes.every(({ told }) => told)) return { lives: [first], ...followed }
    const again = await live(session)
    // What came late came all the same.
    return { lives: [await life(), await again.life()], ...again.followed }
  },
})
