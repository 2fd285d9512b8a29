import { type Exchange, header } from '../engine/exchange.ts'
import { type Answer, type Check, type Observed, silent, undecided } from '../engine/rule.ts'
import { declaredIn, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

const name = 'x-fapi-interaction-id'
/** Of any version and variant: RFC 4122 is met by a UUID of whatever kind. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Successes of calls without an id carry one that the server made, a UUID. A refusal says nothing here. */
export const idIsGenerated = (exchanges: readonly Exchange[]): Answer => {
  const good = exchanges.filter((one) => succeeded(one) && header(one.request, name) === undefined)
  if (good.length === 0) return undecided('no call without an id succeeded')
  return good.flatMap((one) => {
    const got = header(one.response, name)
    return got?.split(',').every((id) => uuid.test(id.trim())) ? [] : [finding(`header ${name}`, 'a UUID', got, one)]
  })
}

/** With which statuses calls without an id were refused. */
export const refusedWithoutId = (exchanges: readonly Exchange[]): Observed => {
  const statuses = exchanges.filter((one) => !succeeded(one)).map(({ response }) => response.status)
  return statuses.length === 0 ? {} : { 'without an interaction id': [...new Set(statuses)].join(', ') }
}

/** A 429 carries an interaction id where one was sent. Whether it is the same one is not judged here. */
export const limitCarriesTheId =
  (scope: Scope): Check =>
  (exchange, given) => {
    if (exchange.response.status !== 429 || declaredIn(scope, exchange, given) === undefined)
      return silent('no 429 of these operations')
    const sent = header(exchange.request, name)
    if (sent === undefined) return silent('no id was sent')
    const got = header(exchange.response, name)
    return got === undefined ? [finding(`header ${name}`, sent, got)] : []
  }
