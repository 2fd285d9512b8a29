import { at } from '../../../../checks/body.ts'
import { finding } from '../../../../checks/findings.ts'
import type { Exchange } from '../../../../engine/exchange.ts'
import { type Answer, type Given, type Observed, type ScenarioRule, silent } from '../../../../engine/rule.ts'
import { cite } from '../../cite.ts'
import type { TableRow } from '../../row.ts'
import { eachEvent, ifOpened, messageOf, stateIn, template, typeOf } from '../event.ts'
import type { Followed } from '../scenarios/follow-consent.ts'
import { onEvents } from './followed.ts'

/** The schema of an event by what it is about. */
const branchOf = (message: unknown): string => {
  const has = (name: string): boolean => at(message, 'Meta', name) !== undefined
  if (!has('ConsentId')) {
    if (has('AccountId')) return 'AEWebhookAccountOpeningEventProperties'
    if (has('FxQuoteId')) return 'AEWebhookFxQuoteEventProperties'
    if (has('QuoteId')) return 'AEWebhookInsuranceEventProperties'
  }
  return at(message, 'Data', 'PaymentId') === undefined
    ? 'AEWebhookConsentedEventProperties'
    : 'AEWebhookPaymentInitiationEventProperties'
}

/** That there is a `Data` at all belongs to UAE-EVT-006. */
const keepsContract = (event: Exchange, given: Given): Answer =>
  ifOpened(event, (message) =>
    given
      .contract(template)
      .faultsOf(branchOf(message), message)
      .filter((fault) => !(fault.at === '' && fault.expected === 'member Data'))
      .map(({ at: place, expected, got }) => finding(`/message${place}`, expected, got, event)),
  )

const ownMembers: ReadonlySet<string> = new Set([
  'EventDateTime',
  'EventResource',
  'EventType',
  'ConsentId',
  'AccountId',
  'FxQuoteId',
  'QuoteId',
])

const eventsOf = ({ lives }: Followed): readonly Exchange[] => lives.flatMap(({ deliveries }) => deliveries)

const seen = (followed: Followed): Observed => {
  const events = eventsOf(followed)
  const told = events.map((event) => `${String(typeOf(event) ?? 'an event')} ${stateIn(event) ?? ''}`.trim())
  const further = events.flatMap((event) =>
    Object.keys(Object(at(messageOf(event), 'Meta'))).filter((name) => !ownMembers.has(name)),
  )
  return {
    ...(told.length > 0 && { events: told.join(', then ') }),
    ...(further.length > 0 && { 'further members of Meta': [...new Set(further)].join(', ') }),
  }
}

const holdsResource = (event: Exchange): Answer => {
  const type = typeOf(event)
  return ifOpened(event, (message) => {
    if (type !== 'Resource.Created' && type !== 'Resource.Updated')
      return silent(`an event of the type ${String(type)}`)
    return at(message, 'Data') === undefined ? [finding('/message/Data', 'the resource', undefined, event)] : []
  })
}

const rows: readonly TableRow<Followed>[] = [
  {
    id: 'UAE-EVT-005',
    level: 'MUST',
    title: 'An event keeps the schema of what it is about, and tells time, resource and type',
    cites: [cite.webhooks('AEWebhookEventTypes')],
    check: ({ lives }, given) => eachEvent(lives, (event) => keepsContract(event, given)),
    observe: seen,
    defect: 'event-of-unknown-type',
    shows: '{"message":{"Meta":{"EventType":"Resource.Changed", … }, … }}',
    finding: {
      at: '/message/Meta/EventType',
      expected: 'one of Resource.Created, Resource.Updated, Resource.Deleted',
      got: '"Resource.Changed"',
    },
  },
  {
    id: 'UAE-EVT-006',
    level: 'MUST',
    title: 'An event of something that was made or changed holds it',
    cites: [cite.webhooks('AEWebhookEventTypes, Data')],
    check: ({ lives }) => eachEvent(lives, holdsResource),
    defect: 'event-without-data',
    shows: '{"message":{"Meta":{"EventType":"Resource.Updated", … }}}',
    finding: { at: '/message/Data', expected: 'the resource', got: 'nothing' },
  },
]

/** UAE-EVT-005 and UAE-EVT-006: what an event says. */
export const contentsAreSound: readonly ScenarioRule<Followed>[] = rows.map(onEvents)
