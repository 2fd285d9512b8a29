import { at } from '../../../checks/body.ts'
import { finding } from '../../../checks/findings.ts'
import { httpDate } from '../../../checks/http-dates.ts'
import { lenientInstant } from '../../../checks/lenient-instants.ts'
import { type Exchange, header } from '../../../engine/exchange.ts'
import { type Finding, type Given, type RunRule, silent, undecided } from '../../../engine/rule.ts'
import { onRun } from '../../row.ts'
import { cite } from '../cite.ts'
import { levels } from '../levels.ts'
import { isSuccess, successOf } from './answers.ts'
import { ownPath } from './self-path.ts'

interface Time {
  readonly text: string
  readonly ms: number
}

/** What one answer says of the times of a consent or payment. */
interface Shown {
  readonly id: string
  /** The path of the consent or payment. */
  readonly about: string
  readonly created: boolean
  readonly date: Time | undefined
  readonly creation: Time | undefined
  readonly update: Time | undefined
  readonly status: string | undefined
}

const timeOf = (text: unknown, ms: number | undefined): Time | undefined =>
  typeof text === 'string' && ms !== undefined ? { text, ms } : undefined

const dateOf = ({ response }: Exchange, now: Date): Time | undefined => {
  const text = header(response, 'date')
  return timeOf(text, httpDate(text ?? '', now)?.at.getTime())
}

const shownBy = (exchange: Exchange, given: Given): Shown | undefined => {
  const success = successOf(exchange, given)
  const resource = isSuccess(success) ? ownPath(exchange, success)?.resource : undefined
  if (!isSuccess(success) || resource === undefined) return undefined
  const member = (name: string): unknown => at(success.value, 'Data', name)
  const [creation, update] = ['CreationDateTime', 'StatusUpdateDateTime'].map((name) =>
    timeOf(member(name), lenientInstant(member(name))),
  )
  if (creation === undefined && update === undefined) return undefined
  const status = member('Status')
  return {
    id: exchange.id,
    about: resource.join('/'),
    created: exchange.request.method === 'POST',
    date: dateOf(exchange, given.at),
    creation,
    update,
    status: typeof status === 'string' ? status : undefined,
  }
}

const minutes = 5
const tolerance = minutes * 60_000
/** Dates of headers have whole seconds. */
const moment = 2000

const [atCreation, atUpdate] = ['/Data/CreationDateTime', '/Data/StatusUpdateDateTime']

/** Both times against the clock of the answer, and against each other: one finding per member. */
const faultsOf = (shown: Shown, first: boolean): readonly Finding[] => {
  const { date, creation, update } = shown
  const off = (time: Time | undefined): string | undefined => {
    if (time === undefined || date === undefined) return undefined
    if (first && Math.abs(time.ms - date.ms) > tolerance) return `within ${minutes} min of Date ${date.text}`
    return time.ms > date.ms + tolerance ? `at most ${minutes} min after Date ${date.text}` : undefined
  }
  const late = creation !== undefined && update !== undefined && update.ms < creation.ms
  const [ofCreation, ofUpdate] = [
    off(creation),
    off(update) ?? (late ? `not before CreationDateTime ${creation.text}` : undefined),
  ]
  return [
    ...(ofCreation === undefined ? [] : [finding(atCreation, ofCreation, creation?.text, shown)]),
    ...(ofUpdate === undefined ? [] : [finding(atUpdate, ofUpdate, update?.text, shown)]),
  ]
}

/** Of the states of consents the later ones lead back to none before: by that alone one sees which of two answers came first. */
const ranks: readonly (readonly string[])[] = [
  ['AwaitingUpload'],
  ['AwaitingAuthorisation'],
  ['Authorised', 'Rejected'],
  ['Consumed', 'Revoked'],
]

const rankOf = ({ status = '' }: Shown): number => ranks.findIndex((rank) => rank.includes(status))

/** Whether two answers stand the wrong way round: recordings are not always written in the order in which things came. */
const isReversed = (one: Shown, other: Shown): boolean => {
  const [first, second] = [rankOf(one), rankOf(other)]
  if (first >= 0 && second >= 0 && first !== second) return first > second
  return one.date !== undefined && other.date !== undefined && one.date.ms > other.date.ms
}

/** Another status comes with a later time. Equal times are no finding where both answers came within a moment of each other. */
const faultsBetween = (earlier: Shown, later: Shown): readonly Finding[] => {
  const [before, after] = isReversed(earlier, later) ? [later, earlier] : [earlier, later]
  const [one, other] = [before.update, after.update]
  if (one === undefined || other === undefined || before.status === undefined || after.status === undefined) return []
  const apart = Math.abs((after.date?.ms ?? 0) - (before.date?.ms ?? 0)) > moment
  const fits = other.ms > one.ms || (other.ms === one.ms && !apart)
  return before.status === after.status || fits
    ? []
    : [
        finding(
          atUpdate,
          `later than ${one.text}, as Status went from ${before.status} to ${after.status}`,
          other.text,
          after,
        ),
      ]
}

/** BH-DAT-008. A member that is told for the clock of its own answer is not told once more for what came before it. */
export const clocks: RunRule<Shown> = onRun({
  id: 'BH-DAT-008',
  level: levels('BH-DAT-008'),
  about: 'bank',
  title: 'The times of a consent or payment fit the clock of the answer, its creation and its status',
  cites: [cite.own('a creation, a change and the answer that tells them follow each other')],
  defect: 'bh-consent-updated-before-creation',
  suite: 'bahrain/consents',
  gather: shownBy,
  check: (pieces) => {
    if (pieces.length === 0) return silent('no consent or payment with times was seen')
    const last = new Map<string, Shown>()
    const found = pieces.flatMap((shown) => {
      const before = last.get(shown.about)
      last.set(shown.about, shown)
      // A POST that is repeated is answered with what is there already.
      const own = faultsOf(shown, shown.created && before === undefined)
      const told = before === undefined || own.some((one) => one.at === atUpdate)
      return told ? own : [...own, ...faultsBetween(before, shown)]
    })
    if (found.length > 0) return found
    return pieces.some(({ date }) => date !== undefined) ? [] : undecided('no answer has a Date to compare with')
  },
  example: {
    breaks: `GET /account-access-consents/{ConsentId}\n\n200\ndate: Mon, 01 Jun 2026 08:00:00 GMT
{"Data":{ …,"CreationDateTime":"2026-06-01T08:00:00Z","StatusUpdateDateTime":"2026-06-01T07:00:00Z"}, …}`,
    findings: [
      {
        at: '/Data/StatusUpdateDateTime',
        expected: 'not before CreationDateTime 2026-06-01T08:00:00Z',
        got: '2026-06-01T07:00:00Z',
      },
    ],
  },
})
