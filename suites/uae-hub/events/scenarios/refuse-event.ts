import type { Exchange } from '../../../../engine/exchange.ts'
import { scenario } from '../../../../engine/scenario.ts'
import { giveConsent } from '../../consents/consent.ts'
import { smallest } from '../../needs.ts'
import { authorization, par } from '../../operations.ts'
import { inOrder, type Received, silenceOf, stateIn, typeOf } from '../event.ts'

/** An event that was refused at first, and what came afterwards. */
export interface Refused extends Received {
  /** The delivery that was refused. */
  readonly first?: Exchange
  /** Deliveries that tell the same as the first one did. */
  readonly repeated: readonly Exchange[]
  /** Seconds that were waited for the second. */
  readonly seconds: number
}

/** Whether a delivery tells what another one told, even if it was written anew. */
const tellsTheSame =
  (first: Exchange) =>
  (other: Exchange): boolean =>
    other !== first && stateIn(other) === stateIn(first) && typeOf(other) === typeOf(first)

const refused = ({ response }: Exchange): boolean => response.status >= 400

/** Gives a consent with events to an inbox that refuses the first one, and listens on after the second was taken. */
export const refuseEvent = scenario({
  id: 'events/refuse-event',
  title: 'refuse an event with 500, and take it when it comes again',
  needs: ['consents', 'events'],
  means: ['user-agent', 'inbox'],
  operations: [par, authorization],
  effect: 'changes',
  // A hub may keep back all that it has for an address that refuses something: what others wait for comes first.
  alone: true,
  async run(session): Promise<Refused> {
    const inbox = await session.inbox({ answers: [500, 204] })
    await giveConsent(session, 'a consent whose first event is refused', { ...smallest, webhook: inbox.url })
    // What came first need not have been opened first.
    const first = (await inbox.deliveries((soFar) => soFar.some(refused))).find(refused)
    const same = first === undefined ? () => false : tellsTheSame(first)
    const soFar = first === undefined ? [] : await inbox.deliveries((all) => all.some(same))
    const second = soFar.find(same)
    const pause =
      first === undefined || second === undefined ? 0 : Date.parse(second.startedAt) - Date.parse(first.startedAt)
    // Pauses between attempts grow; after four of them at the latest another attempt would have come.
    const deliveries = await inbox.listen(Math.min((4 * pause) / 1000, session.limits.settle))
    return {
      ...(first && { first }),
      url: inbox.url,
      deliveries: inOrder(deliveries),
      silence: silenceOf(inbox, 'that the consent became Authorized'),
      repeated: inOrder(deliveries.filter(same)),
      seconds: inbox.seconds,
    }
  },
})
