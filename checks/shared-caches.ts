import { type Exchange, header } from '../engine/exchange.ts'
import { type Check, type Observed, silent } from '../engine/rule.ts'
import { finding } from './findings.ts'
import { succeeded } from './status.ts'

const directivesOf = ({ response }: Exchange): readonly string[] =>
  (header(response, 'cache-control') ?? '').split(',').map((one) => one.split('=')[0]?.trim().toLowerCase() ?? '')

const personal = (operations: readonly string[], exchange: Exchange): boolean =>
  exchange.operation !== undefined && operations.includes(exchange.operation) && succeeded(exchange)

/**
 * No answer with the data of a user lets caches that serve several users keep it. Without a word about it they may not, for
 * the request had an Authorization field (RFC 9111 §3.5): only an answer that allows it is a finding.
 */
export const personalDataIsNotShared =
  (options: { readonly operations: readonly string[] }): Check =>
  (exchange) => {
    if (!personal(options.operations, exchange)) return silent('no success with the data of a user')
    const directives = directivesOf(exchange)
    if (directives.includes('no-store') || directives.includes('private')) return []
    // §3.5 lets must-revalidate allow it as well, which hardly anybody means by it: not judged.
    return !directives.includes('public') && !directives.includes('s-maxage')
      ? []
      : [finding('header cache-control', 'no leave for shared caches', header(exchange.response, 'cache-control'))]
  }

/** What is said about keeping the data of a user. */
export const storageOfPersonalData =
  (options: { readonly operations: readonly string[] }) =>
  (exchange: Exchange): Observed =>
    personal(options.operations, exchange) && !directivesOf(exchange).includes('no-store')
      ? { 'cache-control without no-store': header(exchange.response, 'cache-control') ?? 'missing' }
      : {}
