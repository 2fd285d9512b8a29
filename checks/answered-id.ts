import { type Exchange, header, headerValues } from '../engine/exchange.ts'
import { type Check, type Finding, type Observed, silent, undecided } from '../engine/rule.ts'
import { anyAnswerOfApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { redirected } from './status.ts'

const name = 'x-fapi-interaction-id'
const place = `header ${name}`
/** Of any version and variant: RFC 4122 is met by a UUID of whatever kind. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The different ids of a message, in small letters, for hex digits ignore case. */
const idsOf = (message: Exchange['request'] | Exchange['response']): readonly string[] => [
  ...new Set(
    (header(message, name) ?? '').split(',').flatMap((one) => (one.trim() === '' ? [] : one.trim().toLowerCase())),
  ),
]

/**
 * Every answer of the API carries an interaction id, successes and errors alike. Whether it is the right one is not judged. A
 * redirect comes from whoever stands before the API, and a 304 need not repeat headers (RFC 9110 §15.4.5).
 */
export const idIsThere =
  (scope: Scope): Check =>
  (exchange, given) => {
    if (redirected(exchange)) return silent('a redirect, or not modified')
    const facts = anyAnswerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    return idsOf(exchange.response).length > 0 ? [] : [finding(place, 'present', header(exchange.response, name))]
  }

/** Answers in which the header stands twice. */
export const idStandsTwice = ({ response }: Exchange): Observed =>
  headerValues(response, name).length > 1 ? { [`${name} stands twice`]: 'yes' } : {}

/** The UUID of a request comes back on its answer. Undecided where the answer has none at all. */
export const idComesBack =
  (scope: Scope): Check =>
  (exchange, given) => {
    const [sent, ...others] = idsOf(exchange.request)
    if (sent === undefined || others.length > 0 || !uuid.test(sent)) return silent('no UUID was sent')
    if (redirected(exchange)) return silent('a redirect, or not modified')
    const facts = anyAnswerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const got = idsOf(exchange.response)
    if (got.length === 0) return undecided('the header is missing, for which there is another rule')
    return got.length === 1 && got[0] === sent ? [] : [finding(place, sent, got.join(', '))]
  }

/** The id of an answer to a request without one. */
export interface MadeId {
  readonly exchange: string
  /** Undefined where the answer has none. */
  readonly id: string | undefined
}

/** What `madeIdsAreNew` needs of an exchange. A request without any header is one whose headers were not recorded. */
export const madeId = (exchange: Exchange): MadeId | undefined =>
  exchange.request.headers.length === 0 || idsOf(exchange.request).length > 0
    ? undefined
    : { exchange: exchange.id, id: idsOf(exchange.response).join(', ') || undefined }

/** Ids that answers carry of their own accord are UUIDs, each another one. Undecided where none came. */
export const madeIdsAreNew: Check<readonly MadeId[]> = (pieces) => {
  if (pieces.length === 0) return silent('every request had an id')
  const seen = new Map<string, string>()
  const findings = pieces.flatMap(({ exchange, id }): readonly Finding[] => {
    if (id === undefined) return []
    if (!uuid.test(id)) return [finding(place, 'a UUID', id, { id: exchange })]
    const before = seen.get(id)
    seen.set(id, exchange)
    return before === undefined ? [] : [finding(place, `another id than in ${before}`, id, { id: exchange })]
  })
  if (findings.length > 0) return findings
  return seen.size > 0
    ? []
    : undecided('no answer to a request without an id carried one, for which there is another rule')
}
