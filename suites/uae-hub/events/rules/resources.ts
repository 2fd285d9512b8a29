import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type ScenarioRule, silent } from '../../../../engine/rule.ts'
import { isDateTime } from '../../../../schemas/formats.ts'
import { cite } from '../../cite.ts'
import type { TableRow } from '../../row.ts'
import { eachEvent, eachInbox, ifOpened, messageOf, stateIn } from '../event.ts'
import type { Followed, Life } from '../scenarios/follow-consent.ts'
import { onEvents } from './followed.ts'

const segments = (path: string): readonly string[] => path.split('/').filter((one) => one !== '')

/** A hub may name a resource by its URL or by its path, with or without the base of the API. */
const namesResource = (event: Exchange, { changes, id }: Life): Answer =>
  ifOpened(event, (message) => {
    const named = at(message, 'Meta', 'EventResource')
    const [first] = changes
    if (typeof named !== 'string' || first === undefined) return silent('the event names no resource')
    const known = new URL(first.read.request.url)
    const place = '/message/Meta/EventResource'
    const expected = segments(known.pathname).slice(-2)
    const url = URL.canParse(named, known.href) ? new URL(named, known) : undefined
    const fits =
      url?.host === known.host && JSON.stringify(segments(url.pathname).slice(-2)) === JSON.stringify(expected)
    return fits ? [] : [finding(place, `the URL or path of the consent ${id} at ${known.host}`, named, event)]
  })

/** Seconds by which clocks of one hub may differ. */
const tolerance = 5

/**
 * The revocation was asked for only when the event of the user's yes was here, or had been waited for: whatever else comes
 * may overtake, and be overtaken.
 */
const timesAscend = ({ deliveries }: Life): Answer => {
  const timed = deliveries.flatMap((event) => {
    const text = at(messageOf(event), 'Meta', 'EventDateTime')
    return typeof text === 'string' && isDateTime(text) ? [{ event, text, ms: Date.parse(text) }] : []
  })
  const [given] = timed.filter(({ event }) => stateIn(event) === 'Authorized').sort((a, b) => a.ms - b.ms)
  const revoked = timed.find(({ event }) => stateIn(event) === 'Revoked')
  if (given === undefined || revoked === undefined) return silent('fewer than two changes tell a time')
  return revoked.ms >= given.ms - tolerance * 1000
    ? []
    : [
        finding(
          '/message/Meta/EventDateTime',
          `not before ${given.text}, the time of the event before`,
          revoked.text,
          revoked.event,
        ),
      ]
}

const rows: readonly TableRow<Followed>[] = [
  {
    id: 'UAE-EVT-007',
    level: 'SHOULD',
    title: 'An event names the resource at the hub that it is about',
    cites: [cite.webhooks('Meta.EventResource')],
    check: ({ lives }) => eachEvent(lives, namesResource),
    defect: 'event-of-another-resource',
    shows: '{"message":{"Meta":{"EventResource":"/accounts/1", … }, … }}',
    finding: {
      at: '/message/Meta/EventResource',
      expected: 'the URL or path of the consent consent-1 at rs1.bank.example',
      got: '/accounts/1',
    },
  },
  {
    id: 'UAE-EVT-014',
    level: 'SHOULD',
    title: 'The times of events of one resource go forward',
    cites: [cite.own('order of events')],
    check: ({ lives }) => eachInbox(lives, timesAscend),
    defect: 'event-times-go-back',
    shows: '{"message":{"Meta":{"EventDateTime":"2026-06-01T07:00:00Z", … }, … }}   after one of 08:00:00Z',
    finding: {
      at: '/message/Meta/EventDateTime',
      expected: 'not before 2026-06-01T08:00:00Z, the time of the event before',
      got: '2026-06-01T07:00:00Z',
    },
  },
]

/** UAE-EVT-007 and UAE-EVT-014: of what an event tells, and when. */
export const resourcesAreNamed: readonly ScenarioRule<Followed>[] = rows.map(onEvents)
