import { type Exchange, json } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { object } from './body.ts'
import { finding, noObject } from './findings.ts'
import { refused } from './status.ts'

/** Endpoints whose errors are those of OAuth. */
interface Options {
  readonly operations: readonly string[]
}

/**
 * Refusals of HTTP itself, which declare no body: a path, a method, a media type, a size or the number of requests. What
 * a client without its own certificate is told comes from whoever stands in front.
 */
const ofHttp: ReadonlySet<number> = new Set([404, 405, 406, 408, 411, 413, 414, 415, 417, 426, 429, 431])

const concerned = ({ operations }: Options, exchange: Exchange): boolean =>
  exchange.operation !== undefined &&
  operations.includes(exchange.operation) &&
  exchange.credentials.certificate === 'own' &&
  refused(exchange) &&
  !ofHttp.has(exchange.response.status)

/** Characters that `error` is made of (RFC 6749 §5.2). */
const legal = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/

/** A refusal is a JSON object with `error`, a string of legal characters; `error_description` and `error_uri` are strings. */
export const errorsAreOAuth =
  (options: Options): Check =>
  (exchange) => {
    if (!concerned(options, exchange)) return silent('not a refusal of these endpoints')
    const answer = object(json(exchange.response))
    if (answer === undefined) return [noObject(exchange.response)]
    const { error } = answer
    return [
      ...(typeof error === 'string' && legal.test(error)
        ? []
        : [finding('/error', 'an error code', typeof error === 'string' ? JSON.stringify(error) : error)]),
      ...(['error_description', 'error_uri'] as const).flatMap((name) =>
        answer[name] === undefined || typeof answer[name] === 'string'
          ? []
          : [finding(`/${name}`, 'a string', answer[name])],
      ),
    ]
  }

/** An error code that is none of these, and members that OAuth does not know. */
export const otherErrors =
  (known: readonly string[]) =>
  ({ response }: Exchange): Observed => {
    const { error, error_description: _, error_uri: __, ...others } = object(json(response)) ?? {}
    if (response.status < 400 || typeof error !== 'string') return {}
    const names = Object.keys(others)
    return {
      ...(known.includes(error) ? {} : { 'another error': error }),
      ...(names.length === 0 ? {} : { 'further members': names.sort().join(', ') }),
    }
  }

/** A refusal with an OAuth error has the status 400, or 401 together with `invalid_client` (RFC 6749 §5.2). */
export const errorsHaveTheirStatus =
  (options: Options): Check =>
  (exchange) => {
    if (!concerned(options, exchange)) return silent('not a refusal of these endpoints')
    const error = object(json(exchange.response))?.error
    if (typeof error !== 'string') return silent('no OAuth error in it')
    const { status } = exchange.response
    if (status === 400 || (status === 401 && error === 'invalid_client')) return []
    return [finding('status', error === 'invalid_client' ? '400 or 401' : '400', status)]
  }
