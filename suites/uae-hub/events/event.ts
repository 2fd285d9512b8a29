import { together } from '../../../checks/answers.ts'
import { at, object } from '../../../checks/body.ts'
import { settled } from '../../../checks/signed-body.ts'
import type { Exchange } from '../../../engine/exchange.ts'
import { type Answer, undecided } from '../../../engine/rule.ts'
import { type ConsentNeed, type Inbox, Inconclusive, type Push, type Session } from '../../../engine/session.ts'

/** Name of the contract of events. */
export const template = 'webhook-template'

/** The operation of that contract: what a receiver is called with. */
export const delivery = 'POST /'

/** The content of an event; undefined where it was not opened. */
export const messageOf = ({ facts }: Exchange): unknown => {
  const opened = facts.delivery?.opened
  return opened !== undefined && 'claims' in opened ? opened.claims.message : undefined
}

/** Judges the content of an event; undecided where there is none to be read. */
export const ifOpened = (event: Exchange, judge: (message: unknown) => Answer): Answer => {
  const message = messageOf(event)
  return message === undefined ? undecided('the event was not opened, or has no message') : judge(message)
}

/** The type that an event says it has. */
export const typeOf = (event: Exchange): unknown => at(messageOf(event), 'Meta', 'EventType')

/** The state of the resource that an event tells; undefined where it tells none. */
export const stateIn = (event: Exchange): string | undefined => {
  const data = at(messageOf(event), 'Data')
  const state = at(data, 'Status') ?? at(data, 'OpeningStatus')
  return typeof state === 'string' ? state : undefined
}

/** What an event is about by its own words: the ids of its `Meta`, and of its `Data`. */
const idsIn = (event: Exchange): readonly unknown[] =>
  ['Meta', 'Data'].flatMap((part) =>
    ['ConsentId', 'AccountId'].flatMap((name) => at(messageOf(event), part, name) ?? []),
  )

/**
 * Whether an event tells that a resource has come into a state. Each inbox belongs to one resource: an event that cannot be
 * read, or that tells no state, counts when it came after `since`, milliseconds since the epoch.
 */
export const tells =
  (id: string, state: string, since: number) =>
  (event: Exchange): boolean => {
    const ids = idsIn(event)
    if (ids.length > 0 && !ids.includes(id)) return false
    const told = stateIn(event)
    return told === undefined ? Date.parse(event.startedAt) >= since : told === state
  }

/** The same event has the same key, however often it is delivered and whenever it was signed. */
export const eventKey = (event: Exchange): string => {
  const message = object(messageOf(event))
  return message === undefined ? (event.request.body ?? '') : settled(message)
}

/** Why nothing came, and what may help. */
export const silenceOf = ({ fault, seconds, url }: Inbox, awaited: string): string => {
  const nothing = `no event came in ${seconds} seconds; awaited: ${awaited}`
  return fault === undefined
    ? `${nothing}. The address of this run leads here; whether the target called ${new URL(url).host}, its operator can tell`
    : `${nothing}. The address of this run did not answer from here either: ${fault}; check events.url, events.listen and what stands between them`
}

/** What came to one inbox. */
export interface Received {
  /** The address that was registered. */
  readonly url: string
  /** In the order in which they came. */
  readonly deliveries: readonly Exchange[]
  /** What there is to say where nothing came. */
  readonly silence: string
}

/** Several answers as one, which is silent where all of them are. */
const asOne = (answers: readonly Answer[]): Answer => {
  const [first] = answers
  return first !== undefined && 'silent' in first && answers.every((one) => 'silent' in one)
    ? first
    : together(...answers)
}

/** Judges each event; undecided where none came. */
export const eachEvent = <Inbox extends Received>(
  received: readonly Inbox[],
  judge: (event: Exchange, inbox: Inbox) => Answer,
): Answer => eachInbox(received, (inbox) => asOne(inbox.deliveries.map((event) => judge(event, inbox))))

/** The same of all events of one inbox together. */
export const eachInbox = <Inbox extends Received>(
  received: readonly Inbox[],
  judge: (inbox: Inbox) => Answer,
): Answer => {
  const filled = received.filter(({ deliveries }) => deliveries.length > 0)
  return filled.length === 0 ? undecided(received[0]?.silence ?? 'nothing was awaited') : asOne(filled.map(judge))
}

/** Deliveries in the order in which they came: what takes longer to open is recorded later. */
export const inOrder = (deliveries: readonly Exchange[]): readonly Exchange[] =>
  [...deliveries].sort((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt))

/** Pushes a consent whose events are switched off from the beginning. Throws `Inconclusive` when the push is refused. */
export const pushWithoutEvents = async (session: Session, purpose: string, need: ConsentNeed): Promise<Push> => {
  const push = await session.push({
    purpose,
    need,
    claims(claims) {
      const [detail] = Array.isArray(claims.authorization_details) ? claims.authorization_details : []
      const Webhook = { Url: need.webhook, IsActive: false }
      return { ...claims, authorization_details: [{ ...detail, subscription: { Webhook } }] }
    },
  })
  if (push.requestUri === undefined)
    throw new Inconclusive(`${purpose}: the push was answered with ${push.par.response.status}`)
  return push
}
