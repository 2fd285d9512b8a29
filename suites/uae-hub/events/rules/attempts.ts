import { together } from '../../../../checks/answers.ts'
import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Finding, undecided } from '../../../../engine/rule.ts'
import { isDateTime } from '../../../../schemas/formats.ts'
import { cite } from '../../cite.ts'
import { stateOf } from '../../consents/consent.ts'
import { onScenarios } from '../../row.ts'
import { delivery, eventKey, messageOf, stateIn } from '../event.ts'
import { type Refused, refuseEvent } from '../scenarios/refuse-event.ts'
import { type SwitchedOff, switchOffEvents } from '../scenarios/switch-off-events.ts'

/** When an event says that it happened; undefined where it says nothing. */
const happened = (event: Exchange): number | undefined => {
  const text = at(messageOf(event), 'Meta', 'EventDateTime')
  return typeof text === 'string' && isDateTime(text) ? Date.parse(text) : undefined
}

/** Events of a state into which the consent came only long after its events were switched off, and others by their time. */
const afterwards = ({ patch, settle, off }: SwitchedOff) => {
  const done = Date.parse(patch.startedAt) + patch.durationMs
  const known = off.map((event) => ({ event, ms: happened(event) }))
  return {
    late: known.filter(
      ({ event, ms }) => ms !== undefined && ms > (stateIn(event) === 'Revoked' ? done : done + settle * 1000),
    ),
    unclear: known.filter(({ event, ms }) => ms === undefined && Date.parse(event.startedAt) > done + settle * 1000),
  }
}

const quiet = (evidence: SwitchedOff): Answer => {
  const { revoked, never, seconds, first } = evidence
  const { late, unclear } = afterwards(evidence)
  const report = (place: string, events: readonly Exchange[]): readonly Finding[] =>
    events.map((event) => finding(place, 'none', stateIn(event) ?? 'an event', event))
  const changed = (read: Exchange, findings: readonly Finding[], what: string, other?: string): Answer => {
    if (findings.length > 0) return findings
    if (stateOf(read) !== 'Revoked') return undecided(`the consent ${what} was not shown as Revoked`)
    if (other !== undefined) return undecided(other)
    return seconds > first
      ? []
      : undecided(
          `this run listened for ${seconds} seconds, and the first event of a consent took ${first}: see limits.settle`,
        )
  }
  return together(
    changed(
      revoked.off,
      report(
        'event after events were switched off',
        late.map(({ event }) => event),
      ),
      'whose events were switched off',
      unclear.length > 0 ? 'an event came after they were switched off, and does not say when it happened' : undefined,
    ),
    changed(revoked.never, report('event of a consent without events', never), 'without events'),
  )
}

/** UAE-EVT-012: what happened within `limits.settle` of the patch may still be told of; the revocation was later than that. */
export const switchedOffIsQuiet = onScenarios<SwitchedOff>({
  id: 'UAE-EVT-012',
  level: 'MUST',
  about: 'hub',
  title: 'A consent whose events are not active makes none',
  cites: [cite.webhooks('Webhook.IsActive'), cite.guide('consent/index.md, subscription')],
  defect: 'events-never-switched-off',
  on: [switchOffEvents],
  operation: delivery,
  check: quiet,
  example: {
    breaks: `PATCH /account-access-consents/{ConsentId}
{"Subscription":{"Webhook":{"IsActive":false}}}

204, and two minutes later an event of the state Revoked`,
    findings: [{ at: 'event after events were switched off', expected: 'none', got: 'Revoked' }],
  },
})

const comesAgain = ({ first, repeated, silence, seconds }: Refused): Answer => {
  if (first === undefined) return undecided(silence)
  if (first.response.status === 415) return undecided('the event was refused for its media type')
  if (repeated.length === 0)
    return [
      finding('the event that was refused', `delivered again within ${seconds} seconds`, 'not delivered again', first),
    ]
  const taken = repeated.findIndex(({ response }) => response.status === 204)
  // One that crosses the answer on its way is what "at least once" means; a second one did not heed it.
  const after = taken < 0 ? [] : repeated.slice(taken + 1)
  return after.length < 2
    ? []
    : [
        finding(
          'the event that was taken',
          'not delivered any more',
          `delivered ${after.length} more times`,
          after.at(-1),
        ),
      ]
}

/** UAE-EVT-013: whether the second delivery says the same to the letter is observed. */
export const refusedEventsComeAgain = onScenarios<Refused>({
  id: 'UAE-EVT-013',
  level: 'SHOULD',
  about: 'hub',
  title: 'An event that was refused comes again, and once it was taken no more',
  cites: [cite.olderGuide('webhooks, retries'), cite.webhooks('POST /, 202 and 204')],
  defect: 'refused-event-dropped',
  on: [refuseEvent],
  operation: delivery,
  check: comesAgain,
  observe({ first, repeated: [again] }) {
    if (first === undefined || again === undefined) return {}
    const pause = Math.round((Date.parse(again.startedAt) - Date.parse(first.startedAt)) / 100) / 10
    return {
      'seconds until it came again': String(pause),
      ...(eventKey(first) !== eventKey(again) && { 'what came again': 'says something else' }),
    }
  },
  example: {
    breaks: `POST /hooks/7f3c

500, and nothing came in 300 seconds`,
    findings: [
      {
        at: 'the event that was refused',
        expected: 'delivered again within 300 seconds',
        got: 'not delivered again',
      },
    ],
  },
})
