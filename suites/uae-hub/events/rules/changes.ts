import { finding } from '../../../../checks/findings.ts'
import { type Answer, type Observed, undecided } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import { stateOf } from '../../consents/consent.ts'
import { onScenarios } from '../../row.ts'
import { delivery, stateIn } from '../event.ts'
import { type Change, type Followed, followConsentEvents, type Life } from '../scenarios/follow-consent.ts'

const shown = ({ read, state }: Change): boolean => stateOf(read) === state

/** An event that this run refused for its media type may have ended the subscription. */
const refusedHere = ({ deliveries }: Life): boolean => deliveries.some(({ response }) => response.status === 415)

const untold = ({ changes }: Life): readonly Change[] => changes.filter(({ told }) => !told)

/**
 * A missing event counts where it is missing of two consents, both changes were seen in a read, and the target has reached
 * this run with some event: else it may be the way here that is at fault.
 */
const toldOfChanges = ({ lives, reached, seconds }: Followed): Answer => {
  const [first] = lives
  const last = lives.at(-1) ?? first
  if (untold(last).length === 0) {
    const unseen = last.changes.find((change) => !shown(change))
    return unseen === undefined ? [] : undecided(`the consent was not shown as ${unseen.state}`)
  }
  if (!reached) return undecided(first.silence)
  if (lives.some(refusedHere))
    return undecided('this run refused an event for its media type, and others may have been kept back')
  const twice = untold(last).filter(({ state }) =>
    lives.every((life) => untold(life).some((one) => one.state === state)),
  )
  const findings = twice
    .filter((change) => shown(change) && lives.length > 1)
    .map(({ state, read }) =>
      finding(`event of ${state}`, `one within ${seconds} seconds of the change`, 'none, of two consents', read),
    )
  return findings.length > 0
    ? findings
    : undecided(
        `an event of ${untold(last)
          .map(({ state }) => state)
          .join(', ')} did not come within ${seconds} seconds of the change`,
      )
}

const tellings = ({ lives }: Followed): Observed => {
  const last = lives.at(-1)
  const late = last?.deliveries.at(-1)
  const state = last?.changes.at(-1)?.state
  const told = late && stateIn(late)
  return {
    ...(lives.length > 1 && {
      'of the first consent': `no event of ${untold(lives[0])
        .map(({ state }) => state)
        .join(', ')}`,
    }),
    ...(told !== undefined && told !== state && { 'the last event tells': told }),
  }
}

/**
 * UAE-EVT-010: an event of any type counts that tells the new state, or tells none. Which state the last one tells is
 * observed, for events overtake one another.
 */
export const changesAreTold = onScenarios({
  id: 'UAE-EVT-010',
  level: 'MUST',
  about: 'hub',
  title: 'Each change of a consent with active events makes an event',
  cites: [cite.guide('consent/index.md, event notifications'), cite.bankDataGuide('event notifications')],
  defect: 'revocation-untold',
  on: [followConsentEvents],
  operation: delivery,
  check: toldOfChanges,
  observe: tellings,
  example: {
    breaks: `GET /account-access-consents/{ConsentId}   shows Revoked, after Authorized was told in an event

nothing came in 300 seconds, and nothing of a second consent`,
    findings: [
      { at: 'event of Revoked', expected: 'one within 300 seconds of the change', got: 'none, of two consents' },
    ],
  },
})
