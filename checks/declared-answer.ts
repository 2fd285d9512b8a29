import type { OperationFacts } from '../engine/contract.ts'
import { header } from '../engine/exchange.ts'
import { type Check, silent } from '../engine/rule.ts'
import { carried } from './body.ts'
import { answerOfApi, type Scope } from './declared.ts'
import { finding } from './findings.ts'
import { contentType, mediaTypeOf } from './media-type.ts'

/**
 * What a server or proxy may say before the API is asked, so that no contract needs to name it: about time, size, limits,
 * connection and version (RFC 9110 §15, RFC 6585). Errors of a gateway are not judged at all.
 */
const ofHttp: ReadonlySet<number> = new Set([408, 411, 413, 414, 417, 421, 425, 426, 428, 429, 431, 501, 505, 511])

/** The contract declares the status of an answer. `tolerated`: those that the standard leaves open, such as 404. */
export const statusIsDeclared =
  (scope: Scope & { readonly tolerated?: readonly number[] }): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const { status } = exchange.response
    if (exchange.request.method !== facts.operation.method) return silent('another method than that of the operation')
    if (facts.response !== undefined) return []
    const { security, responses } = facts.operation
    // Who demands a credential says so by declaring that.
    const ofAccess = (status === 401 || status === 403) && security.some((one) => Object.keys(one).length > 0)
    if (ofAccess || ofHttp.has(status) || scope.tolerated?.includes(status))
      return silent('a status that needs no declaration')
    return [finding('status', Object.keys(responses).join(', '), status)]
  }

/** Whether a contract has a word of its own for a status: itself, or its class. */
const isNamed = ({ responses }: OperationFacts, status: number): boolean =>
  Object.keys(responses).some((one) => one === String(status) || one.toUpperCase() === `${String(status)[0]}XX`)

const covers = (declared: string, type: string): boolean => {
  const [range = '', sub] = declared.split('/')
  const [family, name] = type.split('/')
  return (range === '*' || range === family) && (sub === '*' || sub === name)
}

/**
 * A body has one of the media types that the contract declares for its status; parameters are not compared. An error that
 * the contract knows only as `default` may come from whoever stands before the API, in a form of its own (RFC 9457).
 */
export const mediaTypeIsDeclared =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const { request, response } = exchange
    if (response.status >= 400 && !isNamed(facts.operation, response.status))
      return silent('an error that the contract does not name')
    const declared = facts.response?.mediaTypes ?? []
    if (declared.length === 0 || response.body === '' || request.method === 'HEAD')
      return silent('no body, or none that the contract describes')
    const type = mediaTypeOf(response)
    return type !== undefined && declared.some((one) => covers(one.toLowerCase(), type))
      ? []
      : [finding('header content-type', declared.join(' or '), contentType(response))]
  }

/** Headers that the contract requires on a declared answer are there. Those of `except` have rules of their own. */
export const requiredHeadersAreThere =
  (scope: Scope & { readonly except?: readonly string[] }): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const required = (facts.response?.headers ?? []).filter(
      // OpenAPI 3.0 §4.7.17.1: a header called Content-Type is ignored.
      ({ name, required }) => required && !['content-type', ...(scope.except ?? [])].includes(name.toLowerCase()),
    )
    if (required.length === 0) return silent('no header is required here')
    return required.flatMap(({ name }) =>
      header(exchange.response, name) === undefined
        ? [finding(`header ${name.toLowerCase()}`, 'the header', undefined)]
        : [],
    )
  }

/** A body has no member that its schema does not declare, even where the schema leaves room for more. For strict rules only. */
export const nothingIsUndeclared =
  (scope: Scope): Check =>
  (exchange, given) => {
    const facts = answerOfApi(scope, exchange, given)
    if (!('contract' in facts)) return facts
    const content = carried(exchange)
    if (content === undefined || (facts.response?.mediaTypes.length ?? 0) === 0)
      return silent('no JSON that the contract describes')
    return facts.contract
      .undeclared(facts.operation.id, exchange.response.status, 'application/json', content.value)
      .map(({ at, got }) => finding(`${content.at}${at}` || 'body', 'only declared members', got))
  }
