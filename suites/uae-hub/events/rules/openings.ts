import { finding } from '../../../../checks/findings.ts'
import { type Answer, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { onScenarios } from '../../row.ts'
import { delivery, stateIn } from '../event.ts'
import { followOpeningEvents, type OpeningFollowed } from '../scenarios/follow-opening.ts'

const toldOfOpening = ({ change, told, reached, silence, seconds }: OpeningFollowed): Answer => {
  if (told) return []
  if (change === undefined) return undecided('the status of the account did not change while it was read')
  return reached
    ? [finding('event of a change', `one within ${seconds} seconds of the change`, undefined, change)]
    : undecided(silence)
}

/**
 * UAE-AOP-016: any event counts but one of the state in which the account began. That none came counts where the target has
 * reached this run with another one.
 */
export const openingsAreTold = onScenarios<OpeningFollowed>({
  id: 'UAE-AOP-016',
  level: 'SHOULD',
  about: 'hub',
  title: 'An account that is opened with active events makes an event when its status changes',
  cites: [cite.accountOpening('Subscription of POST /accounts'), cite.accountOpeningGuide('3.1')],
  defect: 'opening-untold',
  on: [followOpeningEvents],
  operation: delivery,
  check: toldOfOpening,
  observe({ deliveries }) {
    const told = deliveries.flatMap((event) => stateIn(event) ?? [])
    return told.length > 0 ? { events: told.join(', then ') } : {}
  },
  example: {
    breaks: `GET /accounts/{AccountId}/status   shows Completed, after Pending

nothing came in 300 seconds`,
    findings: [{ at: 'event of a change', expected: 'one within 300 seconds of the change', got: 'nothing' }],
  },
})
