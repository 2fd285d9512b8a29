import { type Exchange, header } from '../engine/exchange.ts'
import { type Check, type Observed, silent, undecided } from '../engine/rule.ts'
import { type Declared, declaredError, declaredIn, errorOfApi, reachedTheApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { failed, refused, succeeded, unavailable } from './status.ts'

const name = 'x-fapi-interaction-id'
const place = `header ${name}`
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const sentId = ({ request }: Exchange): string | undefined => {
  const id = header(request, name)?.trim().toLowerCase()
  return id !== undefined && uuid.test(id) ? id : undefined
}

/** The one id of an answer; an empty field is none. A proxy may fold a repeated field into one; hex digits ignore case (RFC 9562 §4). */
const gotId = ({ response }: Exchange): string | undefined => {
  const ids = header(response, name)
    ?.split(',')
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '')
  return ids === undefined || ids.length === 0 ? undefined : [...new Set(ids)].join(', ')
}

/**
 * The id that was sent comes back. A missing one counts only where `requiredOn` says so; declared errors are left to
 * `interactionIdOnErrors`.
 */
export const interactionIdReturned =
  (scope: Scope & { readonly requiredOn: (exchange: Exchange, facts: Declared) => boolean }): Check =>
  (exchange, given) => {
    const facts = declaredIn(scope, exchange, given)
    if (facts === undefined) return silent('not an operation that returns the id')
    if (declaredError(exchange, facts)) return silent('declared errors have a rule of their own')
    const sent = sentId(exchange)
    if (sent === undefined) return silent('no UUID of version 4 was sent')
    const got = gotId(exchange)
    if (got === undefined && !scope.requiredOn(exchange, facts)) return silent('the header is not demanded here')
    return got === sent ? [] : [finding(place, sent, got)]
  }

/** Says where an id that was sent did not come back although nothing demands it there. */
export const interactionIdLeftOut = (exchange: Exchange): Observed =>
  sentId(exchange) !== undefined && gotId(exchange) === undefined
    ? { [`${name} left out on status`]: String(exchange.response.status) }
    : {}

/** The id that was sent comes back on every declared error of a call that reached the API; 429 is not judged. */
export const interactionIdOnErrors =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = errorOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const sent = sentId(exchange)
    if (sent === undefined) return silent('no UUID of version 4 was sent')
    const got = gotId(exchange)
    return got === sent ? [] : [finding(place, sent, got)]
  }

/** No two answers to calls without an id carry the same generated one. */
export const generatedIdsDiffer: Check<readonly Exchange[]> = (exchanges) => {
  const ids = exchanges.flatMap((exchange) => {
    const id = header(exchange.request, name) === undefined ? gotId(exchange) : undefined
    return id === undefined ? [] : [{ id, exchange }]
  })
  if (ids.length < 2) return undecided('fewer than two answers to calls without an id carried one')
  const first = new Map<string, Exchange>()
  return ids.flatMap(({ id, exchange }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, exchange)
    return before === undefined ? [] : [finding(place, `another id than in ${before.id}`, id, exchange)]
  })
}

/** No answer carries the id that another request sent: answers, or logs, would be mixed up between callers. */
export const idsAreNotMixedUp: Check<readonly Exchange[]> = (exchanges) => {
  const owners = new Map<string, Exchange>()
  for (const exchange of exchanges) {
    const sent = sentId(exchange)
    if (sent !== undefined && !owners.has(sent)) owners.set(sent, exchange)
  }
  const answered = exchanges.flatMap((exchange) => {
    const got = gotId(exchange)?.split(', ') ?? []
    return got.map((id) => ({ exchange, id, sent: sentId(exchange) }))
  })
  if (owners.size < 2 || answered.length === 0) return undecided('too few requests and answers carried an id')
  return answered.flatMap(({ exchange, id, sent }) => {
    const owner = owners.get(id)
    if (owner === undefined || id === sent) return []
    return [finding(place, sent ?? 'another id', `${id}, which ${owner.id} sent`, exchange)]
  })
}

/** Said before anybody looked which operation was called. */
const beforeTheApi: ReadonlySet<number> = new Set([408, 411, 413, 414, 421, 425, 431, 501, 505])

/**
 * An operation that returns the id on success returns it on errors, too, whatever a contract says. An error of before the
 * API was asked is not judged, nor is an operation of which no success returned the id that it was sent.
 */
export const idIsNotLostOnErrors: Check<readonly Exchange[]> = (exchanges) => {
  const echoing = new Set(
    exchanges.filter((one) => succeeded(one) && sentId(one) !== undefined && gotId(one) === sentId(one)).map(idOf),
  )
  const errors = exchanges.filter(
    (one) =>
      one.operation !== undefined &&
      echoing.has(idOf(one)) &&
      sentId(one) !== undefined &&
      (refused(one) || failed(one)) &&
      !unavailable(one) &&
      !beforeTheApi.has(one.response.status) &&
      reachedTheApi(one),
  )
  if (errors.length === 0) return undecided('no operation both returned an id and gave an error')
  return errors.flatMap((one) =>
    gotId(one) === undefined
      ? [finding(`${one.operation} ${one.response.status}: ${place}`, sentId(one) ?? '', undefined, one)]
      : [],
  )
}

const idOf = ({ operation }: Exchange): string => operation ?? ''
