import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { demandId, final, goodMessage, opening, stateOf } from '../../account-opening/opening.ts'
import { openAccount, openingStatus } from '../../account-opening/operations.ts'
import { poll } from '../../ask.ts'
import { inOrder, type Received, silenceOf, stateIn } from '../event.ts'

/** An account with events that is being opened. */
export interface OpeningFollowed extends Received {
  /** The answer to the request. */
  readonly opened: Exchange
  /** The first read that shows another state. */
  readonly change?: Exchange
  /** Some event tells of another state than the first, or does not say of which. */
  readonly told: boolean
  /** Events of this target came in this run. */
  readonly reached: boolean
  /** Seconds that were waited for an event. */
  readonly seconds: number
}

/** Asks for an account with events, reads its status until it is final, and waits for an event of a change. */
export const followOpeningEvents = scenario({
  id: 'events/follow-opening',
  title: 'receive the events of an account that is being opened',
  needs: ['account-opening', 'events'],
  means: ['inbox'],
  operations: [openAccount, openingStatus],
  variants: ['v2.1'],
  effect: 'creates',
  async run(session): Promise<OpeningFollowed> {
    const inbox = await session.inbox()
    const Subscription = { Webhook: { Url: inbox.url, IsActive: true } }
    const opened = await session.call(openAccount, {
      ...opening({ ...goodMessage(session), Subscription }),
      purpose: 'a good request with events',
    })
    const path = { AccountId: demandId(opened) }
    const read = (): Promise<Exchange> =>
      session.call(openingStatus, { purpose: 'read the status', token: 'client', path })
    const reads = await poll(session, read, (answer) => final.includes(stateOf(answer) ?? ''))
    const first = stateOf(opened)
    const change = reads.find((one) => stateOf(one) !== undefined && stateOf(one) !== first)
    const tells = (event: Exchange): boolean => stateIn(event) !== first
    // What does not change makes no event: there is nothing to wait for.
    const deliveries = change ? await inbox.deliveries((all) => all.some(tells)) : await inbox.listen(0)
    return {
      opened,
      ...(change && { change }),
      url: inbox.url,
      deliveries: inOrder(deliveries),
      told: deliveries.some(tells),
      silence: silenceOf(inbox, 'that the status of the account changed'),
      reached: inbox.reached(),
      seconds: inbox.seconds,
    }
  },
})
